package kiro.model.builtin.ground;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import kiro.model.builtin.project.Sources;

/// The scripts that make a project's tables, as texts.
final class Scripts {
    private static final Pattern CREATE =
            Pattern.compile(
                    "(?is)create\\s+table\\s+(?:if\\s+not\\s+exists\\s+)?([\\w.\"`]+)\\s*\\(");

    private final List<Creation> creations = new ArrayList<>();
    private final Map<String, String> texts = new TreeMap<>();

    Scripts(Sources sources) {
        new TreeMap<>(sources.texts())
                .forEach((path, text) -> {
                    if (path.endsWith(".sql") && !path.contains("src/test/")) {
                        texts.put(path, text);
                        read(path, text);
                    }
                });
    }

    /// A statement that makes a table.
    ///
    /// @param head what stands before the columns, with the parenthesis
    /// @param parts the columns and constraints, stripped
    /// @param tail what stands behind them, from the parenthesis to before the semicolon
    /// @param bodyStart where in the file the columns begin
    /// @param bodyEnd where they end
    record Creation(
            String path,
            String table,
            String head,
            List<String> parts,
            String tail,
            int bodyStart,
            int bodyEnd) {
        Creation {
            parts = List.copyOf(parts);
        }

        /// What is said of a column, without its name; empty where the table has none such.
        Optional<String> definition(String column) {
            return parts.stream()
                    .filter(part -> name(part).equals(column))
                    .map(part -> part.replaceFirst("^\\S+\\s+", ""))
                    .findFirst();
        }

        boolean isUpper() {
            return head.strip().startsWith("CREATE");
        }
    }

    private void read(String path, String text) {
        Matcher found = CREATE.matcher(text);
        while (found.find()) {
            int depth = 1;
            int at = found.end();
            while (at < text.length() && depth > 0) {
                depth += text.charAt(at) == '(' ? 1 : text.charAt(at) == ')' ? -1 : 0;
                at++;
            }
            int end = text.indexOf(';', at);
            creations.add(
                    new Creation(
                            path,
                            simple(found.group(1)),
                            found.group(),
                            parts(text.substring(found.end(), at - 1)),
                            text.substring(at - 1, end < 0 ? text.length() : end).stripTrailing(),
                            found.end(),
                            at - 1));
        }
    }

    private static List<String> parts(String body) {
        var parts = new ArrayList<String>();
        int depth = 0;
        int from = 0;
        String text = body.replaceAll("--[^\\n]*", "");
        for (int at = 0; at < text.length(); at++) {
            char c = text.charAt(at);
            depth += c == '(' ? 1 : c == ')' ? -1 : 0;
            if (c == ',' && depth == 0) {
                parts.add(text.substring(from, at).strip());
                from = at + 1;
            }
        }
        parts.add(text.substring(from).strip());
        return parts;
    }

    /// The column of a part; something else for a constraint.
    static String name(String part) {
        return simple(part.split("\\s+", 2)[0]);
    }

    private static String simple(String name) {
        String bare = name.replaceAll("[\"`]", "");
        return bare.substring(bare.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    }

    List<Creation> of(String table) {
        return creations.stream().filter(one -> one.table().equals(table)).toList();
    }

    boolean isEmpty() {
        return creations.isEmpty();
    }

    String text(String path) {
        return texts.getOrDefault(path, "");
    }

    List<String> paths() {
        return List.copyOf(texts.keySet());
    }

    /// Whether a word stands in any of them.
    boolean says(String expression) {
        Pattern pattern = Pattern.compile("(?ism)" + expression);
        return texts.values().stream().anyMatch(text -> pattern.matcher(text).find());
    }

    /// What other tables say of a column of this name.
    Optional<String> definition(String column) {
        var found = new LinkedHashMap<String, String>();
        for (Creation one : creations) {
            one.definition(column).ifPresent(text -> found.put(one.table(), text));
        }
        return found.values().stream().findFirst();
    }

    /// How a column names a row of another table: `references vehicle (id)`; not at all where others do not.
    Optional<String> reference(String table, String key) {
        for (String text : texts.values()) {
            Matcher found = Pattern.compile("(?i)(references)\\s+[\\w.]+(\\s*)\\(").matcher(text);
            if (found.find()) {
                return Optional.of(found.group(1) + " " + table + found.group(2) + "(" + key + ")");
            }
        }
        return says("^\\s*\"?\\w+_id\"?\\s")
                ? Optional.empty()
                : Optional.of("references " + table + " (" + key + ")");
    }
}
