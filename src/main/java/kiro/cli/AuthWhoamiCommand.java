package kiro.cli;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import kiro.auth.KeptAws;
import kiro.auth.KeptRole;
import kiro.auth.KeptSignIn;
import kiro.aws.AwsSignIn;
import kiro.aws.Identity;
import kiro.config.Config;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// `kiro auth whoami`: who the person is to AWS, and whose keys models are asked with.
@Command(
        name = "whoami",
        description = {
            "Says who you are to AWS, which is asked, and whose keys models are asked with.",
            ""
        },
        footer = {
            "",
            "Examples:",
            "  kiro auth whoami",
            "  kiro auth whoami --json",
            "",
            "Exit codes: 0 told, 1 nobody is signed in, or AWS does not take the credentials."
        })
public final class AuthWhoamiCommand implements Callable<Integer> {
    private static final String USUAL_REGION = "us-east-1";

    private final Console console;
    private final Workspaces workspaces;
    private final AuthAccess access;

    @Option(names = "--json", description = "Print it as JSON.")
    private boolean isJson;

    public AuthWhoamiCommand(Console console, Workspaces workspaces, AuthAccess access) {
        this.console = console;
        this.workspaces = workspaces;
        this.access = access;
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        return switch (access.read(workspaces.current())) {
            case Config.Reading.Broken broken -> {
                console.findings(broken.findings());
                yield ExitCode.FINDINGS.number();
            }
            case Config.Reading.Whole whole -> tell(whole.config()).number();
        };
    }

    private ExitCode tell(Config config) throws InterruptedException {
        var keys = new ArrayList<AuthEntry>();
        new KeyEntries(config, access.keys())
                .all().stream()
                        .filter(each -> each.state() == AuthEntry.State.USED)
                        .forEach(keys::add);
        Identity identity;
        Optional<AuthEntry> builder;
        try (AwsSignIn aws = access.aws(config)) {
            identity = aws.identity(region(aws));
            builder =
                    AwsEntries.of(aws).stream()
                            .filter(each -> each.service().equals("builder-id"))
                            .findFirst();
        }
        builder.ifPresent(keys::add);
        boolean isNobody = identity instanceof Identity.Nobody && keys.isEmpty();
        if (isJson) {
            console.print(AuthJson.whoami(identity, keys));
        } else {
            show(identity, keys);
        }
        if (isNobody) {
            console.problem(
                    "auth/nobody",
                    "you are signed in with nothing",
                    "see 'kiro auth login --help'");
        }
        return isNobody || identity instanceof Identity.Failed ? ExitCode.FINDINGS : ExitCode.OK;
    }

    /// Where one signed in one is known.
    private String region(AwsSignIn aws) {
        KeptAws kept = access.signIns().kept();
        return kept.role()
                .map(KeptRole::region)
                .or(aws::region)
                .or(() -> kept.center().map(KeptSignIn::region))
                .orElse(USUAL_REGION);
    }

    private void show(Identity identity, List<AuthEntry> keys) {
        switch (identity) {
            case Identity.Nobody _ -> {}
            case Identity.Failed(String message, String fix) ->
                    console.problem("auth/not-taken", message, fix);
            case Identity.Known known -> {
                console.print("aws         " + known.arn());
                console.print(
                        "            account %s, by %s%s"
                                .formatted(
                                        known.account(),
                                        known.origin(),
                                        known.until()
                                                .map(end -> ", until " + When.words(end))
                                                .orElse("")));
            }
        }
        keys.forEach(each ->
                console.print(
                        "%-12s%s%s of %s"
                                .formatted(
                                        each.service(),
                                        each.kind(),
                                        each.hint().isEmpty() ? "" : " ..." + each.hint(),
                                        each.origin())));
    }
}
