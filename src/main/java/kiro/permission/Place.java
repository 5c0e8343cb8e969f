package kiro.permission;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import kiro.permission.shell.ShellWord;

/// Where a word of a command line leads, if it is taken for a path from the workspace's root.
enum Place {
    /// In the workspace, as far as the word tells.
    INSIDE,
    /// The workspace as a whole, or everything in it.
    WHOLE,
    /// A stream of the process, or the device that swallows everything.
    STREAM,
    /// A folder for what is temporary.
    TEMPORARY,
    OUTSIDE,
    /// A folder on which the machine or the person depends: the root, what lies in it, the home.
    VITAL,
    DEVICE,
    /// Known only when the command runs.
    UNKNOWN;

    private static final List<String> STREAMS =
            List.of("/dev/null", "/dev/stdout", "/dev/stderr", "/dev/stdin", "/dev/tty");

    static Place of(ShellWord word) {
        String text = simplified(word.text());
        if (text.matches("(\\$HOME|\\$\\{HOME}|~[^/]*)(/[.*]*)*")) {
            return VITAL;
        }
        if (text.matches("(\\$HOME|\\$\\{HOME})/.*")) {
            return OUTSIDE;
        }
        if (word.isDynamic()) {
            return UNKNOWN;
        }
        if (text.startsWith("/")) {
            return ofAbsolute(text);
        }
        if (text.startsWith("~") || leavesWorkspace(text)) {
            return OUTSIDE;
        }
        return text.matches("\\.?(/?\\*++|/?\\.\\*|/)*") ? WHOLE : INSIDE;
    }

    /// The parts of a word that may be paths: `--file=a`, `@a` and `HEAD:a` all name `a`.
    static Stream<String> paths(ShellWord word) {
        return Arrays.stream(word.text().split("[=:@,]"))
                .map(Place::simplified)
                .filter(part -> !part.isEmpty());
    }

    /// The same path without steps that lead nowhere; those that leave the workspace stay at its beginning.
    static String normalized(String path) {
        var names = new ArrayDeque<String>();
        for (String name : path.split("/")) {
            boolean isBack = name.equals("..") && !names.isEmpty() && !names.getLast().equals("..");
            if (isBack) {
                names.removeLast();
            } else if (!name.isEmpty() && !name.equals(".")) {
                names.addLast(name);
            }
        }
        String joined = String.join("/", names);
        return path.startsWith("/") ? "/" + joined : joined.isEmpty() ? "." : joined;
    }

    private static Place ofAbsolute(String text) {
        if (STREAMS.contains(text) || text.startsWith("/dev/fd/")) {
            return STREAM;
        }
        if (text.startsWith("/dev/")) {
            return DEVICE;
        }
        if (text.matches("/(\\.\\.?|\\*|/)*|/[^/]+(/[.*]*)*")) {
            return VITAL;
        }
        boolean isTemporary = text.startsWith("/tmp/") || text.startsWith("/var/tmp/");
        return isTemporary && !text.contains("/../") ? TEMPORARY : OUTSIDE;
    }

    private static boolean leavesWorkspace(String text) {
        int depth = 0;
        for (String name : text.split("/")) {
            depth += name.equals("..") ? -1 : name.isEmpty() || name.equals(".") ? 0 : 1;
            if (depth < 0) {
                return true;
            }
        }
        return false;
    }

    private static String simplified(String path) {
        String simple = path.replaceAll("/+", "/").replaceAll("/(\\./)+", "/");
        while (simple.startsWith("./")) {
            simple = simple.substring(2);
        }
        return simple.isEmpty() && !path.isEmpty() ? "." : simple;
    }
}
