package kiro.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import kiro.agent.AgentTask.Goal;
import kiro.agent.RunReport;
import kiro.cli.AgentFlow.Outcome;
import kiro.evidence.TestOutcome;
import kiro.evidence.TestRun;
import kiro.permission.Mode;
import kiro.permission.Trust;
import kiro.permission.TrustState;
import kiro.spec.Section;
import kiro.spec.Spec;
import kiro.spec.SpecReading;
import kiro.spec.SpecStore;
import kiro.workspace.Workspace;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `kiro demo`: the main job on a sample project, in a repository of its own.
@Command(
        name = "demo",
        description = {
            "Copies a small Spring Boot service into a fresh git repository and implements one of its specs there:",
            "a plan, code, passing tests, proven criteria. Needs Maven and git, and no key: the built-in engine",
            "stands in for a model.",
            ""
        },
        footer = {
            "",
            "Examples:",
            "  kiro demo",
            "  kiro demo ~/kiro-demo",
            "  kiro demo --model anthropic/claude-sonnet-5-5"
        })
public final class DemoCommand implements Callable<Integer> {
    private static final String SPEC = "user-profile-update";

    private final Console console;
    private final AgentFlow flow;
    private final SampleProject sample;
    private final Workspaces workspaces;
    private final PermissionSettings settings;

    @Parameters(
            arity = "0..1",
            paramLabel = "FOLDER",
            description =
                    "Where the repository is made; a new temporary folder where it is left out.")
    private @Nullable String folder;

    @Option(
            names = "--model",
            paramLabel = "MODEL",
            defaultValue = "built-in",
            description = "The model that does the work (default: ${DEFAULT-VALUE}).")
    private String model = "built-in";

    public DemoCommand(
            Console console,
            AgentFlow flow,
            SampleProject sample,
            Workspaces workspaces,
            PermissionSettings settings) {
        this.console = console;
        this.flow = flow;
        this.sample = sample;
        this.workspaces = workspaces;
        this.settings = settings;
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        Path target =
                folder == null
                        ? Files.createTempDirectory("kiro-demo-")
                        : workspaces.absolute(folder);
        if (isTaken(target)) {
            console.problem(
                    "demo/folder-taken",
                    target + " exists and is not an empty folder",
                    "name a folder that is not there yet");
            return ExitCode.FINDINGS.number();
        }
        Optional<String> trouble = sample.makeRepository(target);
        if (trouble.isPresent()) {
            console.problem(
                    "demo/no-repository",
                    "the sample's repository cannot be made: " + trouble.get(),
                    "install git, and see that " + target + " is writable");
            return ExitCode.ENVIRONMENT.number();
        }
        console.print("sample project in " + target);
        var workspace = new Workspace(target.toRealPath());
        trust(workspace);
        return switch (new SpecStore(workspace).find(SPEC)) {
            case SpecReading.Broken broken -> {
                console.findings(broken.findings());
                yield ExitCode.INTERNAL.number();
            }
            case SpecReading.Whole whole -> run(workspace, whole.spec());
        };
    }

    /// What this program brings is trusted: its tests have the network, from which they fetch libraries.
    private void trust(Workspace workspace) throws IOException {
        Trust trust = settings.files(workspace).trust();
        trust.grant(trust.state().files().stream().map(TrustState.Looked::file).toList());
    }

    private int run(Workspace workspace, Spec spec) throws InterruptedException {
        Outcome outcome =
                flow.run(
                        new RunRequest(
                                workspace,
                                "implement",
                                Optional.of(spec),
                                new Goal.WholeWork(),
                                new Chosen(
                                        Optional.of(Mode.AUTONOMOUS),
                                        Optional.of(model),
                                        Optional.empty(),
                                        Optional.empty()),
                                List.of()),
                        RunFaces.Output.TEXT);
        if (outcome.code() != ExitCode.OK || outcome.report().isEmpty()) {
            console.problem(
                    "demo/unfinished",
                    "the demo did not reach its end",
                    "read what stopped it above; the project is in " + workspace.root());
            return outcome.code().number();
        }
        end(workspace, outcome.report().get());
        return ExitCode.OK.number();
    }

    private void end(Workspace workspace, RunReport report) throws InterruptedException {
        heading("The spec now");
        if (new SpecStore(workspace).find(SPEC) instanceof SpecReading.Whole whole) {
            whole.spec().section("Acceptance Criteria").map(Section::body).stream()
                    .flatMap(String::lines)
                    .filter(line -> !line.isBlank())
                    .forEach(line -> console.print("  " + line));
        }
        heading("What changed");
        sample.changes(workspace.root()).lines().forEach(line -> console.print("  " + line));
        report.tests().ifPresent(this::tests);
        heading("Where it lies");
        console.print("  project    " + workspace.root());
        console.print("  spec       .kiro/specs/" + SPEC + ".md");
        console.print("  evidence   .kiro/evidence/" + SPEC + ".json");
        report.plan().ifPresent(plan -> console.print("  plan       " + plan.file()));
        heading("Try next");
        console.print("  cd " + workspace.root());
        console.print("  kiro spec list                        what is proven, spec by spec");
        console.print("  git diff --cached                     the code and its tests");
        console.print(
                "  kiro spec sync "
                        + SPEC
                        + " --run    prove it again, from a new run of the tests");
    }

    private void tests(TestRun run) {
        if (run instanceof TestRun.Finished finished) {
            heading("The tests");
            console.print(
                    "  %d passed, %d failed, %d skipped (%s)"
                            .formatted(
                                    finished.count(TestOutcome.PASSED),
                                    finished.count(TestOutcome.FAILED)
                                            + finished.count(TestOutcome.ERROR),
                                    finished.count(TestOutcome.SKIPPED),
                                    finished.command()));
        }
    }

    private void heading(String text) {
        console.print();
        console.print(console.styled(Style.BOLD, text));
    }

    private static boolean isTaken(Path target) throws IOException {
        if (!Files.exists(target)) {
            return false;
        }
        if (!Files.isDirectory(target)) {
            return true;
        }
        try (Stream<Path> inside = Files.list(target)) {
            return inside.findAny().isPresent();
        }
    }
}
