package kiro.tool.builtin;

import java.util.ArrayList;
import java.util.List;
import kiro.text.TextDocument;
import kiro.text.TextDocument.Line;
import kiro.text.TextEncoding;
import kiro.tool.ToolResult;
import kiro.workspace.WorkspacePath;

/// The lines of a file that are asked for, as many of them as fit into an answer.
record Excerpt(int start, int end) {
    private static final int MAX_CHARACTERS = 60_000;
    private static final int MAX_LINE = 4_000;

    ToolResult of(WorkspacePath path, TextDocument document) {
        List<Line> lines = document.lines();
        if (lines.isEmpty()) {
            return new ToolResult.Done("[the file is empty]");
        }
        if (start > lines.size()) {
            return new ToolResult.Failed(
                    "%s has %d lines: there is no line %d".formatted(path, lines.size(), start));
        }
        var text = new StringBuilder();
        var notes = new ArrayList<String>();
        if (document.encoding() != TextEncoding.UTF_8) {
            notes.add(
                    "[the file is %s text, and stays so when it is edited]"
                            .formatted(document.encoding().title()));
        }
        int last = Math.min(end, lines.size());
        int at = start;
        for (; at <= last && text.length() < MAX_CHARACTERS; at++) {
            Line line = lines.get(at - 1);
            boolean isLong = line.text().length() > MAX_LINE;
            text.append(line.text(), 0, isLong ? MAX_LINE : line.text().length());
            text.append(line.end().isEmpty() ? "" : "\n");
            if (isLong) {
                notes.add(
                        "[line %d is cut: it has %,d characters]"
                                .formatted(at, line.text().length()));
            }
        }
        if (at <= last) {
            notes.add(
                    "[lines %d to %d of %d: read_file with start_line %d reads on]"
                            .formatted(start, at - 1, lines.size(), at));
        }
        if (!notes.isEmpty() && text.charAt(text.length() - 1) != '\n') {
            text.append('\n');
        }
        return new ToolResult.Done(text + String.join("\n", notes));
    }
}
