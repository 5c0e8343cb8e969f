package kiro.cli;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/// A list of files that git ignores, and what of kiro's it should name and does not.
final class GitIgnore {
    private static final List<String> WANTED = List.of(".kiro/memory.json", ".kiro/sessions/");

    private final byte[] bytes;
    private final List<String> missing;

    private GitIgnore(byte[] bytes, List<String> missing) {
        this.bytes = bytes;
        this.missing = missing;
    }

    /// Bytes, as such a list may be in any encoding.
    static GitIgnore of(byte[] bytes) {
        Set<String> named = new TreeSet<>();
        new String(bytes, StandardCharsets.ISO_8859_1)
                .lines()
                .map(GitIgnore::plain)
                .forEach(named::add);
        return new GitIgnore(
                bytes,
                WANTED.stream()
                        .filter(line -> !named.contains(plain(line)))
                        .filter(line -> !named.contains(".kiro") && !named.contains(".kiro/*"))
                        .toList());
    }

    /// Lines to be added.
    List<String> missing() {
        return missing;
    }

    /// The list with the missing lines at its end, in its own line end.
    byte[] completed() {
        var out = new ByteArrayOutputStream();
        out.writeBytes(bytes);
        String end =
                new String(bytes, StandardCharsets.ISO_8859_1).contains("\r\n") ? "\r\n" : "\n";
        if (bytes.length > 0 && bytes[bytes.length - 1] != '\n') {
            out.writeBytes(end.getBytes(StandardCharsets.US_ASCII));
        }
        for (String line : missing) {
            out.writeBytes((line + end).getBytes(StandardCharsets.US_ASCII));
        }
        return out.toByteArray();
    }

    /// A line without what makes no difference here: a slash at either end.
    private static String plain(String line) {
        String path = line.strip();
        path = path.startsWith("/") ? path.substring(1) : path;
        return path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
    }
}
