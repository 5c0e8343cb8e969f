package kiro.cli;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import kiro.auth.CredentialFile;
import kiro.auth.KeptAws;
import kiro.aws.CenterPlace;
import kiro.aws.KnownPlaces;
import kiro.aws.SsoPortal;
import kiro.config.Config;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `kiro auth logout`: forgets what a person is signed in with.
@Command(
        name = "logout",
        description = {
            "Forgets what you signed in with by 'kiro auth login': one thing, or all of it.",
            "What others keep, the environment, your settings and sign-ins of the AWS CLI among them, stays.",
            ""
        },
        footer = {
            "",
            "Examples:",
            "  kiro auth logout anthropic",
            "  kiro auth logout aws --shared",
            "  kiro auth logout --all",
            "",
            "Exit codes: 0 forgotten, or there was nothing, 1 not forgotten, 64 the command line is wrong."
        })
public final class AuthLogoutCommand implements Callable<Integer> {
    private static final String AWS = "aws";
    private static final String BUILDER_ID = "builder-id";

    private final Console console;
    private final Workspaces workspaces;
    private final AuthAccess access;

    @Parameters(
            arity = "0..1",
            paramLabel = "WHAT",
            description = "anthropic, openai, aws or builder-id.")
    private Optional<String> what = Optional.empty();

    @Option(names = "--all", description = "Forget all of it.")
    private boolean isAll;

    @Option(
            names = "--shared",
            description =
                    "Forget also a sign-in that the AWS CLI made, and that others use as well.")
    private boolean isShared;

    public AuthLogoutCommand(Console console, Workspaces workspaces, AuthAccess access) {
        this.console = console;
        this.workspaces = workspaces;
        this.access = access;
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        boolean isKnown =
                what.map(name ->
                                KeyProvider.of(name).isPresent()
                                        || List.of(AWS, BUILDER_ID).contains(name))
                        .orElse(isAll);
        if (!isKnown || (what.isPresent() && isAll)) {
            console.problem(
                    "cli/usage",
                    isAll || what.isEmpty()
                            ? "say what to forget"
                            : "nobody signs in with '%s'".formatted(what.get()),
                    "name anthropic, openai, aws or builder-id, or give --all");
            return ExitCode.USAGE.number();
        }
        return switch (access.read(workspaces.current())) {
            case Config.Reading.Broken broken -> {
                console.findings(broken.findings());
                yield ExitCode.FINDINGS.number();
            }
            case Config.Reading.Whole whole -> forget(whole.config()).number();
        };
    }

    private ExitCode forget(Config config) throws IOException, InterruptedException {
        int forgotten = 0;
        for (KeyProvider each : KeyProvider.values()) {
            if (isMeant(each.id()) && access.keys().forget(each.setting())) {
                console.print("the key of %s is forgotten".formatted(each.words()));
                forgotten++;
            }
        }
        int ofAws = isMeant(AWS) ? forgetAws(config) : 0;
        int ofBuilder = isMeant(BUILDER_ID) ? forgetBuilder(config) : 0;
        if (ofAws < 0 || ofBuilder < 0) {
            return ExitCode.FINDINGS;
        }
        if (forgotten + ofAws + ofBuilder == 0) {
            console.print(
                    "there was nothing to forget%s"
                            .formatted(what.map(name -> " of " + name).orElse("")));
        }
        return ExitCode.OK;
    }

    /// How many things of AWS are forgotten; less than 0 where that did not go.
    private int forgetAws(Config config) throws IOException, InterruptedException {
        KeptAws kept = access.signIns().kept();
        int forgotten = 0;
        if (kept.role().isPresent()) {
            if (isRefused(access.signIns().forgetRole())) {
                return -1;
            }
            console.print("the role %s is forgotten".formatted(kept.role().get().arn()));
            forgotten++;
        }
        if (kept.center().isPresent()) {
            if (isRefused(access.signIns().forgetCenter())) {
                return -1;
            }
            forgetToken(CenterPlace.of(kept.center().get()), config);
            forgotten++;
        }
        Optional<CenterPlace> ofProfile = new KnownPlaces(access.world(config)).ofProfile();
        boolean isMore = ofProfile.isPresent() && isForgotten(ofProfile.get(), config);
        return isMore ? forgotten + 1 : forgotten;
    }

    private int forgetBuilder(Config config) throws IOException, InterruptedException {
        KeptAws kept = access.signIns().kept();
        if (kept.builderId().isEmpty()) {
            return 0;
        }
        if (isRefused(access.signIns().forgetBuilderId())) {
            return -1;
        }
        forgetToken(CenterPlace.of(kept.builderId().get()), config);
        return 1;
    }

    private boolean isMeant(String name) {
        return isAll || what.filter(name::equals).isPresent();
    }

    /// A sign-in that the AWS CLI made stays its own, unless the person says otherwise.
    private void forgetToken(CenterPlace place, Config config)
            throws IOException, InterruptedException {
        if (!isForgotten(place, config)) {
            console.print("the sign-in at %s is forgotten".formatted(place.words()));
        }
    }

    private boolean isForgotten(CenterPlace place, Config config)
            throws IOException, InterruptedException {
        try (SsoPortal portal = access.portal(config)) {
            boolean isGone = portal.forget(place, isShared);
            if (isGone) {
                console.print("the sign-in at %s is forgotten".formatted(place.words()));
            } else if (portal.isOthers(place)) {
                console.note(
                        "the AWS CLI uses its sign-in at %s on: --shared forgets that too"
                                .formatted(place.words()));
            }
            return isGone;
        }
    }

    private boolean isRefused(CredentialFile.Change change) {
        if (change instanceof CredentialFile.Change.Refused(String message, String fix)) {
            console.problem("auth/not-forgotten", message, fix);
            return true;
        }
        return false;
    }
}
