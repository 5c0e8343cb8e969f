package kiro.spec;

import java.util.Optional;
import java.util.function.IntConsumer;
import kiro.text.FrontMatter;
import kiro.text.TextDocument;

/// The lines of a Markdown file that are neither front matter, nor in a code fence, nor in a comment of several lines. They
/// know no blocks: task lists and designs are read line by line.
final class VisibleLines {
    private final TextDocument document;
    private final int[] numbers;
    private final int count;

    private VisibleLines(TextDocument document) {
        this.document = document;
        this.numbers = new int[document.length()];
        Optional<FrontMatter> head = FrontMatter.of(document);
        var marks = new Marks();
        int visible = 0;
        int first = head.isPresent() ? head.get().lastLine() + 1 : 1;
        for (int number = first; number <= document.length(); number++) {
            if (!marks.isHidden(document.line(number))) {
                numbers[visible++] = number;
            }
        }
        this.count = visible;
    }

    static VisibleLines of(TextDocument document) {
        return new VisibleLines(document);
    }

    /// That of which these are lines.
    TextDocument document() {
        return document;
    }

    /// Tells the number of each, in order.
    void forEach(IntConsumer line) {
        for (int i = 0; i < count; i++) {
            line.accept(numbers[i]);
        }
    }

    /// The marks of fences and comments that are open.
    private static final class Marks {
        private char fence;
        private int fenceLength;
        private boolean isInComment;

        boolean isHidden(String line) {
            if (isInComment) {
                isInComment = line.indexOf("-->") < 0;
                return true;
            }
            int start = indent(line);
            if (fenceLength > 0) {
                if (run(line, start, fence) >= fenceLength
                        && line.substring(start + run(line, start, fence)).isBlank()) {
                    fenceLength = 0;
                }
                return true;
            }
            if (start >= line.length()) {
                return false;
            }
            char first = line.charAt(start);
            if ((first == '`' || first == '~') && run(line, start, first) >= 3) {
                fence = first;
                fenceLength = run(line, start, first);
                return true;
            }
            int comment = first == '<' ? line.indexOf("<!--", start) : -1;
            if (comment >= 0) {
                isInComment = line.indexOf("-->", comment) < 0;
                return true;
            }
            return false;
        }
    }

    private static int run(String line, int start, char mark) {
        int at = start;
        while (at < line.length() && line.charAt(at) == mark) {
            at++;
        }
        return at - start;
    }

    /// How many characters of white space a line begins with.
    static int indent(String line) {
        int at = 0;
        while (at < line.length() && (line.charAt(at) == ' ' || line.charAt(at) == '\t')) {
            at++;
        }
        return at;
    }

    /// How deep the heading is that a line is, such as 2 for `## Tasks`; 0 where it is none.
    static int headingLevel(String line) {
        int start = indent(line);
        if (start >= line.length() || line.charAt(start) != '#') {
            return 0;
        }
        int level = run(line, start, '#');
        boolean isHeading =
                level >= 1
                        && level <= 6
                        && start <= 3
                        && (line.length() == start + level
                                || Character.isWhitespace(line.charAt(start + level)));
        return isHeading ? level : 0;
    }
}
