package kiro.permission;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import kiro.edit.FileChange;
import kiro.edit.FileState;

/// Finds ticks that a change would add to a spec: `- [x]` where there was none.
final class SpecTicks {
    private static final String SPECS = ".kiro/specs/";
    private static final Pattern TICKED =
            Pattern.compile("\\s*([-*+]|\\d+[.)])\\s+\\[[xX]]\\s*(.*)");

    private SpecTicks() {}

    static boolean isAdded(FileChange change) {
        if (!change.path().value().startsWith(SPECS)) {
            return false;
        }
        Map<String, Integer> before = ticked(change.before());
        return ticked(change.after()).entrySet().stream()
                .anyMatch(line -> line.getValue() > before.getOrDefault(line.getKey(), 0));
    }

    /// The ticked texts, each with how often it stands there. A text that was changed under its tick
    /// counts as new: the tick was given to another one.
    private static Map<String, Integer> ticked(FileState state) {
        var texts = new HashMap<String, Integer>();
        if (state instanceof FileState.Present present) {
            new String(present.bytes(), StandardCharsets.UTF_8)
                    .lines()
                    .map(TICKED::matcher)
                    .filter(Matcher::matches)
                    .forEach(line -> texts.merge(line.group(2).strip(), 1, Integer::sum));
        }
        return texts;
    }
}
