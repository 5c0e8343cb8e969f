package kiro.spec.rest;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import kiro.spec.Section;
import kiro.text.SourceSpan;

/// Takes a section apart into prose and tables. Comments and code blocks are no part of it.
final class PassageReader {
    private static final Pattern ITEM = Pattern.compile("\\s*(?:[-*+]|\\d+[.)])\\s+(.*)");
    private static final Pattern RULE = Pattern.compile("\\s*\\|?[\\s:|-]*-[\\s:|-]*");
    private static final Pattern HEADING = Pattern.compile("#{1,6}\\s+(.*?)\\s*#*");

    private final List<Passage> passages = new ArrayList<>();
    private final StringBuilder words = new StringBuilder();
    private final List<Passage.Row> rows = new ArrayList<>();
    private String caption = "";
    private int firstLine;
    private int lastLine;
    private int lastLength;
    private boolean isInComment;
    private boolean isInCode;

    private PassageReader() {}

    static List<Passage> read(Section section) {
        var reader = new PassageReader();
        int number = section.span().line();
        for (String line : section.body().split("\r\n|\r|\n", -1)) {
            number++;
            reader.line(number, line);
        }
        reader.endProse();
        reader.endTable();
        return List.copyOf(reader.passages);
    }

    private void line(int number, String raw) {
        String line = withoutComment(raw);
        if (line.strip().startsWith("```") || line.strip().startsWith("~~~")) {
            endProse();
            isInCode = !isInCode;
        } else if (!isInCode) {
            content(number, line);
        }
    }

    private void content(int number, String line) {
        var item = ITEM.matcher(line);
        var heading = HEADING.matcher(line);
        boolean isRow = line.strip().startsWith("|");
        if (!isRow) {
            endTable();
        }
        if (line.isBlank()) {
            endProse();
        } else if (isRow) {
            caption = words.isEmpty() ? caption : words.toString();
            endProse();
            rows.add(new Passage.Row(cells(line), SourceSpan.ofLine(number, line.length())));
        } else if (heading.matches()) {
            endProse();
            caption = heading.group(1);
        } else if (item.matches()) {
            endProse();
            begin(number, line, item.group(1));
        } else if (words.isEmpty()) {
            begin(number, line, line.strip());
        } else {
            words.append(' ').append(line.strip());
            lastLine = number;
            lastLength = line.length();
        }
    }

    private void begin(int number, String line, String text) {
        words.append(text.strip());
        firstLine = number;
        lastLine = number;
        lastLength = line.length();
    }

    private void endProse() {
        if (words.isEmpty()) {
            return;
        }
        String text = words.toString();
        passages.add(
                new Passage.Prose(text, new SourceSpan(firstLine, 1, lastLine, lastLength + 1)));
        if (text.endsWith(":")) {
            caption = text;
        }
        words.setLength(0);
    }

    private void endTable() {
        if (rows.size() > 1) {
            List<Passage.Row> body =
                    rows.subList(1, rows.size()).stream()
                            .filter(row -> !isRule(row.cells()))
                            .toList();
            passages.add(
                    new Passage.Table(
                            caption,
                            rows.getFirst().cells(),
                            body,
                            new SourceSpan(
                                    rows.getFirst().span().line(),
                                    1,
                                    rows.getLast().span().endLine(),
                                    rows.getLast().span().endColumn())));
        }
        rows.clear();
    }

    private static boolean isRule(List<String> cells) {
        return RULE.matcher(String.join("|", cells)).matches();
    }

    private static List<String> cells(String line) {
        String bare = line.strip();
        String inner =
                bare.substring(
                        1,
                        bare.endsWith("|") && bare.length() > 1
                                ? bare.length() - 1
                                : bare.length());
        var cells = new ArrayList<String>();
        for (String cell : inner.split("(?<!\\\\)\\|", -1)) {
            cells.add(cell.strip().replace("\\|", "|"));
        }
        return cells;
    }

    private String withoutComment(String line) {
        var left = new StringBuilder();
        int at = 0;
        while (at < line.length()) {
            int next = line.indexOf(isInComment ? "-->" : "<!--", at);
            if (next < 0) {
                if (!isInComment) {
                    left.append(line, at, line.length());
                }
                break;
            }
            if (!isInComment) {
                left.append(line, at, next);
            }
            at = next + (isInComment ? 3 : 4);
            isInComment = !isInComment;
        }
        return left.toString();
    }
}
