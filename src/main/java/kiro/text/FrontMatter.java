package kiro.text;

import java.util.Optional;

/// The block of YAML between two `---` lines at the head of a Markdown file.
///
/// @param yaml the lines between the marks, verbatim
/// @param lastLine the number of the closing mark's line
public record FrontMatter(String yaml, int lastLine) {

    /// The front matter of a document; empty where it has none, or where the opening mark is never closed.
    public static Optional<FrontMatter> of(TextDocument document) {
        if (document.length() == 0 || !isMark(document.line(1), "---")) {
            return Optional.empty();
        }
        var yaml = new StringBuilder();
        for (int number = 2; number <= document.length(); number++) {
            TextDocument.Line line = document.lines().get(number - 1);
            if (isMark(line.text(), "---") || isMark(line.text(), "...")) {
                return Optional.of(new FrontMatter(yaml.toString(), number));
            }
            yaml.append(line.text()).append(line.end());
        }
        return Optional.empty();
    }

    private static boolean isMark(String line, String mark) {
        return line.startsWith(mark) && line.stripTrailing().equals(mark);
    }
}
