package kiro.sandbox;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// Confines commands on macOS, by a profile for `sandbox-exec`. Later rules of a profile count over earlier ones.
final class Seatbelt {
    static final Path PROGRAM = Path.of("/usr/bin/sandbox-exec");

    private Seatbelt() {}

    static List<String> argv(SandboxPolicy policy, List<String> command) {
        return Stream.concat(
                        Stream.of(PROGRAM.toString(), "-p", profile(policy), "--"),
                        command.stream())
                .toList();
    }

    static String profile(SandboxPolicy policy) {
        var lines = new ArrayList<String>();
        lines.add("(version 1)");
        lines.add("(allow default)");
        lines.add("(deny file-write*)");
        rule(lines, "allow file-write*", "subpath", List.of(policy.workspace(), policy.scratch()));
        rule(lines, "allow file-write*", "subpath", policy.writable());
        rule(
                lines,
                "allow file-write*",
                "literal",
                Stream.of("null", "tty", "stdout", "stderr", "zero")
                        .map(name -> Path.of("/dev", name))
                        .toList());
        lines.add("(allow file-write* (regex #\"^/dev/fd/\"))");
        rule(lines, "deny file-write*", "subpath", policy.kept());
        rule(lines, "deny file-write-unlink", "literal", policy.pinned());
        rule(lines, "deny file-read* file-write*", "literal", policy.hiddenFiles());
        rule(lines, "deny file-read* file-write*", "subpath", policy.hiddenFolders());
        if (!policy.hasNetwork()) {
            lines.add("(deny network*)");
            lines.add("(allow network* (local ip \"localhost:*\") (remote ip \"localhost:*\"))");
        }
        return String.join("\n", lines) + "\n";
    }

    private static void rule(List<String> lines, String what, String kind, List<Path> paths) {
        for (Path path : paths) {
            lines.add("(%s (%s \"%s\"))".formatted(what, kind, quoted(path.toString())));
        }
    }

    private static String quoted(String text) {
        return text.replace("\\", "\\\\").replace("\"", "\\\"");
    }
}
