package kiro.config;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// Values and keys as they are written into a file of settings.
final class ConfigScalar {
    private static final Pattern PLAIN_KEY = Pattern.compile("[A-Za-z][A-Za-z0-9_./-]*");
    private static final Pattern PLAIN_ITEM = Pattern.compile("[A-Za-z0-9_./-][A-Za-z0-9_./*-]*");

    private ConfigScalar() {}

    static String key(String name) {
        return PLAIN_KEY.matcher(name).matches() ? name : quoted(name);
    }

    /// The ways to write a value, the plainest first: which of them means it, only reading tells.
    ///
    /// @param text the items of a list on a line each
    static List<String> forms(ValueType type, String text) {
        List<String> items = text.lines().toList();
        if (!type.mayBeList() || items.size() < 2) {
            return text.contains("\n") ? List.of(quoted(text)) : List.of(text, quoted(text));
        }
        return List.of(
                items.stream()
                        .map(item -> PLAIN_ITEM.matcher(item).matches() ? item : quoted(item))
                        .collect(Collectors.joining(", ", "[", "]")),
                items.stream()
                        .map(ConfigScalar::quoted)
                        .collect(Collectors.joining(", ", "[", "]")));
    }

    private static String quoted(String text) {
        var quoted = new StringBuilder("\"");
        for (int i = 0; i < text.length(); i++) {
            char letter = text.charAt(i);
            switch (letter) {
                case '"', '\\' -> quoted.append('\\').append(letter);
                case '\n' -> quoted.append("\\n");
                case '\t' -> quoted.append("\\t");
                default -> {
                    if (letter < ' ' || letter == '\u007f') {
                        quoted.append(String.format(Locale.ROOT, "\\x%02x", (int) letter));
                    } else {
                        quoted.append(letter);
                    }
                }
            }
        }
        return quoted.append('"').toString();
    }
}
