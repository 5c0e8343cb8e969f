package kiro.edit;

import com.github.difflib.DiffUtils;
import com.github.difflib.patch.AbstractDelta;
import com.github.difflib.patch.Chunk;
import java.util.List;

/// The line edits that lead from one text to another: few, and in order.
final class LineDiff {
    /// The comparison's cost grows with the product of the lines that differ: above this many on both
    /// sides they are taken as one edit.
    private static final int COMPARABLE_LINES = 3_000;

    private LineDiff() {}

    static List<LineEdit> between(List<String> before, List<String> after) {
        int shorter = Math.min(before.size(), after.size());
        int head = 0;
        while (head < shorter && before.get(head).equals(after.get(head))) {
            head++;
        }
        int tail = 0;
        while (tail < shorter - head
                && before.get(before.size() - 1 - tail)
                        .equals(after.get(after.size() - 1 - tail))) {
            tail++;
        }
        int skipped = head;
        return middle(
                        before.subList(head, before.size() - tail),
                        after.subList(head, after.size() - tail))
                .stream()
                .map(edit -> edit.movedBy(skipped, skipped))
                .toList();
    }

    private static List<LineEdit> middle(List<String> before, List<String> after) {
        if (before.isEmpty() && after.isEmpty()) {
            return List.of();
        }
        boolean isOneSided = before.isEmpty() || after.isEmpty();
        if (isOneSided || Math.min(before.size(), after.size()) > COMPARABLE_LINES) {
            return List.of(new LineEdit(0, before.size(), 0, after.size()));
        }
        return DiffUtils.diff(before, after).getDeltas().stream().map(LineDiff::edit).toList();
    }

    private static LineEdit edit(AbstractDelta<String> delta) {
        Chunk<String> source = delta.getSource();
        Chunk<String> target = delta.getTarget();
        return new LineEdit(
                source.getPosition(),
                source.getPosition() + source.size(),
                target.getPosition(),
                target.getPosition() + target.size());
    }
}
