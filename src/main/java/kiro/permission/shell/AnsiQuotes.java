package kiro.permission.shell;

import java.util.Map;

/// Reads `$'…'`, quotes with escapes of their own, which not every shell knows.
final class AnsiQuotes {
    private static final Map<Character, String> LETTERS =
            Map.of('n', "\n", 't', "\t", 'r', "\r", '\\', "\\", '\'', "'", '"', "\"", '?', "?");

    private AnsiQuotes() {}

    static String read(ShellCursor cursor) {
        var text = new StringBuilder();
        cursor.skip(1);
        while (cursor.next() != '\'') {
            if (cursor.isAtEnd()) {
                throw new NotUnderstood("a quote without its end");
            }
            if (cursor.next() != '\\') {
                text.append(cursor.next());
                cursor.skip(1);
                continue;
            }
            String letter = LETTERS.getOrDefault(cursor.ahead(1), "");
            if (letter.isEmpty() || letter.equals("'")) {
                throw new NotUnderstood("an unusual escape in a quote");
            }
            text.append(letter);
            cursor.skip(2);
        }
        cursor.skip(1);
        return text.toString();
    }
}
