package kiro.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import kiro.config.Config;
import kiro.gate.EventReader;
import kiro.gate.Gate;
import kiro.gate.GateReport;
import kiro.gate.GateSettings;
import kiro.gate.PullRequest;
import kiro.workspace.Workspace;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `kiro spec check`: the gate before a merge.
@Command(
        name = "check",
        description = {
            "The gate before a merge: it runs nothing and writes nothing, and fails when something that specs say is not",
            "proven by the kept evidence.",
            "With --require-spec-for-feature-prs it looks at what the branch changes: a feature owes a spec, and every",
            "criterion of the spec that it names must be proven. A change names its spec in the pull request or a commit,",
            "as in 'Spec: user-profile', by changing the spec's file, or with --spec.",
            ""
        },
        footer = {
            "",
            "Examples:",
            "  kiro spec check                                       nothing is ticked without evidence, or stale",
            "  kiro spec check user-profile --strict                 and nothing is open",
            "  kiro spec check --require-spec-for-feature-prs        in a pipeline",
            "  kiro spec check --require-spec-for-feature-prs --base develop --spec user-profile",
            "",
            "Exit codes: 0 it may be merged, 1 it may not, or the change cannot be known, 130 stopped."
        })
public final class SpecCheckCommand implements Callable<Integer> {
    private final Console console;
    private final Projects projects;
    private final SpecProofs proofs;
    private final ProjectSettings projectSettings;
    private final Map<String, String> environment;

    @Parameters(
            arity = "0..*",
            paramLabel = "SPEC",
            description = "Names of specs; without any, all.")
    private List<String> specs = new ArrayList<>();

    @Option(
            names = "--require-spec-for-feature-prs",
            description = "Check what the branch changes against the specs that it names.")
    private boolean isForChange;

    @Option(
            names = "--base",
            paramLabel = "REF",
            description = "The branch or commit that the change is to be merged into.")
    private @Nullable String base;

    @Option(
            names = "--spec",
            paramLabel = "SPEC",
            description = "A spec of the change. May be given several times.")
    private List<String> named = new ArrayList<>();

    @Option(names = "--strict", description = "Let criteria that are open fail as well.")
    private boolean isStrict;

    @Option(names = "--json", description = "Print the result as JSON.")
    private boolean isJson;

    /// @param environment that of the pipeline, if any
    public SpecCheckCommand(
            Console console,
            Workspaces workspaces,
            SpecProofs proofs,
            ProjectSettings settings,
            Map<String, String> environment) {
        this.console = console;
        this.projects = new Projects(console, workspaces);
        this.proofs = proofs;
        this.projectSettings = settings;
        this.environment = Map.copyOf(environment);
    }

    @Override
    public Integer call() throws IOException {
        if (!isForChange && (base != null || !named.isEmpty())) {
            console.problem(
                    "cli/usage",
                    "--base and --spec are about a change",
                    "add --require-spec-for-feature-prs, or name specs without --spec");
            return ExitCode.USAGE.number();
        }
        Optional<Workspace> workspace = projects.current();
        if (workspace.isEmpty()) {
            return ExitCode.FINDINGS.number();
        }
        try {
            return check(workspace.get()).number();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return ExitCode.INTERRUPTED.number();
        }
    }

    private ExitCode check(Workspace workspace) throws InterruptedException {
        var gate = new Gate(workspace, proofs.git(workspace), proofs.verifier(workspace));
        if (!isForChange) {
            return show(gate.specs(specs, isStrict));
        }
        return switch (projectSettings.read(workspace)) {
            case Config.Reading.Broken broken -> {
                console.findings(broken.findings());
                yield ExitCode.FINDINGS;
            }
            case Config.Reading.Whole whole -> {
                console.findings(whole.warnings());
                yield change(gate, whole.config());
            }
        };
    }

    private ExitCode change(Gate gate, Config config) throws InterruptedException {
        Optional<String> event =
                Optional.ofNullable(environment.get("GITHUB_EVENT_PATH"))
                        .filter(path -> !path.isBlank());
        EventReader.Reading reading =
                event.map(path -> EventReader.read(Path.of(path)))
                        .orElseGet(() -> new EventReader.Reading.Whole(Optional.empty()));
        return switch (reading) {
            case EventReader.Reading.Broken broken ->
                    show(new GateReport(Optional.empty(), List.of(), List.of(broken.finding())));
            case EventReader.Reading.Whole whole ->
                    show(gate.change(settings(config, whole.request())));
        };
    }

    private GateSettings settings(Config config, Optional<PullRequest> request) {
        var fallbacks = new ArrayList<String>();
        request.flatMap(PullRequest::base).ifPresent(fallbacks::add);
        Optional.ofNullable(environment.get("GITHUB_BASE_REF"))
                .filter(name -> !name.isBlank())
                .or(() -> config.text("check.base").filter(name -> !name.isBlank()))
                .ifPresent(name -> fallbacks.addAll(List.of("origin/" + name, name)));
        var all = new ArrayList<>(named);
        all.addAll(specs);
        return new GateSettings(
                Optional.ofNullable(base),
                fallbacks,
                config.globs("check.source"),
                config.globs("check.exempt"),
                all,
                request);
    }

    private ExitCode show(GateReport report) {
        if (isJson) {
            console.print(GateJson.of(report));
        } else {
            new GateView(console, isInPipeline()).show(report);
        }
        return report.isOpen() ? ExitCode.OK : ExitCode.FINDINGS;
    }

    private boolean isInPipeline() {
        return "true".equals(environment.get("GITHUB_ACTIONS"));
    }
}
