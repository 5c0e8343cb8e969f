package kiro.hook.watch;

import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import kiro.hook.Hook;
import kiro.hook.Trigger;

/// The hooks that start when time has passed.
final class Schedule {
    private final Map<String, Entry> entries = new HashMap<>();

    private record Entry(Trigger.Times times, DueTime due) {}

    /// Goes by these hooks from now on. One that was there before keeps its time.
    void follow(List<Hook> hooks, long now, ZonedDateTime clock) {
        var names = hooks.stream().map(Hook::name).toList();
        entries.keySet().removeIf(name -> !names.contains(name));
        for (Hook hook : hooks) {
            if (hook.trigger() instanceof Trigger.Schedule(Trigger.Times times)) {
                Entry known = entries.get(hook.name());
                if (known == null || !known.times().equals(times)) {
                    entries.put(hook.name(), new Entry(times, DueTime.of(times, now, clock)));
                }
            } else {
                entries.remove(hook.name());
            }
        }
    }

    /// The names of those that are due, each once.
    List<String> due(long now, ZonedDateTime clock) {
        var due = new ArrayList<String>();
        for (var each : entries.entrySet()) {
            Entry entry = each.getValue();
            if (entry.due().isDue(now, clock)) {
                due.add(each.getKey());
                each.setValue(new Entry(entry.times(), entry.due().next(now, clock)));
            }
        }
        return due.stream().sorted().toList();
    }
}
