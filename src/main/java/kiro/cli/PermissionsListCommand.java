package kiro.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import kiro.permission.PermissionFiles;
import kiro.permission.PermissionRule;
import kiro.sandbox.SandboxState;
import kiro.workspace.Workspace;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// `kiro permissions list`: every rule that holds here, and where it comes from.
@Command(
        name = "list",
        description = {
            "Lists the rules that hold in this project, and the files that they are read from.",
            "The one that lies in the project allows nothing unless you trust it: see 'kiro trust'.",
            ""
        },
        footer = {
            "",
            "Examples:",
            "  kiro permissions list",
            "  kiro permissions list --json",
            "",
            "Exit codes: 0 listed, 1 a file of rules or settings has to be repaired."
        })
public final class PermissionsListCommand implements Callable<Integer> {
    private final Console console;
    private final Workspaces workspaces;
    private final PermissionSettings settings;

    @Option(names = "--json", description = "Print the rules as JSON.")
    private boolean isJson;

    public PermissionsListCommand(
            Console console, Workspaces workspaces, PermissionSettings settings) {
        this.console = console;
        this.workspaces = workspaces;
        this.settings = settings;
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        Workspace workspace = workspaces.current();
        return switch (settings.open(workspace, Optional.empty())) {
            case PermissionSettings.Opening.Broken broken -> {
                console.findings(broken.findings());
                yield ExitCode.FINDINGS.number();
            }
            case PermissionSettings.Opening.Opened opened -> {
                List<PermissionFiles.Source> sources = settings.files(workspace).sources();
                if (isJson) {
                    console.print(PermissionsJson.list(opened, sources));
                } else {
                    show(opened, sources);
                }
                opened.sandbox().close();
                yield ExitCode.OK.number();
            }
        };
    }

    private void show(
            PermissionSettings.Opening.Opened opened, List<PermissionFiles.Source> sources)
            throws InterruptedException {
        List<PermissionRule> rules = opened.rules().rules().rules();
        if (rules.isEmpty()) {
            console.print("no rules: what is allowed follows from the mode and the risk");
        } else {
            var table = new TextTable(List.of("EFFECT", "WHAT", "MATCH", "BUT NOT", "FROM"));
            for (PermissionRule rule : rules) {
                table.row(
                        rule.effect().word(),
                        rule.capability(),
                        rule.match().isEmpty() ? "everything" : String.join(", ", rule.match()),
                        String.join(", ", rule.exclude()),
                        rule.place());
            }
            console.print(table.lines(console.width()));
        }
        console.print();
        console.print("read from, the stricter rule before the other, whoever made it:");
        for (PermissionFiles.Source source : sources) {
            console.print(
                    "  %-13s %s%s"
                            .formatted(
                                    source.origin().word(),
                                    source.label(),
                                    Files.exists(source.file()) ? "" : " (not there)"));
        }
        console.print();
        console.print("sandbox: " + SandboxWords.of(opened.sandbox().state()));
        if (opened.sandbox().state() instanceof SandboxState.Active) {
            opened.sandbox()
                    .stores()
                    .ifPresent(folder ->
                            console.print("what build tools fetch within it is kept in " + folder));
        }
        opened.remarks().forEach(console::note);
    }
}
