package kiro.infer;

import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Finds the file that a name comes from.
final class Modules {
    private static final List<String> SCRIPT_ENDS =
            List.of(
                    "",
                    ".ts",
                    ".tsx",
                    ".js",
                    ".mjs",
                    ".cjs",
                    ".jsx",
                    "/index.ts",
                    "/index.js",
                    "/index.tsx");

    private final Map<String, FileFacts> byPath = new HashMap<>();

    Modules(List<FileFacts> files) {
        files.forEach(file -> byPath.put(file.path(), file));
    }

    /// The file that a local name of another file was imported from.
    Optional<FileFacts> of(FileFacts from, String name) {
        if (name.startsWith("require:")) {
            return script(from.path(), name.substring("require:".length()));
        }
        if (name.startsWith("module:")) {
            return python(from.path(), name.substring("module:".length()));
        }
        String imported = from.imports().get(name);
        if (imported == null) {
            return Optional.empty();
        }
        String module = imported.substring(0, imported.lastIndexOf('#'));
        String member = imported.substring(imported.lastIndexOf('#') + 1);
        return switch (from.language()) {
            case JAVASCRIPT, TYPESCRIPT, TSX -> script(from.path(), module);
            case PYTHON -> {
                String inner = module.endsWith(".") ? module + member : module + "." + member;
                yield python(from.path(), inner).or(() -> python(from.path(), module));
            }
            case JAVA, GO, RUST -> Optional.empty();
        };
    }

    private Optional<FileFacts> script(String from, String module) {
        if (!module.startsWith(".")) {
            return Optional.empty();
        }
        String base = normal(folder(from) + "/" + module).replaceFirst("\\.js$", "");
        for (String end : SCRIPT_ENDS) {
            FileFacts found = byPath.get(base + end);
            if (found != null) {
                return Optional.of(found);
            }
        }
        return Optional.empty();
    }

    private Optional<FileFacts> python(String from, String module) {
        String rest = module.replaceFirst("^\\.+", "");
        int dots = module.length() - rest.length();
        String path = rest.replace('.', '/');
        if (dots > 0) {
            String at = folder(from);
            for (int i = 1; i < dots; i++) {
                at = folder(at);
            }
            path = at.isEmpty() ? path : at + "/" + path;
            return pythonFile(path);
        }
        Optional<FileFacts> exact = pythonFile(path);
        if (exact.isPresent()) {
            return exact;
        }
        String suffix = "/" + path;
        return byPath.keySet().stream()
                .filter(each ->
                        each.endsWith(suffix + ".py") || each.endsWith(suffix + "/__init__.py"))
                .sorted()
                .findFirst()
                .map(byPath::get);
    }

    private Optional<FileFacts> pythonFile(String path) {
        return Optional.ofNullable(byPath.get(path + ".py"))
                .or(() -> Optional.ofNullable(byPath.get(path + "/__init__.py")));
    }

    /// The files of a Rust module or a Go package of this name.
    List<FileFacts> named(String name) {
        Set<String> ends = Set.of(name + ".rs", name + "/mod.rs", name + "/lib.rs");
        return byPath.values().stream()
                .filter(file ->
                        ends.stream()
                                        .anyMatch(end ->
                                                file.path().equals(end)
                                                        || file.path().endsWith("/" + end))
                                || (file.path().endsWith(".go")
                                        && ("/" + folder(file.path())).endsWith("/" + name)))
                .sorted(Comparator.comparing(FileFacts::path))
                .toList();
    }

    /// The files right in a folder.
    List<FileFacts> inFolder(String folder) {
        return byPath.values().stream()
                .filter(file -> folder(file.path()).equals(folder))
                .sorted(Comparator.comparing(FileFacts::path))
                .toList();
    }

    static String folder(String path) {
        int slash = path.lastIndexOf('/');
        return slash < 0 ? "" : path.substring(0, slash);
    }

    private static String normal(String path) {
        var parts = new ArrayDeque<String>();
        for (String part : path.split("/")) {
            if (part.equals("..")) {
                parts.pollLast();
            } else if (!part.equals(".") && !part.isEmpty()) {
                parts.addLast(part);
            }
        }
        return String.join("/", parts);
    }
}
