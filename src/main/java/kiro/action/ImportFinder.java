package kiro.action;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Finds from where a name can be imported: only where there is one place.
final class ImportFinder {
    private static final List<String> JAVA =
            List.of(
                    "java.util",
                    "java.util.function",
                    "java.util.stream",
                    "java.util.concurrent",
                    "java.util.regex",
                    "java.io",
                    "java.nio.file",
                    "java.nio.charset",
                    "java.time",
                    "java.math",
                    "java.net");
    private static final List<String> GO =
            List.of(
                    "bytes", "context", "errors", "fmt", "io", "log", "math", "os", "sort",
                    "strconv", "strings", "sync", "time");
    private static final Pattern PACKAGE = Pattern.compile("(?m)^package\\s+(?<name>[\\w.]+);");

    private final Path root;
    private final List<String> files;

    /// @param files of the project, from its root
    ImportFinder(Path root, List<String> files) {
        this.root = root;
        this.files = List.copyOf(files);
    }

    /// The edit that imports a name into a text; empty where it is not known from where, or from several places.
    Optional<TextEdit> importing(String file, String text, String name) {
        if (file.endsWith(".java")) {
            List<String> found = javaNames(name);
            return found.size() == 1 && !text.contains("import " + found.getFirst() + ";")
                    ? Optional.of(javaImport(text, found.getFirst()))
                    : Optional.empty();
        }
        if (file.endsWith(".go")) {
            return GO.contains(name) ? goImport(text, name) : Optional.empty();
        }
        return scriptImport(file, text, name);
    }

    private List<String> javaNames(String name) {
        var found = new ArrayList<String>();
        for (String file : files) {
            if (file.endsWith("/" + name + ".java") || file.equals(name + ".java")) {
                Matcher declared = PACKAGE.matcher(Sources.text(root.resolve(file)).orElse(""));
                if (declared.find()) {
                    found.add(declared.group("name") + "." + name);
                }
            }
        }
        for (String each : JAVA) {
            if (ClassLoader.getSystemResource(each.replace('.', '/') + "/" + name + ".class")
                    != null) {
                found.add(each + "." + name);
            }
        }
        return found.stream().distinct().toList();
    }

    /// Before the first import that comes after it, else behind the last, else behind the package.
    private static TextEdit javaImport(String text, String name) {
        String line = "import " + name + ";\n";
        Matcher imports = Pattern.compile("(?m)^import (?<name>[\\w.*]+);\\R").matcher(text);
        int behind = -1;
        while (imports.find()) {
            if (imports.group("name").compareTo(name) > 0) {
                return new TextEdit(imports.start(), imports.start(), line);
            }
            behind = imports.end();
        }
        if (behind >= 0) {
            return new TextEdit(behind, behind, line);
        }
        Matcher declared = Pattern.compile("(?m)^package [^;]+;\\R").matcher(text);
        return declared.find()
                ? new TextEdit(declared.end(), declared.end(), "\n" + line)
                : new TextEdit(0, 0, line + "\n");
    }

    private static Optional<TextEdit> goImport(String text, String name) {
        Matcher block = Pattern.compile("(?m)^import \\(\\R").matcher(text);
        if (block.find()) {
            return Optional.of(new TextEdit(block.end(), block.end(), "\t\"" + name + "\"\n"));
        }
        Matcher declared = Pattern.compile("(?m)^package \\w+\\R").matcher(text);
        return declared.find()
                ? Optional.of(
                        new TextEdit(declared.end(), declared.end(), "\nimport \"" + name + "\"\n"))
                : Optional.empty();
    }

    private Optional<TextEdit> scriptImport(String file, String text, String name) {
        Pattern exported =
                Pattern.compile(
                        "(?m)^export (?:declare )?(?:abstract )?(?:async )?(?:class|function|const|let|interface|type|enum) "
                                + Pattern.quote(name)
                                + "\\b");
        List<String> found =
                files.stream()
                        .filter(each -> each.matches(".*\\.[cm]?[jt]sx?") && !each.equals(file))
                        .filter(each -> FileRole.of(each) == FileRole.SOURCE)
                        .filter(each ->
                                exported.matcher(Sources.text(root.resolve(each)).orElse(""))
                                        .find())
                        .toList();
        if (found.size() != 1) {
            return Optional.empty();
        }
        Path from = Path.of("/" + file).resolve("..").normalize();
        String bare =
                from.relativize(Path.of("/" + found.getFirst()))
                        .toString()
                        .replaceFirst("\\.\\w+$", "");
        boolean hasEnds = Pattern.compile("from ['\"]\\.[^'\"]*\\.js['\"]").matcher(text).find();
        String module = (bare.startsWith(".") ? bare : "./" + bare) + (hasEnds ? ".js" : "");
        String quote = text.contains("from \"") ? "\"" : "'";
        Matcher line = Pattern.compile("(?m)^import .*\\R").matcher(text);
        int at = 0;
        boolean isClosed = true;
        while (line.find()) {
            at = line.end();
            isClosed = line.group().strip().endsWith(";");
        }
        return Optional.of(
                new TextEdit(
                        at,
                        at,
                        "import { %s } from %s%s%s%s\n"
                                .formatted(name, quote, module, quote, isClosed ? ";" : "")));
    }
}
