package kiro.workspace.dependency;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The entries of a TOML file, as far as files of dependencies need: tables, keys, texts, lists over several lines.
final class TomlLines {
    private static final Pattern TABLE =
            Pattern.compile("\\[{1,2}\\s*([^\\]]+?)\\s*\\]{1,2}\\s*(?:#.*)?");
    private static final Pattern ENTRY =
            Pattern.compile("\"?([\\w@/.-]+)\"?\\s*=\\s*(.+)", Pattern.DOTALL);
    private static final Pattern TEXT = Pattern.compile("\"((?:[^\"\\\\]|\\\\.)*)\"|'([^']*)'");

    private TomlLines() {}

    /// @param table the table's name; one of a list has its place behind it, such as `package#3`
    record Entry(String table, String key, String value) {
        /// The text that the value is; empty where it is none.
        Optional<String> text() {
            Matcher match = TEXT.matcher(value);
            return match.lookingAt() ? Optional.of(quoted(match)) : Optional.empty();
        }

        /// The texts in a list.
        List<String> texts() {
            return TEXT.matcher(value)
                    .results()
                    .map(each -> {
                        String first = each.group(1);
                        return first != null ? first : each.group(2);
                    })
                    .toList();
        }

        /// What a key within braces says.
        Optional<String> inner(String name) {
            Matcher match =
                    Pattern.compile(
                                    "[{,]\\s*\"?"
                                            + Pattern.quote(name)
                                            + "\"?\\s*=\\s*(\"[^\"]*\"|'[^']*')")
                            .matcher(value);
            return match.find()
                    ? Optional.of(match.group(1).substring(1, match.group(1).length() - 1))
                    : Optional.empty();
        }
    }

    private static String quoted(Matcher match) {
        String first = match.group(1);
        return first != null ? first : match.group(2);
    }

    /// Empty where a list is not closed, as in a file that is being written.
    static Optional<List<Entry>> read(String text) {
        var entries = new ArrayList<Entry>();
        String table = "";
        int count = 0;
        var pending = new StringBuilder();
        for (String raw : text.split("\n")) {
            String line = withoutComment(raw).strip();
            Matcher head = TABLE.matcher(line);
            if (pending.isEmpty() && head.matches()) {
                count++;
                table =
                        head.group(1).replace("\"", "")
                                + (line.startsWith("[[") ? "#" + count : "");
                continue;
            }
            pending.append(pending.isEmpty() ? "" : "\n").append(line);
            if (isOpen(pending)) {
                continue;
            }
            Matcher entry = ENTRY.matcher(pending);
            if (entry.matches()) {
                entries.add(new Entry(table, entry.group(1), entry.group(2).strip()));
            }
            pending.setLength(0);
        }
        return pending.isEmpty() ? Optional.of(entries) : Optional.empty();
    }

    private static String withoutComment(String line) {
        char quote = 0;
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            if (quote != 0) {
                quote = c == quote ? 0 : quote;
            } else if (c == '"' || c == '\'') {
                quote = c;
            } else if (c == '#') {
                return line.substring(0, i);
            }
        }
        return line;
    }

    private static boolean isOpen(CharSequence text) {
        int depth = 0;
        char quote = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (quote != 0) {
                quote = c == quote || c == '\n' ? 0 : quote;
            } else if (c == '"' || c == '\'') {
                quote = c;
            } else {
                depth += c == '[' || c == '{' ? 1 : c == ']' || c == '}' ? -1 : 0;
            }
        }
        return depth > 0;
    }
}
