package kiro.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import kiro.evidence.Proving;
import kiro.evidence.TestRun;
import kiro.evidence.Traces;
import kiro.evidence.Verification;
import kiro.finding.Finding;
import kiro.spec.Spec;
import kiro.spec.SpecReading;
import kiro.sync.SyncReport;
import kiro.workspace.Workspace;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/// `kiro spec sync`: brings a spec in line with what the project's tests prove.
@Command(
        name = "sync",
        description = {
            "Ticks the criteria that the project's tests prove, and unticks those that they do not.",
            "Reads the test reports that are as young as the code; where there are none, runs the tests.",
            "A test proves a criterion by naming it, as in @Tag(\"user-profile#AC-1\") or in its title or a comment.",
            "The evidence is kept in .kiro/evidence, to be committed with the code.",
            ""
        },
        footer = {
            "",
            "Examples:",
            "  kiro spec sync user-profile",
            "  kiro spec sync .kiro/specs/user-profile.md --check    write nothing",
            "  kiro spec sync user-profile --run --json",
            "  kiro spec sync user-profile --reports build/reports",
            "  kiro spec sync user-profile --prove AC-1    break its code, and see its tests fail",
            "  kiro spec sync --prove user-profile#AC-1    the same",
            "  kiro spec sync user-profile --accept AC-4 --reason 'seen on staging' --by-hand",
            "",
            "Exit codes: 0 every criterion is proven or answered for, and what --prove names is verified,",
            "1 bad input, 2 something is unproven, weak or could not be tried, 6 another run is at work."
        })
public final class SpecSyncCommand implements Callable<Integer> {
    private final Console console;
    private final Workspaces workspaces;
    private final Projects projects;
    private final SpecProofs proofs;

    @Parameters(
            arity = "0..1",
            paramLabel = "SPEC",
            description =
                    "The spec, by its name or its file; may be left out where --prove names it.")
    private @Nullable String spec;

    @Mixin private SyncOptions options = new SyncOptions();

    public SpecSyncCommand(Console console, Workspaces workspaces, SpecProofs proofs) {
        this.console = console;
        this.workspaces = workspaces;
        this.projects = new Projects(console, workspaces);
        this.proofs = proofs;
    }

    @Override
    public Integer call() throws IOException {
        Optional<String> wanted = Optional.ofNullable(spec).or(options::specToProve);
        if (wanted.isEmpty()) {
            console.problem(
                    "cli/usage", "no spec is named", "name the one to prove: kiro spec sync SPEC");
            return ExitCode.USAGE.number();
        }
        Optional<Workspace> workspace = projects.current();
        if (workspace.isEmpty()) {
            return ExitCode.FINDINGS.number();
        }
        try {
            return switch (projects.spec(workspace.get(), wanted.get())) {
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
        return switch (proofs.open(workspace, purpose())) {
            case SpecProofs.Opening.Broken broken -> findings(broken.findings());
            case SpecProofs.Opening.Refused refused -> {
                Problem problem = refused.problem();
                console.problem(problem.code(), problem.message(), problem.fix());
                yield refused.code();
            }
            case SpecProofs.Opening.Opened opened -> {
                try (SpecProofs.Closing _ = opened.lock()) {
                    console.findings(opened.warnings());
                    yield accepted(opened, read);
                }
            }
        };
    }

    private SpecProofs.Purpose purpose() {
        return options.isCheck ? SpecProofs.Purpose.READ : SpecProofs.Purpose.WRITE;
    }

    private ExitCode accepted(SpecProofs.Opening.Opened opened, Spec read)
            throws IOException, InterruptedException {
        Optional<Problem> wrong = SpecProver.problem(read, options);
        if (wrong.isPresent()) {
            Problem found = wrong.get();
            console.problem(found.code(), found.message(), found.fix());
            return ExitCode.FINDINGS;
        }
        if (options.accepting == null) {
            return sync(opened, read);
        }
        return switch (new Accepting(opened.writers(), options).accept(read)) {
            case Accepting.Answer.Refused refused -> {
                Problem problem = refused.problem();
                console.problem(problem.code(), problem.message(), problem.fix());
                yield ExitCode.FINDINGS;
            }
            case Accepting.Answer.Written written -> sync(opened, written.spec());
        };
    }

    private ExitCode sync(SpecProofs.Opening.Opened opened, Spec read)
            throws IOException, InterruptedException {
        TestRun run = measured(opened);
        Verification verification = opened.verifier().judge(read, run);
        SyncReport report = written(opened, read, verification);
        List<Proving> tried = List.of();
        if (!options.toProve.isEmpty()) {
            tried = new SpecProver(console, opened, options).prove(read, verification);
            verification = verification.with(tried);
            report = written(opened, read, verification);
        }
        Traces traces = opened.verifier().traces(read);
        List<String> note =
                run instanceof TestRun.Finished
                        ? opened.writers()
                                .note()
                                .update(read, verification, traces, options.isCheck)
                        : List.of();
        if (options.isJson) {
            console.print(SyncJson.of(report, run, traces, note, tried, options.isCheck));
        } else {
            new SyncView(console, options).show(read, report, run, traces, note);
        }
        boolean isVerified = tried.stream().allMatch(Proving::isVerified);
        return report.isSettled() && isVerified ? ExitCode.OK : ExitCode.UNPROVEN;
    }

    private SyncReport written(
            SpecProofs.Opening.Opened opened, Spec read, Verification verification)
            throws IOException {
        return options.isCheck
                ? opened.writers().sync().preview(read, verification)
                : opened.writers().sync().sync(read, verification);
    }

    private TestRun measured(SpecProofs.Opening.Opened opened) throws InterruptedException {
        if (!options.reports.isEmpty()) {
            var named = new ArrayList<Path>();
            options.reports.forEach(path -> named.add(workspaces.absolute(path.toString())));
            return opened.means().tests().read(named);
        }
        if (!options.isRun && opened.means().tests().read() instanceof TestRun.Finished read) {
            console.note("reading " + read.command() + " (--run runs the tests)");
            return read;
        }
        opened.means().command().ifPresent(line -> console.note("running the tests: " + line));
        return opened.means()
                .tests()
                .run(
                        opened.means().layout(),
                        line -> {
                            if (options.isVerbose) {
                                console.note("  " + line);
                            }
                        });
    }

    private ExitCode findings(List<Finding> findings) {
        console.findings(findings);
        return ExitCode.FINDINGS;
    }
}
