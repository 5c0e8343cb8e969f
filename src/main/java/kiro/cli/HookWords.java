package kiro.cli;

import java.util.ArrayList;
import java.util.List;
import kiro.hook.EventKind;
import kiro.hook.Hook;
import kiro.hook.HookConditions;

/// What is said of hooks to people.
final class HookWords {
    private HookWords() {}

    static List<String> conditions(HookConditions conditions) {
        var lines = new ArrayList<String>();
        if (!conditions.branches().isEmpty()) {
            lines.add(
                    "on the branch "
                            + String.join(
                                    " or ",
                                    conditions.branches().stream().map(Object::toString).toList()));
        }
        if (!conditions.files().isEmpty()) {
            lines.add("where there is " + String.join(" and ", conditions.files()));
        }
        conditions.variables().keySet().stream()
                .sorted()
                .forEach(name -> {
                    String value = conditions.variables().getOrDefault(name, "");
                    lines.add(
                            value.isEmpty()
                                    ? "where %s is set".formatted(name)
                                    : "where %s is %s".formatted(name, value));
                });
        return lines;
    }

    static String limits(Hook hook) {
        var words = new ArrayList<String>();
        words.add("%,d s".formatted(hook.limits().timeout().toSeconds()));
        words.add(
                hook.limits().concurrency() == 1
                        ? "one at a time"
                        : hook.limits().concurrency() + " at a time");
        if (hook.limits().retries() > 0) {
            words.add("tried %d times more".formatted(hook.limits().retries()));
        }
        return String.join(", ", words);
    }

    static String answer(Hook hook) {
        if (hook.trigger().event().filter(EventKind::canBlock).isEmpty()) {
            return "a failure is logged, and stops nothing";
        }
        return hook.failsClosed()
                ? "exit code 0 lets it happen; every other, and a time-out, stops it"
                : "exit code 2 stops it; every other failure is a warning";
    }
}
