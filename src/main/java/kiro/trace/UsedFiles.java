package kiro.trace;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Tells which of a project's files a test file uses, by what it imports and, in the languages where that needs no
/// import, by the names of its own package.
final class UsedFiles {
    private static final Pattern JVM_IMPORT =
            Pattern.compile("(?m)^\\s*import\\s+(?:static\\s+)?([\\w.]+)");
    private static final Pattern JVM_PACKAGE = Pattern.compile("(?m)^\\s*package\\s+([\\w.]+)");
    private static final Pattern TYPE = Pattern.compile("\\b[A-Z]\\w*\\b");
    private static final Pattern SCRIPT_IMPORT =
            Pattern.compile(
                    "(?:\\bfrom\\s*|\\brequire\\(\\s*|\\bimport\\(?\\s*)['\"](\\.[^'\"]*)['\"]");
    private static final Pattern PYTHON_FROM =
            Pattern.compile("(?m)^\\s*from\\s+(\\.*[\\w.]*)\\s+import\\s+([\\w, ()]+)");
    private static final Pattern PYTHON_IMPORT = Pattern.compile("(?m)^\\s*import\\s+([\\w.]+)");
    private static final Pattern RUST_CRATE =
            Pattern.compile("(?<crate>(?:[^/]+/)*?)(?<kind>src|tests)/.*");
    private static final Pattern RUST_USE =
            Pattern.compile("\\buse\\s+(?<head>[\\w:]+)(?:\\{(?<items>[^;]*)\\})?");
    private static final List<String> SCRIPT_ENDS =
            List.of(
                    "",
                    ".ts",
                    ".tsx",
                    ".js",
                    ".jsx",
                    ".mjs",
                    ".cjs",
                    ".vue",
                    "/index.ts",
                    "/index.js");

    private static final Pattern TEST =
            Pattern.compile(
                    "(?:.*/)?(?:tests?|__tests__|testdata)/.*|.*(?:Tests?|IT)\\.(?:java|kt)|.*[._](?:test|spec)\\.\\w+|(?:.*/)?test_[^/]*");

    private final Set<String> files = new LinkedHashSet<>();
    private final Map<String, List<String>> byName = new HashMap<>();

    /// @param all files of the project
    UsedFiles(List<String> all) {
        for (String file : all) {
            if (!TEST.matcher(file).matches()) {
                files.add(file);
                byName.computeIfAbsent(name(file), key -> new ArrayList<>()).add(file);
            }
        }
    }

    /// Sorted; none where the language is not known.
    List<String> by(String test, String text) {
        String end = test.substring(test.lastIndexOf('.') + 1);
        Set<String> used = new TreeSet<>();
        switch (end) {
            case "java", "kt" -> jvm(text, used);
            case "ts", "tsx", "js", "jsx", "mjs", "cjs", "mts", "cts" -> script(test, text, used);
            case "py" -> python(test, text, used);
            case "go" -> sameFolder(test, used);
            case "rs" -> rust(test, text, used);
            default -> {}
        }
        if (!end.equals("rs")) {
            used.remove(test);
        }
        return List.copyOf(used);
    }

    private void jvm(String text, Set<String> used) {
        Matcher imported = JVM_IMPORT.matcher(text);
        while (imported.find()) {
            String path = imported.group(1).replace('.', '/');
            for (String at = path; at.contains("/"); at = at.substring(0, at.lastIndexOf('/'))) {
                if (ending("/" + at, List.of(".java", ".kt"), used)) {
                    break;
                }
            }
        }
        Matcher own = JVM_PACKAGE.matcher(text);
        if (own.find()) {
            String folder = "/" + own.group(1).replace('.', '/') + "/";
            Matcher type = TYPE.matcher(text);
            Set<String> seen = new LinkedHashSet<>();
            while (type.find()) {
                if (seen.add(type.group())) {
                    ending(folder + type.group(), List.of(".java", ".kt"), used);
                }
            }
        }
    }

    private boolean ending(String path, List<String> ends, Set<String> used) {
        boolean isAny = false;
        for (String end : ends) {
            for (String file : byName.getOrDefault(name(path + end), List.of())) {
                if (("/" + file).endsWith(path + end)) {
                    used.add(file);
                    isAny = true;
                }
            }
        }
        return isAny;
    }

    private void script(String test, String text, Set<String> used) {
        Matcher imported = SCRIPT_IMPORT.matcher(text);
        while (imported.find()) {
            String path = resolved(folder(test), imported.group(1));
            for (String end : SCRIPT_ENDS) {
                add(path + end, used);
            }
            add(path.replaceFirst("\\.js$", ".ts"), used);
        }
    }

    private void python(String test, String text, Set<String> used) {
        Matcher from = PYTHON_FROM.matcher(text);
        while (from.find()) {
            String module = from.group(1);
            modules(test, module, used);
            for (String name : from.group(2).split("[,\\s()]+")) {
                if (!name.isEmpty()) {
                    modules(test, module.endsWith(".") ? module + name : module + "." + name, used);
                }
            }
        }
        Matcher imported = PYTHON_IMPORT.matcher(text);
        while (imported.find()) {
            modules(test, imported.group(1), used);
        }
    }

    private void modules(String test, String module, Set<String> used) {
        if (!module.startsWith(".")) {
            ending("/" + module.replace('.', '/'), List.of(".py", "/__init__.py"), used);
            return;
        }
        int dots = 0;
        while (dots < module.length() && module.charAt(dots) == '.') {
            dots++;
        }
        String path =
                resolved(
                        folder(test),
                        "../".repeat(dots - 1) + module.substring(dots).replace('.', '/'));
        add(path + ".py", used);
        add(path + "/__init__.py", used);
    }

    private void sameFolder(String test, Set<String> used) {
        String folder = folder(test);
        files.stream()
                .filter(file -> file.endsWith(".go") && folder(file).equals(folder))
                .forEach(used::add);
    }

    /// The tests of a file of Rust lie in it; those of a crate, in `tests` beside `src`, use its library.
    private void rust(String test, String text, Set<String> used) {
        add(test, used);
        Matcher place = RUST_CRATE.matcher(test);
        if (!place.matches()) {
            return;
        }
        String source = place.group("crate") + "src";
        if (place.group("kind").equals("tests")) {
            add(source + "/lib.rs", used);
        }
        Matcher use = RUST_USE.matcher(text);
        while (use.find()) {
            String head = use.group("head").replace("::", "/");
            for (String item : use.group("items") == null ? List.of("") : items(use)) {
                module(source, head + item, used);
            }
        }
    }

    private static List<String> items(Matcher use) {
        return List.of(use.group("items").replace("::", "/").split("[\\s,{}]+"));
    }

    private void module(String source, String path, Set<String> used) {
        String at = source;
        String[] names = path.split("/");
        for (int i = 1; i < names.length; i++) {
            at += "/" + names[i];
            add(at + ".rs", used);
            add(at + "/mod.rs", used);
        }
    }

    private void add(String file, Set<String> used) {
        if (files.contains(file)) {
            used.add(file);
        }
    }

    private static String name(String file) {
        return file.substring(file.lastIndexOf('/') + 1);
    }

    private static String folder(String file) {
        int slash = file.lastIndexOf('/');
        return slash < 0 ? "" : file.substring(0, slash);
    }

    /// A relative path from a folder, without `.` and `..`.
    private static String resolved(String folder, String relative) {
        var names = new java.util.ArrayDeque<String>();
        for (String name : (folder + "/" + relative).split("/")) {
            if (name.equals("..")) {
                names.pollLast();
            } else if (!name.isEmpty() && !name.equals(".")) {
                names.addLast(name);
            }
        }
        return String.join("/", names);
    }
}
