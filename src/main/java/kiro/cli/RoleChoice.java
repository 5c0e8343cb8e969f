package kiro.cli;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import kiro.aws.CenterPlace;
import kiro.aws.SsoPortal;
import kiro.aws.SsoPortal.Account;

/// Chooses the account and the role that are used: those that are named, the only ones that there are, or those of which a person
/// gives the number.
final class RoleChoice {
    private static final int TRIES = 3;

    private final Console console;
    private final SsoPortal portal;
    private final CenterPlace place;

    RoleChoice(Console console, SsoPortal portal, CenterPlace place) {
        this.console = console;
        this.portal = portal;
        this.place = place;
    }

    /// What came of choosing.
    sealed interface Outcome {
        record Chosen(String account, String role) implements Outcome {}

        /// @param code how the command ends; why was said
        record Stopped(ExitCode code) implements Outcome {}
    }

    Outcome choose(Optional<String> account, Optional<String> role) throws InterruptedException {
        if (account.isPresent() && role.isPresent()) {
            return new Outcome.Chosen(account.get(), role.get());
        }
        Optional<String> chosen = account;
        if (chosen.isEmpty()) {
            Optional<List<Account>> accounts = listed(portal.accounts(place));
            if (accounts.isEmpty()) {
                return new Outcome.Stopped(ExitCode.FINDINGS);
            }
            chosen =
                    one(
                                    accounts.get(),
                                    "account",
                                    each -> "%s  %s".formatted(each.id(), each.name()))
                            .map(Account::id);
        }
        if (chosen.isEmpty()) {
            return new Outcome.Stopped(ExitCode.DENIED);
        }
        return role.isPresent()
                ? new Outcome.Chosen(chosen.get(), role.get())
                : withRole(chosen.get());
    }

    private Outcome withRole(String account) throws InterruptedException {
        Optional<List<String>> roles = listed(portal.roles(place, account));
        if (roles.isEmpty()) {
            return new Outcome.Stopped(ExitCode.FINDINGS);
        }
        return one(roles.get(), "role", Function.identity())
                .<Outcome>map(role -> new Outcome.Chosen(account, role))
                .orElseGet(() -> new Outcome.Stopped(ExitCode.DENIED));
    }

    private <T> Optional<List<T>> listed(SsoPortal.Listing<T> listing) {
        return switch (listing) {
            case SsoPortal.Listing.Whole<T>(List<T> all) -> Optional.of(all);
            case SsoPortal.Listing.Failed<T>(String message, String fix) -> {
                console.problem("auth/no-list", message, fix);
                yield Optional.empty();
            }
        };
    }

    /// @param what `account` or `role`, which are flags as well
    private <T> Optional<T> one(List<T> all, String what, Function<T, String> words)
            throws InterruptedException {
        if (all.isEmpty()) {
            console.problem(
                    "auth/nothing-assigned",
                    "you have no %s at %s".formatted(what, place.words()),
                    "have one assigned to you");
            return Optional.empty();
        }
        if (all.size() == 1) {
            console.print("the only %s is %s".formatted(what, words.apply(all.getFirst())));
            return Optional.of(all.getFirst());
        }
        console.print("%ss:".formatted(what));
        for (int i = 0; i < all.size(); i++) {
            console.print("  %2d  %s".formatted(i + 1, words.apply(all.get(i))));
        }
        return console.isInteractive() ? asked(all, what) : unnamed(what);
    }

    private <T> Optional<T> unnamed(String what) {
        console.problem(
                "auth/no-" + what,
                "there is nobody to choose the %s".formatted(what),
                "call it again with --account ID --role NAME: you are signed in");
        return Optional.empty();
    }

    private <T> Optional<T> asked(List<T> all, String what) throws InterruptedException {
        for (int i = 0; i < TRIES; i++) {
            Optional<String> answer = console.ask("%s (1-%d): ".formatted(what, all.size()));
            if (answer.isEmpty()) {
                return unnamed(what);
            }
            if (answer.get().matches("[0-9]{1,6}")) {
                int number = Integer.parseInt(answer.get());
                if (number >= 1 && number <= all.size()) {
                    return Optional.of(all.get(number - 1));
                }
            }
            console.print("type a number from 1 to " + all.size());
        }
        return unnamed(what);
    }
}
