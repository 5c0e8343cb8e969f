package kiro.draft;

import java.util.ArrayList;
import java.util.List;
import java.util.SequencedMap;
import kiro.text.TextDocument;

/// A line of a new spec that a person, or a model, has still to write: it has a blank, `{{...}}`.
///
/// @param file the name of the spec's file
/// @param number of the line, from 1
record OpenLine(String file, int number, String text) {
    private static final String OPEN = "{{";
    private static final String CLOSED = "}}";

    /// All of them, in the order of the files. What stands in comments explains the template.
    static List<OpenLine> in(SequencedMap<String, TextDocument> files) {
        var found = new ArrayList<OpenLine>();
        files.forEach((file, document) -> {
            boolean isComment = false;
            for (int number = 1; number <= document.lines().size(); number++) {
                String line = document.line(number);
                isComment |= line.contains("<!--");
                if (!isComment && hasBlank(line)) {
                    found.add(new OpenLine(file, number, line));
                }
                isComment &= !line.contains("-->");
            }
        });
        return List.copyOf(found);
    }

    static boolean hasBlank(String line) {
        int open = line.indexOf(OPEN);
        return open >= 0 && line.indexOf(CLOSED, open) > open;
    }

    boolean isAt(String otherFile, int line) {
        return file.equals(otherFile) && number == line;
    }
}
