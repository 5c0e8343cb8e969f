package kiro.edit;

import java.nio.charset.StandardCharsets;

/// Writes a path the way git does in a diff: between double quotes, with escapes, when it has characters
/// that would be misread.
final class GitQuoting {
    private GitQuoting() {}

    static String of(String path) {
        var quoted = new StringBuilder();
        boolean isPlain = true;
        for (byte one : path.getBytes(StandardCharsets.UTF_8)) {
            int value = one & 0xFF;
            boolean isSafe = value >= 0x20 && value < 0x7F && value != '"' && value != '\\';
            isPlain &= isSafe;
            if (isSafe) {
                quoted.append((char) value);
            } else if (value == '"' || value == '\\') {
                quoted.append('\\').append((char) value);
            } else {
                quoted.append("\\%03o".formatted(value));
            }
        }
        return isPlain ? path : "\"" + quoted + "\"";
    }

    /// A path that ends its line: one with a space in it is closed by a tab.
    static String closed(String path) {
        return path.indexOf(' ') >= 0 ? path + "\t" : path;
    }
}
