package kiro.cli;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import kiro.evidence.TestRun;
import kiro.evidence.Verification;
import kiro.finding.Finding;
import kiro.spec.Spec;
import kiro.spec.SpecReading;
import kiro.sync.SyncReport;
import kiro.workspace.Workspace;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `kiro spec sync`: runs the tests and brings a spec in line with what they prove.
@Command(
        name = "sync",
        description = {
            "Runs the project's tests, ticks the criteria that they prove and unticks those that they do not.",
            "A test proves a criterion by naming it, as in @Tag(\"user-profile#AC-1\") or in its title or a comment.",
            "The evidence is kept in .kiro/evidence, to be committed with the code.",
            ""
        },
        footer = {
            "",
            "Examples:",
            "  kiro spec sync user-profile",
            "  kiro spec sync .kiro/specs/user-profile.md --check    write nothing",
            "  kiro spec sync user-profile --json",
            "",
            "Exit codes: 0 every criterion is proven, 1 bad input, 2 something is unproven, 6 another run is at work."
        })
public final class SpecSyncCommand implements Callable<Integer> {
    private final Console console;
    private final Projects projects;
    private final SpecProofs proofs;

    @Parameters(
            arity = "1",
            paramLabel = "SPEC",
            description = "The spec, by its name or its file.")
    private @Nullable String spec;

    @Option(names = "--check", description = "Write nothing: say what would change.")
    private boolean isCheck;

    @Option(names = "--verbose", description = "Show what the tests print.")
    private boolean isVerbose;

    @Option(names = "--json", description = "Print the result as JSON.")
    private boolean isJson;

    public SpecSyncCommand(Console console, Workspaces workspaces, SpecProofs proofs) {
        this.console = console;
        this.projects = new Projects(console, workspaces);
        this.proofs = proofs;
    }

    @Override
    public Integer call() throws IOException {
        Optional<Workspace> workspace = projects.current();
        if (workspace.isEmpty() || spec == null) {
            return ExitCode.FINDINGS.number();
        }
        try {
            return switch (projects.spec(workspace.get(), spec)) {
                case SpecReading.Broken broken -> findings(broken.findings()).number();
                case SpecReading.Whole whole -> prove(workspace.get(), whole.spec()).number();
            };
        } catch (IOException cause) {
            console.problem(
                    "spec/not-written",
                    "the spec was not brought in line: " + cause.getMessage(),
                    "repair that and run the command again; what was written is consistent");
            return ExitCode.FINDINGS.number();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            console.note("stopped: run the command again to go on");
            return ExitCode.INTERRUPTED.number();
        }
    }

    private ExitCode prove(Workspace workspace, Spec read)
            throws IOException, InterruptedException {
        return switch (proofs.open(workspace)) {
            case SpecProofs.Opening.Broken broken -> findings(broken.findings());
            case SpecProofs.Opening.Refused refused -> {
                Problem problem = refused.problem();
                console.problem(problem.code(), problem.message(), problem.fix());
                yield refused.code();
            }
            case SpecProofs.Opening.Opened opened -> {
                try (SpecProofs.Closing _ = opened.lock()) {
                    yield prove(opened, read);
                }
            }
        };
    }

    private ExitCode prove(SpecProofs.Opening.Opened opened, Spec read)
            throws IOException, InterruptedException {
        console.findings(opened.warnings());
        opened.command().ifPresent(line -> console.note("running the tests: " + line));
        TestRun run =
                opened.tests()
                        .run(
                                opened.layout(),
                                line -> {
                                    if (isVerbose) {
                                        console.note("  " + line);
                                    }
                                });
        Verification verification = opened.verifier().judge(read, run);
        SyncReport report =
                isCheck
                        ? opened.sync().preview(read, verification)
                        : opened.sync().sync(read, verification);
        if (isJson) {
            console.print(SpecJson.sync(report, run, isCheck));
        } else {
            new SyncView(console, isCheck).show(read, report, run);
        }
        boolean isProven =
                !report.verdicts().isEmpty()
                        && report.verdicts().stream().allMatch(verdict -> verdict.isProven());
        return isProven ? ExitCode.OK : ExitCode.UNPROVEN;
    }

    private ExitCode findings(List<Finding> findings) {
        console.findings(findings);
        return ExitCode.FINDINGS;
    }
}
