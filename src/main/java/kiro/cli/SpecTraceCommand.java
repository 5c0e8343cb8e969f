package kiro.cli;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import kiro.trace.TraceReading;
import kiro.trace.Tracer;
import kiro.workspace.Workspace;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `kiro spec trace`: from a criterion to tests, code and commits, and back.
@Command(
        name = "trace",
        description = {
            "Walks from a criterion to the tests that name it, the code behind them and the commits that made it;",
            "and from a file, a test or a commit back to the criteria. It runs nothing.",
            ""
        },
        footer = {
            "",
            "Examples:",
            "  kiro spec trace user-profile#AC-1",
            "  kiro spec trace AC-1                                   where one spec alone has it",
            "  kiro spec trace user-profile                           every criterion of it",
            "  kiro spec trace src/main/java/demo/Profile.java        the criteria that it serves",
            "  kiro spec trace src/test/java/demo/ProfileTest.java:42",
            "  kiro spec trace ProfileTest.rejects_a_stranger --json",
            "  kiro spec trace HEAD                                   the criteria that a commit touched",
            "",
            "Exit codes: 0 found, 1 there is nothing of this name, 130 stopped."
        })
public final class SpecTraceCommand implements Callable<Integer> {
    private final Console console;
    private final Projects projects;
    private final SpecProofs proofs;

    @Parameters(
            arity = "1",
            paramLabel = "WHAT",
            description =
                    "A criterion, a spec, a file with or without a line, a test, or a commit.")
    private @Nullable String wanted;

    @Option(names = "--json", description = "Print the result as JSON.")
    private boolean isJson;

    public SpecTraceCommand(Console console, Workspaces workspaces, SpecProofs proofs) {
        this.console = console;
        this.projects = new Projects(console, workspaces);
        this.proofs = proofs;
    }

    @Override
    public Integer call() throws IOException {
        Optional<Workspace> workspace = projects.current();
        if (workspace.isEmpty() || wanted == null) {
            return ExitCode.FINDINGS.number();
        }
        try {
            return trace(workspace.get(), wanted).number();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return ExitCode.INTERRUPTED.number();
        }
    }

    private ExitCode trace(Workspace workspace, String what) throws InterruptedException {
        var tracer = new Tracer(workspace, proofs.git(workspace), proofs.verifier(workspace));
        return switch (tracer.trace(what)) {
            case TraceReading.NotFound none -> {
                console.findings(List.of(none.finding()));
                yield ExitCode.FINDINGS;
            }
            case TraceReading.Found found -> {
                if (isJson) {
                    console.print(TraceJson.of(found));
                } else {
                    new TraceView(console).show(found);
                }
                yield ExitCode.OK;
            }
        };
    }
}
