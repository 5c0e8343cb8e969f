package kiro.memory;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Sentences of Markdown, as they are quoted.
final class Prose {
    private static final Pattern END = Pattern.compile("(?<=[.!?])\\s+(?=[\\p{Lu}`\"(])");
    private static final Pattern BULLET =
            Pattern.compile("\\s*(?:[-*+]|\\d+[.)])\\s+(?:\\[[ xX]\\]\\s+)?(.*)");
    private static final Pattern LINK = Pattern.compile("!?\\[([^\\]]*)\\]\\([^)]*\\)");
    private static final Pattern MARKS =
            Pattern.compile("`[^`]*`|\\*\\*|__|(?<!\\w)[*_](?=\\S)|(?<=\\S)[*_](?!\\w)");
    private static final int SHORTEST = 8;

    private Prose() {}

    /// A paragraph or an item of a list in one line.
    ///
    /// @param line where it begins, from 1 in the text
    /// @param first the line as it is written
    record Paragraph(String text, int line, String first, boolean isItem) {}

    /// What stands outside of code, tables, quotes and comments.
    static List<Paragraph> paragraphs(String text) {
        var found = new ArrayList<Paragraph>();
        List<String> lines = text.lines().toList();
        boolean isCode = false;
        int begin = behindFrontMatter(lines);
        for (int i = begin; i < lines.size(); i++) {
            String line = lines.get(i);
            isCode ^= line.stripLeading().startsWith("```");
            var bullet = BULLET.matcher(line);
            boolean isItem = bullet.matches();
            boolean isMark = line.strip().matches("(?:[#|><]|===|---|```).*") && !isItem;
            boolean isSkipped = isCode || line.isBlank() || isMark;
            if (isSkipped) {
                continue;
            }
            boolean isNew =
                    isItem
                            || i == begin
                            || lines.get(i - 1).isBlank()
                            || lines.get(i - 1).startsWith("#")
                            || found.isEmpty();
            String words = isItem ? bullet.group(1) : line.strip();
            if (isNew) {
                found.add(new Paragraph(plain(words), i + 1, line, isItem));
            } else {
                Paragraph last = found.removeLast();
                found.add(
                        new Paragraph(
                                last.text() + " " + plain(words),
                                last.line(),
                                last.first(),
                                last.isItem()));
            }
        }
        return found.stream().filter(each -> each.text().length() >= SHORTEST).toList();
    }

    private static int behindFrontMatter(List<String> lines) {
        if (lines.isEmpty() || !lines.getFirst().strip().equals("---")) {
            return 0;
        }
        for (int i = 1; i < lines.size(); i++) {
            if (lines.get(i).strip().equals("---")) {
                return i + 1;
            }
        }
        return 0;
    }

    /// As many whole sentences as have room; the first one cut where it has none.
    static String upTo(String text, int longest) {
        var told = new StringBuilder();
        for (String sentence : END.split(text.strip())) {
            if (!told.isEmpty() && told.length() + sentence.length() >= longest) {
                break;
            }
            told.append(told.isEmpty() ? "" : " ").append(sentence);
        }
        return told.length() <= longest
                ? told.toString()
                : told.substring(0, longest - 1).strip() + "\u2026";
    }

    /// Marks of emphasis are left out, but for those in code, which are no marks.
    private static String plain(String text) {
        return MARKS.matcher(LINK.matcher(text).replaceAll("$1"))
                .replaceAll(found ->
                        found.group().startsWith("`")
                                ? Matcher.quoteReplacement(found.group())
                                : "")
                .strip();
    }
}
