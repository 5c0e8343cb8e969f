package kiro.cli;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import kiro.aws.AwsSignIn;
import kiro.config.Config;
import kiro.workspace.Workspace;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// `kiro auth status`: everything that a person is signed in with here, and which of it is used.
@Command(
        name = "status",
        description = {
            "Shows everything you are signed in with: what it is for, where it is, until when it lasts, and whether it is used or"
                    + " something else goes before it. Nobody is asked, and no secret is shown.",
            ""
        },
        footer = {
            "",
            "Examples:",
            "  kiro auth status",
            "  kiro auth status --json",
            "",
            "Exit codes: 0 shown, 1 a file has to be repaired first."
        })
public final class AuthStatusCommand implements Callable<Integer> {
    private final Console console;
    private final Workspaces workspaces;
    private final AuthAccess access;

    @Option(names = "--json", description = "Print it as JSON.")
    private boolean isJson;

    public AuthStatusCommand(Console console, Workspaces workspaces, AuthAccess access) {
        this.console = console;
        this.workspaces = workspaces;
        this.access = access;
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        Workspace workspace = workspaces.current();
        return switch (access.read(workspace)) {
            case Config.Reading.Broken broken -> {
                console.findings(broken.findings());
                yield ExitCode.FINDINGS.number();
            }
            case Config.Reading.Whole whole -> show(whole.config()).number();
        };
    }

    private ExitCode show(Config config) {
        List<AuthEntry> entries = entries(config);
        if (isJson) {
            console.print(AuthJson.status(entries));
        } else if (entries.isEmpty()) {
            console.print("you are signed in with nothing");
            console.print("  'kiro auth login --help' shows what there is");
        } else {
            console.print(table(entries));
            entries.stream()
                    .filter(each -> !each.note().isEmpty())
                    .forEach(each -> console.print(each.origin() + ": " + each.note()));
        }
        return access.keys()
                .problem()
                .map(message -> {
                    console.problem(
                            "auth/broken-file",
                            message,
                            "mend the file, or remove it and sign in again");
                    return ExitCode.FINDINGS;
                })
                .orElse(ExitCode.OK);
    }

    private List<AuthEntry> entries(Config config) {
        try (AwsSignIn aws = access.aws(config)) {
            return Stream.concat(
                            new KeyEntries(config, access.keys()).all().stream(),
                            AwsEntries.of(aws).stream())
                    .toList();
        }
    }

    private List<String> table(List<AuthEntry> entries) {
        var table = new TextTable(List.of("FOR", "WHAT", "WHERE", "UNTIL", "STATE"));
        entries.forEach(each ->
                table.row(
                        each.service(),
                        each.kind() + (each.hint().isEmpty() ? "" : " ..." + each.hint()),
                        each.origin(),
                        each.renewed().or(each::until).map(When::words).orElse("-"),
                        each.state().words()));
        return table.lines(console.width());
    }
}
