package kiro.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import kiro.agent.AgentTask.Goal;
import kiro.cli.CommandDescription.Flag;
import kiro.cli.CommandDescription.Given;
import kiro.finding.Finding;
import kiro.permission.Mode;
import kiro.plan.Plan;
import kiro.plan.PlanReading;
import kiro.session.Sessions;
import kiro.spec.Spec;
import kiro.spec.SpecReading;
import kiro.spec.SpecStore;
import kiro.workspace.Workspace;
import kiro.workspace.WorkspacePath;
import picocli.CommandLine.Model.CommandSpec;

/// `kiro agent`: a spec, or a task in words, becomes a plan, code, tests and evidence.
public final class AgentCommand implements Callable<Integer> {
    private final Console console;
    private final AgentFlow flow;
    private final Workspaces workspaces;
    private final Rehearsals rehearsals;
    private final FoundModels found;

    private final CommandDescription description = new CommandDescription("agent", this);
    private final Given<String> spec =
            description.option("--spec", "SPEC", "The spec, by its name or its file.");
    private final Given<String> task =
            description.option(
                    "--task",
                    "TASK",
                    "What to do: implement, generate-tests, generate-cdk-stack, generate-cloudformation,"
                            + " generate-terraform, generate-iam-policy, or anything in words.");
    private final Given<String> words = description.words("TASK", "The same, without --task.");
    private final Flag planOnly =
            description.flag("--plan-only", "Make and save the plan, and stop there.");
    private final Given<String> plan =
            description.option(
                    "--plan", "FILE", "Carry out a saved plan, from its first open step.");
    private final Given<Integer> step =
            description.number("--step", "N", "Carry out one step of the plan, and stop there.");
    private final Flag dryRun =
            description.flag(
                    "--dry-run", "Do it on a copy of the project, and show what would change.");
    private final Given<String> resume =
            description.optional(
                    "--resume",
                    "ID",
                    Sessions.LAST,
                    "Go on with a run that has stopped: the newest, or the one named.");
    private final Given<Mode> mode =
            description.option(
                    "--mode",
                    "MODE",
                    Mode.class,
                    new ModeConverter(),
                    "How much is asked: interactive (before each step and change), semi-automatic"
                            + " (before what is risky), autonomous (nothing).");
    private final Given<String> model =
            description.option(
                    "--model",
                    "MODEL",
                    "The model for all work: anthropic/NAME, bedrock/MODEL, openai/NAME, ollama/NAME, built-in, or scripted/FILE;"
                            + " anthropic, bedrock or openai alone for its models by kind of work.");
    private final Given<String> agent =
            description.option(
                    "--agent", "NAME", "Work as a custom agent: 'kiro agents list' shows them.");
    private final Given<String> record =
            description.option(
                    "--record",
                    "FILE",
                    "Keep the model's answers in a new file, for --model scripted/FILE.");
    private final EffortOption effort = new EffortOption(description);
    private final RunLimits limits = new RunLimits(description);
    private final Flag json = description.flag("--json", "Print the run's events as JSON lines.");
    private final Flag plain =
            description.flag(
                    "--plain",
                    "One line for each event and no drawing, as a screen reader needs it.");

    public AgentCommand(
            Console console,
            AgentFlow flow,
            Workspaces workspaces,
            Rehearsals rehearsals,
            FoundModels found) {
        this.console = console;
        this.found = found;
        this.flow = flow;
        this.rehearsals = rehearsals;
        this.workspaces = workspaces;
        description.says(
                "Carries out a task: makes a plan, shows it, and does it step by step with the project's tests after each.",
                "A criterion counts as met only when a test that names it passes.",
                "");
        description.endsWith(
                "",
                "Examples:",
                "  kiro agent --spec user-profile-update --task implement --plan-only",
                "  kiro agent --spec .kiro/specs/user-profile-update.md --task implement",
                "  kiro agent --plan .kiro/plans/user-profile-update-20261125-101500-abcd.md",
                "  kiro agent --plan .kiro/plans/user-profile-update-20261125-101500-abcd.md --step 2",
                "  kiro agent --resume",
                "  kiro agent --agent reviewer 'look through the error handling'",
                "  kiro agent --spec user-profile-update --task generate-tests --mode autonomous",
                "  kiro agent 'rename the field nick to displayName' --mode semi-automatic",
                "",
                "Exit codes: 0 done, 1 bad input, 2 something unproven, 3 refused, 4 a limit reached, 5 model failed, 6 busy.");
    }

    /// The command as picocli takes it.
    public CommandSpec description() {
        return description.spec();
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        Optional<String> wanted = task.value().or(words::value);
        if (task.isGiven() && words.isGiven()) {
            return usage("the task is given twice, by --task and in words", "give it once");
        }
        Optional<Problem> wrong = limits.problem().or(effort::problem);
        if (wrong.isPresent()) {
            return usage(wrong.get().message(), wrong.get().fix());
        }
        if (step.isGiven() && !plan.isGiven()) {
            return usage("--step is about a saved plan", "name it with --plan FILE");
        }
        Optional<String> stopped = resume.value();
        if (stopped.isEmpty() && wanted.isEmpty() && !plan.isGiven()) {
            return usage(
                    "there is no task",
                    "say what to do, as in 'kiro agent --spec NAME --task implement'");
        }
        found.offer(workspaces.current(), model.isGiven() || json.isSet());
        if (stopped.isPresent()) {
            return resume(workspaces.current(), stopped.get(), wanted);
        }
        return run(workspaces.current(), wanted);
    }

    private int run(Workspace workspace, Optional<String> wanted) throws InterruptedException {
        Optional<String> saved = plan.value();
        if (saved.isEmpty()) {
            Goal goal = planOnly.isSet() ? new Goal.PlanOnly() : new Goal.WholeWork();
            return withSpec(workspace, spec.value(), wanted.orElse(""), goal);
        }
        if (planOnly.isSet()) {
            return usage("--plan carries a plan out and --plan-only stops before that", "give one");
        }
        return withPlan(workspace, saved.get(), wanted);
    }

    private int resume(Workspace workspace, String name, Optional<String> wanted)
            throws IOException, InterruptedException {
        if (wanted.isPresent()
                || spec.isGiven()
                || plan.isGiven()
                || planOnly.isSet()
                || dryRun.isSet()
                || agent.isGiven()) {
            return usage(
                    "--resume goes on with the task, the spec, the plan and the agent that the run has",
                    "leave --spec, --task, --plan, --agent, --plan-only and --dry-run out");
        }
        return switch (StoppedRun.find(workspace, name)) {
            case StoppedRun.Nothing nothing ->
                    problem(
                            nothing.problem().code(),
                            nothing.problem().message(),
                            nothing.problem().fix());
            case StoppedRun.Over over -> {
                console.print(over.text());
                yield ExitCode.OK.number();
            }
            case StoppedRun.Stopped stopped ->
                    withSpec(workspace, stopped.spec(), stopped.words(), stopped.goal());
        };
    }

    private int withPlan(Workspace workspace, String name, Optional<String> wanted)
            throws InterruptedException {
        Path path = workspaces.absolute(name);
        Optional<WorkspacePath> file = workspace.relativize(path);
        if (file.isEmpty()) {
            return problem(
                    "agent/plan-outside",
                    "the plan " + name + " lies outside of the workspace " + workspace.root(),
                    "copy it to .kiro/plans");
        }
        return switch (PlanFile.read(path, name)) {
            case PlanReading.Broken broken -> findings(broken.findings());
            case PlanReading.Whole whole -> withPlan(workspace, whole.plan(), file.get(), wanted);
        };
    }

    private int withPlan(
            Workspace workspace, Plan saved, WorkspacePath file, Optional<String> wanted)
            throws InterruptedException {
        Optional<Problem> wrong = step.value().flatMap(number -> ChosenStep.problem(saved, number));
        if (wrong.isPresent()) {
            return usage(wrong.get().code(), wrong.get().message(), wrong.get().fix());
        }
        return withSpec(
                workspace,
                spec.value().or(() -> saved.spec().map(known -> known.value())),
                wanted.orElse(saved.task().isBlank() ? saved.title() : saved.task()),
                new Goal.SavedPlan(
                        saved,
                        file,
                        step.value().stream().mapToInt(Integer::intValue).findFirst()));
    }

    private int withSpec(Workspace workspace, Optional<String> name, String words, Goal goal)
            throws InterruptedException {
        Optional<Problem> wrong = AskedTask.problem(words, name.isPresent());
        if (wrong.isPresent()) {
            return usage(wrong.get().code(), wrong.get().message(), wrong.get().fix());
        }
        if (name.isEmpty()) {
            return start(workspace, words, Optional.empty(), goal);
        }
        if (!workspace.hasKiroFolder()) {
            return problem(
                    "workspace/no-kiro-folder",
                    "there is no .kiro folder in " + workspace.root() + " or above it",
                    "make one with 'kiro init'");
        }
        return switch (new SpecStore(workspace).find(name.get(), workspaces.absolute(""))) {
            case SpecReading.Broken broken -> findings(broken.findings());
            case SpecReading.Whole whole -> {
                List<Finding> misfits = PlanFit.findings(goal, whole.spec());
                yield misfits.isEmpty()
                        ? start(workspace, words, Optional.of(whole.spec()), goal)
                        : findings(misfits);
            }
        };
    }

    private int start(Workspace workspace, String words, Optional<Spec> read, Goal goal)
            throws InterruptedException {
        Optional<Path> recording = record.value().map(workspaces::absolute);
        Optional<Problem> unwritable = recording.flatMap(NewRecording::make);
        if (unwritable.isPresent()) {
            return problem(
                    unwritable.get().code(), unwritable.get().message(), unwritable.get().fix());
        }
        var request =
                new RunRequest(
                        workspace,
                        words,
                        read,
                        goal,
                        new Chosen(
                                mode.value(),
                                model.value(),
                                agent.value().or(() -> resumed(goal)),
                                recording),
                        Stream.concat(limits.flags().stream(), effort.flags().stream()).toList());
        RunFaces.Output output = json.isSet() ? RunFaces.Output.JSON : text();
        ExitCode code =
                dryRun.isSet()
                        ? new DryRun(console, flow, rehearsals).run(request, output)
                        : flow.run(request, output).code();
        return code.number();
    }

    private RunFaces.Output text() {
        return plain.isSet() ? RunFaces.Output.PLAIN : RunFaces.Output.TEXT;
    }

    /// The agent that a run which goes on had.
    private static Optional<String> resumed(Goal goal) {
        return goal instanceof Goal.Resumed resumed ? resumed.state().agent() : Optional.empty();
    }

    private int findings(List<Finding> findings) {
        console.findings(findings);
        return ExitCode.FINDINGS.number();
    }

    private int problem(String code, String message, String fix) {
        console.problem(code, message, fix);
        return ExitCode.FINDINGS.number();
    }

    private int usage(String message, String fix) {
        return usage("cli/usage", message, fix);
    }

    private int usage(String code, String message, String fix) {
        console.problem(code, message, fix);
        return ExitCode.USAGE.number();
    }
}
