package kiro.steering.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import kiro.steering.source.LooseJson;
import kiro.text.SourceSpan;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.NullNode;

/// What files that list a project's dependencies depend on.
final class Manifests {
    private static final Pattern POM =
            Pattern.compile(
                    "<dependency>\\s*(?:<!--[^>]{0,200}-->\\s*)?<groupId>\\s*([^<\\s]+)\\s*</groupId>\\s*<artifactId>\\s*([^<\\s]+)\\s*</artifactId>");
    private static final Pattern GRADLE =
            Pattern.compile(
                    "(?m)^\\s*(?:\\w*(?:[iI]mplementation|[aA]pi|[cC]ompile(?:Only)?|[rR]untime(?:Only)?|annotationProcessor|kapt|ksp|classpath))\\b\\s*\\(?\\s*(?:platform\\()?[\"']([^\"':]+):([^\"':]+)");
    private static final Pattern REQUIREMENT =
            Pattern.compile(
                    "(?m)^[ \\t]*([A-Za-z0-9][\\w.\\-]*)[ \\t]*(?:\\[[^\\]\\n]*\\])?[ \\t]*(?:[<>=!~;@#].*)?$");
    private static final Pattern QUOTED_REQUIREMENT =
            Pattern.compile(
                    "[\"']([A-Za-z0-9][\\w.\\-]*)[ \\t]*(?:\\[[^\\]\\n]*\\])?[ \\t]*(?:[<>=!~;@][^\"'\\n]*)?[\"']");
    private static final Pattern GO =
            Pattern.compile(
                    "(?m)^(?:require[ \\t]+|[ \\t]+)([\\w.\\-]+(?:/[\\w.~\\-]+)+)[ \\t]+v[\\w.+\\-]+");
    private static final Pattern KEY =
            Pattern.compile("(?m)^[ \\t]*\"?([A-Za-z0-9][\\w.\\-]*)\"?[ \\t]*=.*$");
    private static final Pattern TABLE =
            Pattern.compile("(?m)^\\[+([^\\]\\n]+)\\]+[ \\t]*(?:#.*)?$");
    private static final List<String> SCRIPT_LISTS =
            List.of("dependencies", "devDependencies", "peerDependencies", "optionalDependencies");
    private static final Set<String> NO_PACKAGES = Set.of("python");

    private Manifests() {}

    /// A dependency and the names that rules may call it by.
    record Dependency(List<String> names, SourceSpan span) {}

    static boolean isOne(String path) {
        String name = path.substring(path.lastIndexOf('/') + 1);
        return Set.of(
                                "pom.xml",
                                "build.gradle",
                                "build.gradle.kts",
                                "package.json",
                                "pyproject.toml",
                                "go.mod",
                                "Cargo.toml")
                        .contains(name)
                || name.matches("(?:[\\w-]+-)?requirements(?:-[\\w-]+)?\\.(?:txt|in)");
    }

    static List<Dependency> in(String path, String text) {
        String name = path.substring(path.lastIndexOf('/') + 1);
        return switch (name) {
            case "pom.xml" -> pairs(POM, text);
            case "build.gradle", "build.gradle.kts" -> pairs(GRADLE, text);
            case "package.json" -> script(text);
            case "go.mod" -> singles(GO, text, 0, text.length());
            case "Cargo.toml" -> tables(text, ".*dependencies(?:\\..*)?");
            case "pyproject.toml" -> python(text);
            default -> singles(REQUIREMENT, text, 0, text.length());
        };
    }

    private static List<Dependency> pairs(Pattern pattern, String text) {
        var found = new ArrayList<Dependency>();
        Matcher match = pattern.matcher(text);
        while (match.find()) {
            found.add(
                    new Dependency(
                            List.of(
                                    match.group(1) + ":" + match.group(2),
                                    match.group(2),
                                    match.group(1)),
                            span(text, match.start(1))));
        }
        return found;
    }

    private static List<Dependency> singles(Pattern pattern, String text, int from, int to) {
        var found = new ArrayList<Dependency>();
        Matcher match = pattern.matcher(text).region(from, to);
        while (match.find()) {
            String name = match.group(1);
            found.add(
                    new Dependency(
                            List.of(name, name.replace('_', '-')), span(text, match.start(1))));
        }
        return found;
    }

    private static List<Dependency> script(String text) {
        var found = new ArrayList<Dependency>();
        JsonNode json = LooseJson.read(text).orElseGet(NullNode::getInstance);
        for (String list : SCRIPT_LISTS) {
            int from = Math.max(0, text.indexOf("\"" + list + "\""));
            for (var each : json.path(list).properties()) {
                int at = text.indexOf("\"" + each.getKey() + "\"", from);
                found.add(new Dependency(List.of(each.getKey()), span(text, Math.max(0, at))));
            }
        }
        return found;
    }

    private static List<Dependency> tables(String text, String wanted) {
        var found = new ArrayList<Dependency>();
        Matcher table = TABLE.matcher(text);
        int start = -1;
        while (table.find()) {
            if (start >= 0) {
                found.addAll(singles(KEY, text, start, table.start()));
            }
            String name = table.group(1).strip();
            boolean isOne =
                    name.matches(".*dependencies\\.[\\w\\-\"]+")
                            && !name.matches(".*\\.group\\..*");
            start = name.matches(wanted) && !isOne ? table.end() : -1;
            if (isOne) {
                found.add(
                        new Dependency(
                                List.of(
                                        name.substring(name.lastIndexOf('.') + 1)
                                                .replace("\"", "")),
                                span(text, table.start())));
            }
        }
        if (start >= 0) {
            found.addAll(singles(KEY, text, start, text.length()));
        }
        return found;
    }

    private static List<Dependency> python(String text) {
        var found =
                new ArrayList<>(
                        tables(
                                text,
                                "tool\\.poetry(?:\\.group\\.[\\w-]+)?\\.(?:dev-)?dependencies"));
        found.removeIf(each -> NO_PACKAGES.contains(each.names().getFirst()));
        Matcher list =
                Pattern.compile(
                                "(?ms)^(?:dependencies|requires|[\\w-]+)[ \\t]*=[ \\t]*\\[(.*?)^?[ \\t]*\\][ \\t]*$")
                        .matcher(text);
        while (list.find()) {
            String name = text.substring(list.start(), list.start(1));
            boolean isOptional =
                    text.lastIndexOf("[project.optional-dependencies]", list.start()) >= 0
                            && text.lastIndexOf("\n[", list.start())
                                    <= text.lastIndexOf(
                                            "[project.optional-dependencies]", list.start());
            if (name.startsWith("dependencies") || isOptional) {
                found.addAll(singles(QUOTED_REQUIREMENT, text, list.start(1), list.end(1)));
            }
        }
        return found;
    }

    private static SourceSpan span(String text, int at) {
        int line = 1;
        int start = 0;
        for (int i = 0; i < at; i++) {
            if (text.charAt(i) == '\n') {
                line++;
                start = i + 1;
            }
        }
        return new SourceSpan(line, at - start + 1, line, at - start + 1);
    }
}
