package kiro.edit;

import java.util.ArrayList;
import java.util.List;
import kiro.text.TextDocument.Line;

/// Puts lines in the place of others. Lines that stay keep their every byte; a new line ends as the line
/// that it replaces did, else as the one above it.
final class LineSplice {
    private final List<Line> lines;
    private final String lineEnd;

    /// @param lineEnd for new lines that have no neighbour to follow
    LineSplice(List<Line> lines, String lineEnd) {
        this.lines = List.copyOf(lines);
        this.lineEnd = lineEnd;
    }

    /// @param edits what changes, in numbers of the lines that are there and of `newLines`
    /// @param isTerminated whether the last line has an end
    List<Line> apply(List<LineEdit> edits, List<String> newLines, boolean isTerminated) {
        var spliced = new ArrayList<Line>(lines.size() + newLines.size());
        int at = 0;
        for (LineEdit edit : edits) {
            spliced.addAll(lines.subList(at, edit.from()));
            for (int i = edit.newFrom(); i < edit.newTo(); i++) {
                spliced.add(new Line(newLines.get(i), end(edit, i - edit.newFrom())));
            }
            at = edit.to();
        }
        spliced.addAll(lines.subList(at, lines.size()));
        return terminated(spliced, isTerminated);
    }

    private String end(LineEdit edit, int index) {
        int replaced = Math.min(edit.from() + index, edit.to() - 1);
        int model = edit.to() > edit.from() ? replaced : Math.max(edit.from() - 1, 0);
        return model < lines.size() && !lines.get(model).end().isEmpty()
                ? lines.get(model).end()
                : lineEnd;
    }

    private List<Line> terminated(List<Line> spliced, boolean isTerminated) {
        for (int i = 0; i < spliced.size(); i++) {
            Line line = spliced.get(i);
            boolean isToEnd = isTerminated || i < spliced.size() - 1;
            if (line.end().isEmpty() == isToEnd) {
                spliced.set(i, new Line(line.text(), isToEnd ? lineEnd : ""));
            }
        }
        return spliced;
    }
}
