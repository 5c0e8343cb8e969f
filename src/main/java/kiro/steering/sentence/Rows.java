package kiro.steering.sentence;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/// The rows of a table in pipes, its head first.
final class Rows {
    private static final Pattern RULE = Pattern.compile("\\|?(?: *:?-+:? *\\|)+(?: *:?-+:? *)?");

    /// @param text its cells with ` | ` between them
    record Row(int start, int end, String text) {}

    private Rows() {}

    static boolean isTable(String text) {
        String[] lines = text.split("\n", 3);
        return lines.length >= 2
                && lines[0].indexOf('|') >= 0
                && lines[1].length() < 1000
                && (RULE.matcher(lines[1].strip()).matches()
                        || (RULE.matcher(lines[1].strip() + "|").matches()
                                && lines[1].indexOf('|') >= 0));
    }

    static List<Row> of(String table) {
        var rows = new ArrayList<Row>();
        int start = 0;
        int number = 0;
        while (start < table.length()) {
            int end = table.indexOf('\n', start);
            end = end < 0 ? table.length() : end;
            String line = table.substring(start, end);
            if (number != 1 && !line.isBlank()) {
                int from = start + (line.length() - line.stripLeading().length());
                rows.add(new Row(from, start + line.stripTrailing().length(), joined(line)));
            }
            number++;
            start = end + 1;
        }
        return rows;
    }

    private static String joined(String line) {
        var cells = new ArrayList<String>();
        var cell = new StringBuilder();
        boolean isCode = false;
        String inside = line.strip();
        inside = inside.startsWith("|") ? inside.substring(1) : inside;
        inside = inside.endsWith("|") ? inside.substring(0, inside.length() - 1) : inside;
        for (int i = 0; i < inside.length(); i++) {
            char c = inside.charAt(i);
            isCode = (c == '`') != isCode;
            if (c == '|' && !isCode) {
                cells.add(cell.toString().strip());
                cell.setLength(0);
            } else {
                cell.append(c);
            }
        }
        cells.add(cell.toString().strip());
        return String.join(" | ", cells);
    }
}
