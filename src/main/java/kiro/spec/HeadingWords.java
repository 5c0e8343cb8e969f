package kiro.spec;

import java.util.List;
import java.util.regex.Pattern;
import kiro.text.Remembered;

/// The words of a heading, taken out of its marks.
final class HeadingWords {
    private static final Pattern UNDERLINE = Pattern.compile("\\s*(?:=+|-+)\\s*");

    /// Of lines with their marks.
    private static final Remembered<String> WORDS =
            new Remembered<>(line -> words(withoutMarks(line)));

    private HeadingWords() {}

    static Heading of(MarkdownTree tree, org.commonmark.node.Heading heading) {
        List<String> lines = tree.lines(heading);
        boolean isUnderlined = lines.size() > 1 && UNDERLINE.matcher(lines.getLast()).matches();
        String words =
                isUnderlined
                        ? words(String.join(" ", lines.subList(0, lines.size() - 1)))
                        : ofLine(lines.getFirst());
        return new Heading(words, heading.getLevel(), MarkdownTree.span(heading));
    }

    /// The words of a heading that is one line, with its marks.
    static String ofLine(String line) {
        return WORDS.of(line);
    }

    private static String words(String raw) {
        return unwrapped(ItemWords.oneLine(Commented.of(raw).text()));
    }

    private static String withoutMarks(String line) {
        String words = line.strip();
        int from = 0;
        while (from < words.length() && words.charAt(from) == '#') {
            from++;
        }
        words = words.substring(from).strip();
        int to = words.length();
        while (to > 0 && words.charAt(to - 1) == '#') {
            to--;
        }
        boolean isClosing = to == 0 || Character.isWhitespace(words.charAt(to - 1));
        return isClosing ? words.substring(0, to).strip() : words;
    }

    /// A heading that is in bold as a whole means no more by it.
    private static String unwrapped(String words) {
        for (String mark : List.of("**", "__", "*", "_")) {
            int inside = words.length() - 2 * mark.length();
            if (inside > 0
                    && words.startsWith(mark)
                    && words.endsWith(mark)
                    && !words.substring(mark.length(), mark.length() + inside).contains(mark)) {
                return words.substring(mark.length(), mark.length() + inside).strip();
            }
        }
        return words;
    }
}
