package kiro.hook;

import java.util.List;
import java.util.Map;
import kiro.text.PathGlob;

/// What has to hold besides the event. Where nothing is asked, it holds.
///
/// @param branches patterns of the branch that is checked out, one of which has to fit
/// @param files paths that have to be there, all of them
/// @param variables environment variables that have to be set, to this value where one is given
public record HookConditions(
        List<PathGlob> branches, List<String> files, Map<String, String> variables) {
    static final HookConditions NONE = new HookConditions(List.of(), List.of(), Map.of());

    public HookConditions {
        branches = List.copyOf(branches);
        files = List.copyOf(files);
        variables = Map.copyOf(variables);
    }

    public boolean isEmpty() {
        return equals(NONE);
    }
}
