package kiro.aws;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// What is to be expected of the credentials for a run, before it begins and without asking anybody.
public sealed interface Outlook {
    /// Nothing is known against them.
    record Clear() implements Outlook {}

    /// They end soon, and nothing renews them.
    ///
    /// @param words who, when, and what to do
    record Ending(String words) implements Outlook {}

    /// They cannot be used.
    record Over(String message, String fix) implements Outlook {}

    /// @param used the ways that are gone
    /// @param soon what counts as soon
    static Outlook of(List<AwsStanding> used, Instant now, Duration soon) {
        Optional<AwsStanding> over = used.stream().filter(each -> !each.isUsable()).findFirst();
        if (over.isPresent()) {
            return new Over(
                    "%s: %s".formatted(over.get().origin(), over.get().problem()),
                    over.get().fix());
        }
        return used.stream()
                .flatMap(each -> ending(each, now, soon).stream())
                .findFirst()
                .<Outlook>map(Ending::new)
                .orElseGet(Clear::new);
    }

    private static Optional<String> ending(AwsStanding standing, Instant now, Duration soon) {
        return standing.renewed()
                .or(standing::until)
                .filter(end -> end.isBefore(now.plus(soon)))
                .map(end ->
                        "the sign-in for %s ends in %s: %s if the run may take longer"
                                .formatted(
                                        standing.origin(),
                                        minutes(Duration.between(now, end).toMinutes()),
                                        standing.fix()));
    }

    private static String minutes(long number) {
        return number <= 1 ? "a minute" : number + " minutes";
    }
}
