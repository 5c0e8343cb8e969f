package kiro.cli;

import java.io.IOException;
import java.util.Optional;
import kiro.auth.CredentialFile;
import kiro.auth.KeptSignIn;
import kiro.aws.AwsSignIn;
import kiro.aws.AwsStanding;
import kiro.aws.CenterPlace;
import kiro.aws.DeviceSignIn;
import kiro.aws.KnownPlaces;
import kiro.aws.Lookup;
import kiro.aws.SsoPortal;
import kiro.config.Config;

/// Signs in to IAM Identity Center, or with an AWS Builder ID: shows a code, waits, and has an account and a role chosen.
final class CenterLogin {
    private final Console console;
    private final AuthAccess access;
    private final Wish wish;

    CenterLogin(Console console, AuthAccess access, Wish wish) {
        this.console = console;
        this.access = access;
        this.wish = wish;
    }

    /// How a person wants it.
    ///
    /// @param account whose role is to be used; empty to be asked for it
    /// @param isBrowserOpened whether the page is opened where there is a browser
    /// @param isAnew whether a sign-in that is still good is made again
    record Wish(
            Optional<String> account,
            Optional<String> role,
            boolean isBrowserOpened,
            boolean isAnew) {}

    /// Signs in for credentials of an account, which models on Bedrock are asked with from then on.
    ExitCode lend(CenterPlace place, Config config) throws IOException, InterruptedException {
        try (SsoPortal portal = access.portal(config)) {
            if (!isSignedIn(place, portal, config)) {
                return ExitCode.FINDINGS;
            }
            var choice = new RoleChoice(console, portal, place);
            return switch (choice.choose(wish.account(), wish.role())) {
                case RoleChoice.Outcome.Stopped(ExitCode code) -> code;
                case RoleChoice.Outcome.Chosen chosen ->
                        keep(
                                KnownPlaces.kept(
                                        place,
                                        Optional.of(chosen.account()),
                                        Optional.of(chosen.role())),
                                portal,
                                config);
            };
        }
    }

    /// Signs in for a profile of AWS's own files.
    ExitCode forProfile(String name, CenterPlace place, Config config)
            throws IOException, InterruptedException {
        try (SsoPortal portal = access.portal(config)) {
            if (!isSignedIn(place, portal, config)) {
                return ExitCode.FINDINGS;
            }
        }
        if (!config.text("aws.profile").equals(Optional.of(name))) {
            console.print("to use it, set the profile: kiro config set aws.profile " + name);
        }
        return ExitCode.OK;
    }

    /// Signs in as a person, for whatever knows Builder IDs.
    ExitCode asBuilder(Config config) throws IOException, InterruptedException {
        CenterPlace place = CenterPlace.ofBuilderId();
        try (SsoPortal portal = access.portal(config)) {
            if (!isSignedIn(place, portal, config)) {
                return ExitCode.FINDINGS;
            }
        }
        if (isRefused(
                access.signIns()
                        .keepBuilderId(
                                KnownPlaces.kept(place, Optional.empty(), Optional.empty())))) {
            return ExitCode.FINDINGS;
        }
        console.print("a Builder ID has no AWS account: models on Bedrock need --sso-start-url");
        return ExitCode.OK;
    }

    private boolean isSignedIn(CenterPlace place, SsoPortal portal, Config config)
            throws InterruptedException {
        Optional<SsoPortal.SignedIn> before =
                wish.isAnew() ? Optional.empty() : portal.signedIn(place);
        if (before.isPresent()) {
            console.print(
                    "already signed in at %s%s; --again signs in anew"
                            .formatted(place.words(), until(before.get())));
            return true;
        }
        try (DeviceSignIn device = access.device(config)) {
            boolean isDone = signIn(device, place);
            portal.signedIn(place)
                    .filter(_ -> isDone)
                    .ifPresent(now ->
                            console.print(
                                    "signed in at %s%s".formatted(place.words(), until(now))));
            return isDone;
        }
    }

    private static String until(SsoPortal.SignedIn signedIn) {
        return " until "
                + When.words(signedIn.until())
                + signedIn.renewed()
                        .map(end -> ", renewed by itself until " + When.words(end))
                        .orElse("");
    }

    private boolean signIn(DeviceSignIn device, CenterPlace place) throws InterruptedException {
        return switch (device.begin(place)) {
            case DeviceSignIn.Beginning.Failed(String message, String fix) -> {
                console.problem("auth/not-signed-in", message, fix);
                yield false;
            }
            case DeviceSignIn.Beginning.Begun(DeviceSignIn.Code code) -> {
                show(code);
                yield switch (device.await(code)) {
                    case DeviceSignIn.Ending.SignedIn _ -> true;
                    case DeviceSignIn.Ending.Failed(String message, String fix) -> {
                        console.problem("auth/not-signed-in", message, fix);
                        yield false;
                    }
                };
            }
        };
    }

    private void show(DeviceSignIn.Code code) {
        console.print("open this page, see that it shows the code below, and allow the sign-in:");
        console.print("  " + code.page());
        console.print("  " + console.styled(Style.BOLD, code.shown()));
        console.flush();
        if (wish.isBrowserOpened() && console.isInteractive()) {
            access.open(code.page());
        }
        console.status(
                "waiting for you, for %d minutes at most (Ctrl-C ends it)"
                        .formatted(Math.max(1, code.limit().toMinutes())));
    }

    private ExitCode keep(KeptSignIn signIn, SsoPortal portal, Config config)
            throws IOException, InterruptedException {
        if (portal.lent(signIn) instanceof Lookup.Failed(String message, String fix, _)) {
            console.problem("auth/no-credentials", message, fix);
            return ExitCode.FINDINGS;
        }
        if (isRefused(access.signIns().keepCenter(signIn))) {
            return ExitCode.FINDINGS;
        }
        console.print(
                "AWS is asked as the role %s in the account %s"
                        .formatted(signIn.role().orElseThrow(), signIn.account().orElseThrow()));
        try (AwsSignIn aws = access.aws(config)) {
            Optional<AwsStanding> first =
                    aws.standings().stream()
                            .findFirst()
                            .filter(each ->
                                    !each.origin()
                                            .startsWith(
                                                    "the role "
                                                            + signIn.role().orElseThrow()
                                                            + " in "));
            first.ifPresent(each ->
                    console.note(
                            "warning: %s goes before it: 'kiro auth status' shows the order"
                                    .formatted(each.origin())));
            if (aws.region().isEmpty()) {
                console.print(
                        "say in which region models are asked: kiro config set aws.region REGION");
            }
        }
        if (config.text("model").isEmpty()) {
            console.print(
                    "choose a model: 'kiro models list bedrock' shows those that you can use");
        }
        return ExitCode.OK;
    }

    private boolean isRefused(CredentialFile.Change change) {
        if (change instanceof CredentialFile.Change.Refused(String message, String fix)) {
            console.problem("auth/not-kept", message, fix);
            return true;
        }
        return false;
    }
}
