package kiro.hook.run;

import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import kiro.finding.Severity;
import kiro.hook.Hook;
import kiro.hook.HookStore;
import kiro.hook.Trigger;

/// Runs the hooks of a workspace on this machine. The files are read anew for each event, so that one that was changed a moment
/// ago, be it by a hook, counts as it is now.
public final class LocalHooks implements HookEngine {
    private static final int MOST_PORTIONS = 500;

    private final Supplier<HookStore.Reading> files;
    private final Selection selection;
    private final Place place;
    private final HookRunner runner;
    private final Optional<String> wanted;

    /// Where hooks run.
    ///
    /// @param root the workspace's folder
    /// @param folder of the person's own, for the state of hooks
    /// @param agent whose own hooks run too; empty for none
    public record Place(Path root, Path folder, String agent) {}

    public LocalHooks(
            Supplier<HookStore.Reading> files,
            Selection selection,
            Place place,
            HookMeans means,
            HookLog log,
            Clock clock) {
        this.files = files;
        this.selection = selection;
        this.place = place;
        this.runner = new HookRunner(place, means, log, clock);
        this.wanted = Optional.empty();
    }

    private LocalHooks(LocalHooks all, String only) {
        this.files = all.files;
        this.selection = all.selection;
        this.place = all.place;
        this.runner = all.runner;
        this.wanted = Optional.of(only);
    }

    /// The same for one hook alone, such as one that a person has named.
    public LocalHooks only(String hook) {
        return new LocalHooks(this, hook);
    }

    /// What an event would start, and why it would not start the others; nothing runs.
    public List<Choice> simulate(HookEvent event) {
        return selection.choose(files.get().with(place.agent()), event);
    }

    @Override
    public HookRuns fire(HookEvent event) throws InterruptedException {
        HookStore.Reading reading = files.get();
        if (reading.isBroken()) {
            return new HookRuns(List.of(), Optional.of(refusal(reading)));
        }
        List<Choice> choices =
                selection.choose(reading.with(place.agent()), event).stream()
                        .filter(choice -> !(choice instanceof Choice.Waits))
                        .filter(choice -> wanted.map(choice.hook().name()::equals).orElse(true))
                        .toList();
        if (choices.isEmpty()) {
            return HookRuns.NONE;
        }
        return new HookRuns(
                event.kind().canBlock() ? inOrder(choices, event) : atOnce(choices, event),
                Optional.empty());
    }

    @Override
    public boolean concerns(String tool) {
        HookStore.Reading reading = files.get();
        return reading.isBroken()
                || reading.with(place.agent()).stream()
                        .anyMatch(hook ->
                                hook.head().isEnabled()
                                        && hook.trigger() instanceof Trigger.ToolUse use
                                        && use.tools().includes(tool));
    }

    private static String refusal(HookStore.Reading reading) {
        return reading.findings().stream()
                .filter(finding -> finding.severity() == Severity.ERROR)
                .map(finding -> "  " + finding)
                .collect(
                        Collectors.joining(
                                "\n",
                                "a file of hooks is broken, and none of them runs:\n",
                                "\nmend it; 'kiro hooks list' shows what is wrong"));
    }

    /// One after the other, up to the first that says no.
    private List<HookRun> inOrder(List<Choice> choices, HookEvent event)
            throws InterruptedException {
        var runs = new ArrayList<HookRun>();
        for (Choice choice : choices) {
            for (HookRun run : runs(choice, event)) {
                runs.add(run);
                if (run.outcome() instanceof HookRun.Outcome.Blocked) {
                    return runs;
                }
            }
        }
        return runs;
    }

    private List<HookRun> atOnce(List<Choice> choices, HookEvent event)
            throws InterruptedException {
        if (choices.size() == 1) {
            return runs(choices.getFirst(), event);
        }
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<List<HookRun>>> all =
                    choices.stream()
                            .map(choice -> threads.submit(() -> runs(choice, event)))
                            .toList();
            return gathered(all, threads);
        }
    }

    private static List<HookRun> gathered(List<Future<List<HookRun>>> all, ExecutorService threads)
            throws InterruptedException {
        var runs = new ArrayList<HookRun>();
        try {
            for (Future<List<HookRun>> each : all) {
                runs.addAll(each.get());
            }
            return runs;
        } catch (ExecutionException fault) {
            throw new IllegalStateException("a hook could not be run", fault.getCause());
        } catch (InterruptedException stopped) {
            threads.shutdownNow();
            throw stopped;
        }
    }

    private List<HookRun> runs(Choice choice, HookEvent event) throws InterruptedException {
        return switch (choice) {
            case Choice.Waits _ -> List.of();
            case Choice.Held(Hook hook, String reason) ->
                    List.of(runner.notRun(hook, event, new HookRun.Outcome.NotRun(reason)));
            case Choice.Refuses(Hook hook, String reason) ->
                    List.of(runner.notRun(hook, event, new HookRun.Outcome.Blocked(reason)));
            case Choice.Starts(Hook hook, HookEvent own) -> portions(hook, own);
        };
    }

    private List<HookRun> portions(Hook hook, HookEvent event) throws InterruptedException {
        List<HookEvent> portions = Portions.of(hook, event);
        if (portions.size() > MOST_PORTIONS) {
            return List.of(
                    runner.notRun(
                            hook,
                            event,
                            Judgement.failed(
                                    hook,
                                    "was not run: it would be run for each of %,d files; give it {files} instead of {file}"
                                            .formatted(portions.size()))));
        }
        if (hook.limits().concurrency() == 1 || portions.size() == 1) {
            var runs = new ArrayList<HookRun>();
            for (HookEvent portion : portions) {
                runs.add(runner.run(hook, portion));
            }
            return runs;
        }
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<List<HookRun>>> all =
                    portions.stream()
                            .map(portion ->
                                    threads.submit(() -> List.of(runner.run(hook, portion))))
                            .toList();
            return gathered(all, threads);
        }
    }
}
