package kiro.hook.run;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import kiro.hook.Origin;

/// Who brought an event about: a person or the agent, and the hooks that led to it, the first one first.
///
/// It is passed to what a hook starts in the environment, so that a commit, a save or an agent that a hook brings about is
/// known to be one.
///
/// @param hooks the names of hooks; empty where none had to do with it
public record Cause(Origin origin, List<String> hooks) {
    /// Counts the hooks that led to what runs.
    public static final String DEPTH = "KIRO_HOOK_DEPTH";

    /// Their names, one a line.
    public static final String CHAIN = "KIRO_HOOK_CHAIN";

    public static final Cause PERSON = new Cause(Origin.USER, List.of());
    public static final Cause AGENT = new Cause(Origin.AGENT, List.of());

    private static final int LONGEST = 100;

    public Cause {
        hooks = List.copyOf(hooks);
    }

    /// Who brings about what this program does, by its environment.
    public static Cause of(Map<String, String> environment) {
        List<String> hooks =
                Arrays.stream(environment.getOrDefault(CHAIN, "").split("\n"))
                        .filter(name -> !name.isBlank())
                        .toList();
        int depth = number(environment.getOrDefault(DEPTH, ""));
        var all = new ArrayList<>(hooks);
        while (all.size() < Math.min(depth, LONGEST)) {
            all.addFirst("?");
        }
        return all.isEmpty() ? PERSON : new Cause(Origin.AGENT, all);
    }

    private static int number(String text) {
        return text.matches("\\d{1,6}") ? Integer.parseInt(text) : 0;
    }

    /// How many hooks led to it.
    public int depth() {
        return hooks.size();
    }

    /// What a hook that runs because of this brings about.
    public Cause then(String hook) {
        var longer = new ArrayList<>(hooks);
        longer.add(hook);
        return new Cause(Origin.AGENT, longer);
    }

    /// For the environment of what brings it about.
    public Map<String, String> variables() {
        return Map.of(DEPTH, String.valueOf(depth()), CHAIN, String.join("\n", hooks));
    }
}
