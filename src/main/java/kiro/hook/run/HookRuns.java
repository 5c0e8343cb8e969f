package kiro.hook.run;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/// What came of an event.
///
/// @param runs of the hooks that fit, in the order of the files; those that were not run with the reason
/// @param refusal why nothing that the event is before may happen though no hook said so, such as a broken file
public record HookRuns(List<HookRun> runs, Optional<String> refusal) {
    public static final HookRuns NONE = new HookRuns(List.of(), Optional.empty());

    public HookRuns {
        runs = List.copyOf(runs);
    }

    /// Whether what the event is before must not happen.
    public boolean isBlocked() {
        return refusal.isPresent()
                || runs.stream().anyMatch(run -> run.outcome() instanceof HookRun.Outcome.Blocked);
    }

    /// Why it must not, for people and for the model; empty where it may.
    public String reasons() {
        String said =
                runs.stream()
                        .filter(run -> run.outcome() instanceof HookRun.Outcome.Blocked)
                        .map(HookRun::words)
                        .collect(Collectors.joining("\n"));
        return refusal.map(text -> said.isEmpty() ? text : text + "\n" + said).orElse(said);
    }

    /// What hooks say to the model: what they ask of it, and what they print where the event is one that takes it.
    public String context() {
        return runs.stream()
                .filter(run ->
                        run.outcome() instanceof HookRun.Outcome.Asked
                                || (run.event().givesContext()
                                        && run.outcome() instanceof HookRun.Outcome.Done))
                .map(run -> run.output().strip())
                .filter(text -> !text.isEmpty())
                .collect(Collectors.joining("\n\n"));
    }

    /// What went wrong and stops nothing, a line each.
    public List<String> warnings() {
        return runs.stream()
                .filter(run ->
                        run.outcome() instanceof HookRun.Outcome.Failed
                                || run.outcome() instanceof HookRun.Outcome.NotRun)
                .map(HookRun::words)
                .toList();
    }
}
