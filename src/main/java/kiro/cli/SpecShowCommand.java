package kiro.cli;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import kiro.finding.Finding;
import kiro.spec.Spec;
import kiro.spec.SpecReading;
import kiro.spec.SpecRules;
import kiro.workspace.Workspace;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `kiro spec show`: all that is known of one spec.
@Command(
        name = "show",
        description = {
            "Shows one spec: its criteria with what proves them, its tasks with the criteria they serve, its sections,",
            "and what is to be repaired. Nothing is run: evidence holds while criterion, tests and code are unchanged.",
            ""
        },
        footer = {
            "",
            "Examples:",
            "  kiro spec show user-profile",
            "  kiro spec show .kiro/specs/sign-in/tasks.md",
            "  kiro spec show user-profile --json",
            "",
            "Exit codes: 0 shown, 1 there is no such spec, or it cannot be worked with."
        })
public final class SpecShowCommand implements Callable<Integer> {
    private final Console console;
    private final Projects projects;
    private final SpecProofs proofs;

    @Parameters(
            arity = "1",
            paramLabel = "SPEC",
            description = "The spec, by its name, its file or its folder.")
    private @Nullable String spec;

    @Option(names = "--json", description = "Print it as JSON.")
    private boolean isJson;

    public SpecShowCommand(Console console, Workspaces workspaces, SpecProofs proofs) {
        this.console = console;
        this.projects = new Projects(console, workspaces);
        this.proofs = proofs;
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        Optional<Workspace> workspace = projects.current();
        if (workspace.isEmpty() || spec == null) {
            return ExitCode.FINDINGS.number();
        }
        return switch (projects.spec(workspace.get(), spec)) {
            case SpecReading.Whole whole -> {
                show(workspace.get(), whole.spec(), SpecRules.check(whole.spec()));
                yield ExitCode.OK.number();
            }
            case SpecReading.Broken broken -> {
                if (broken.draft().isPresent()) {
                    show(workspace.get(), broken.draft().get(), broken.findings());
                } else {
                    console.findings(broken.findings());
                }
                yield ExitCode.FINDINGS.number();
            }
        };
    }

    private void show(Workspace workspace, Spec shown, List<Finding> findings)
            throws InterruptedException {
        var state =
                new ShownSpec(
                        shown,
                        proofs.verifier(workspace).judgeKept(shown).verdicts(),
                        proofs.ages(workspace).changed(shown.path()),
                        findings);
        if (isJson) {
            console.print(SpecShowJson.of(state));
        } else {
            new SpecShowView(console).show(state);
        }
    }
}
