package kiro.spec.rest;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/// Finds tables drawn with pipes in the lines of a paragraph.
final class PipeTable {
    private static final Pattern RULE = Pattern.compile("[|:\\- \\t]*-[|:\\- \\t]*");

    private PipeTable() {}

    /// The paragraph cut into the text before each table, the table, and the text after it.
    static List<Block> blocks(List<SourcedText> lines) {
        var blocks = new ArrayList<Block>();
        var text = new ArrayList<SourcedText>();
        int at = 0;
        while (at < lines.size()) {
            if (!startsTable(lines, at)) {
                text.add(lines.get(at++));
                continue;
            }
            addText(text, blocks);
            int end = at + 2;
            while (end < lines.size() && lines.get(end).text().indexOf('|') >= 0) {
                end++;
            }
            blocks.add(table(lines.subList(at, end)));
            at = end;
        }
        addText(text, blocks);
        return blocks;
    }

    private static boolean startsTable(List<SourcedText> lines, int at) {
        if (at + 1 >= lines.size()) {
            return false;
        }
        String rule = lines.get(at + 1).text();
        return lines.get(at).text().indexOf('|') >= 0
                && rule.indexOf('|') >= 0
                && rule.length() < 1000
                && RULE.matcher(rule).matches();
    }

    private static void addText(List<SourcedText> text, List<Block> blocks) {
        if (!text.isEmpty()) {
            blocks.add(new Block.Text(joined(text)));
            text.clear();
        }
    }

    static SourcedText joined(List<SourcedText> lines) {
        var text = new StringBuilder();
        var pieces = new ArrayList<SourcedText.Piece>();
        for (SourcedText line : lines) {
            if (!text.isEmpty()) {
                text.append('\n');
            }
            SourcedText.Piece first = line.pieces().getFirst();
            pieces.add(new SourcedText.Piece(text.length(), first.line(), first.column()));
            text.append(line.text());
        }
        return new SourcedText(text.toString(), pieces);
    }

    private static Block.Table table(List<SourcedText> lines) {
        var rows = new ArrayList<Block.Row>();
        for (SourcedText line : lines.subList(2, lines.size())) {
            rows.add(new Block.Row(cells(line.text()), line));
        }
        return new Block.Table(cells(lines.getFirst().text()), rows, joined(lines).span());
    }

    static List<String> cells(String line) {
        var cells = new ArrayList<String>();
        var cell = new StringBuilder();
        String row = line.strip();
        int start = row.startsWith("|") ? 1 : 0;
        int end = row.length() > start && row.endsWith("|") && !row.endsWith("\\|") ? 1 : 0;
        for (int i = start; i < row.length() - end; i++) {
            char c = row.charAt(i);
            if (c == '\\' && i + 1 < row.length() && row.charAt(i + 1) == '|') {
                cell.append('|');
                i++;
            } else if (c == '|') {
                cells.add(cell.toString().strip());
                cell.setLength(0);
            } else {
                cell.append(c);
            }
        }
        cells.add(cell.toString().strip());
        return cells;
    }
}
