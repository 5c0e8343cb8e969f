package kiro.model.builtin;

import com.github.difflib.DiffUtils;
import com.github.difflib.patch.AbstractDelta;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// Turns two states of a file into edits that each name a text which stands there once.
final class Hunks {
    private final String path;
    private final List<String> after;
    private final List<Call> edits = new ArrayList<>();
    private List<String> text;

    private Hunks(String path, String before, String after) {
        this.path = path;
        this.text = lines(before);
        this.after = lines(after);
    }

    static List<Call> edits(String path, String before, String after) {
        return new Hunks(path, before, after).edits();
    }

    private List<Call> edits() {
        // From the end of the file to its beginning, so that earlier places stay where they are.
        List<AbstractDelta<String>> deltas =
                new ArrayList<>(DiffUtils.diff(text, after).getDeltas());
        for (AbstractDelta<String> delta : deltas.reversed()) {
            int start = delta.getSource().getPosition();
            edit(start, start + delta.getSource().size(), delta.getTarget().getLines());
        }
        return List.copyOf(edits);
    }

    private void edit(int start, int end, List<String> replacement) {
        int from = start;
        int to = end;
        while (!isUnique(from, to) && (from > 0 || to < text.size())) {
            from = Math.max(0, from - 1);
            to = Math.min(text.size(), to + 1);
        }
        String whole = String.join("", text);
        String old = String.join("", text.subList(from, to));
        String changed =
                String.join("", text.subList(from, start))
                        + String.join("", replacement)
                        + String.join("", text.subList(end, to));
        edits.add(Call.edit(path, old, changed));
        int at = whole.indexOf(old);
        text = lines(whole.substring(0, at) + changed + whole.substring(at + old.length()));
    }

    private boolean isUnique(int from, int to) {
        String old = String.join("", text.subList(from, to));
        if (old.isBlank()) {
            return false;
        }
        String whole = String.join("", text);
        int at = whole.indexOf(old);
        return whole.indexOf(old, at + 1) < 0;
    }

    /// Lines with their ends.
    private static List<String> lines(String text) {
        return text.isEmpty() ? List.of() : Arrays.asList(text.split("(?<=\n)"));
    }
}
