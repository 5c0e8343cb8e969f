package kiro.model.builtin;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import kiro.model.builtin.write.Change;
import kiro.model.builtin.write.Part;

/// Takes changes of this engine's own back: files as they were found, new ones deleted.
final class Withdrawal {
    private Withdrawal() {}

    /// The calls that leave nothing of these changes, the last ones first.
    ///
    /// @param current the files as they are now
    /// @param refused the paths that may not be changed back, as a call for them has failed
    static List<Call> calls(
            List<Change> changes, Map<String, String> current, Set<String> refused) {
        var calls = new ArrayList<Call>();
        for (Change change : changes.reversed()) {
            if (isThere(change, current) && !refused.contains(change.path())) {
                calls.addAll(back(change, current.getOrDefault(change.path(), "")));
            }
        }
        return calls;
    }

    private static List<Call> back(Change change, String text) {
        return change.before()
                .map(before -> Hunks.edits(change.path(), text, before))
                .orElseGet(() -> List.of(Call.delete(change.path())));
    }

    /// Whether the file is not as it was found.
    static boolean isThere(Change change, Map<String, String> current) {
        String text = current.get(change.path());
        return text != null && change.before().stream().noneMatch(text::equals);
    }

    /// The calls that delete what only the tests needed that are not there any more: a clock to move, its configuration.
    ///
    /// @param current the files as they are going to be
    static List<Call> leftOver(List<Change> changes, Map<String, String> current) {
        var texts = new HashMap<>(current);
        var calls = new ArrayList<Call>();
        boolean goesOn = true;
        while (goesOn) {
            goesOn = false;
            for (Change change : changes) {
                if (isHelper(change, texts) && !isUsed(change, texts)) {
                    texts.remove(change.path());
                    calls.add(Call.delete(change.path()));
                    goesOn = true;
                }
            }
        }
        return calls;
    }

    private static boolean isHelper(Change change, Map<String, String> texts) {
        return change.part() == Part.TESTS
                && change.isNew()
                && !change.after().contains("@Test\n")
                && change.after().equals(texts.get(change.path()));
    }

    private static boolean isUsed(Change helper, Map<String, String> texts) {
        var name = Pattern.compile("\\b" + Pattern.quote(helper.typeName()) + "\\b");
        return texts.entrySet().stream()
                .filter(file -> !file.getKey().equals(helper.path()))
                .anyMatch(file -> name.matcher(file.getValue()).find());
    }
}
