package kiro.evidence;

import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import kiro.workspace.BuildTool;
import kiro.workspace.ProjectLayout;
import kiro.workspace.WorkspacePath;

/// Narrows the command that runs a project's tests to some of them, where the tool is known.
///
/// @param line the command that runs all of them
record TestSelection(String line, ProjectLayout layout, Path root) {

    /// The command that runs no more than is needed to run these; all of them, where the tool cannot be told.
    String of(List<SourceTest> tests) {
        return layout.buildTool().map(tool -> of(tool, tests)).orElse(line);
    }

    private String of(BuildTool tool, List<SourceTest> tests) {
        return switch (tool) {
            case MAVEN ->
                    line.replaceFirst(
                            " test$",
                            " "
                                    + quoted("-Dtest=" + methods(tests, "#", "+", ","))
                                    + " -Dsurefire.failIfNoSpecifiedTests=false test");
            case GRADLE ->
                    line.replaceFirst(
                            " test ",
                            " test "
                                    + tests.stream()
                                            .map(test ->
                                                    "--tests "
                                                            + quoted(
                                                                    test.id()
                                                                            .toString()
                                                                            .replace('$', '.')))
                                            .distinct()
                                            .collect(Collectors.joining(" "))
                                            .replace("\\", "\\\\")
                                            .replace("$", "\\$")
                                    + " ");
            // What is installed to be edited must not be found where it is installed from, and no
            // byte code be taken for that of a
            // change of the same size in the same second.
            case PYTHON ->
                    "PYTHONDONTWRITEBYTECODE=1 PYTHONPATH=\"$PWD/src:$PWD${PYTHONPATH:+:$PYTHONPATH}\" "
                            + line
                            + " "
                            + joined(tests, TestSelection::pythonNode);
            case GO -> go(tests);
            case CARGO ->
                    line.replace(
                            " > ",
                            " -- --exact " + joined(tests, test -> test.id().name()) + " > ");
            case NPM -> script(tests);
        };
    }

    /// `A#x+y,B#z`.
    private static String methods(List<SourceTest> tests, String mark, String and, String next) {
        var byClass =
                tests.stream()
                        .collect(
                                Collectors.groupingBy(
                                        test -> test.id().suite(),
                                        java.util.TreeMap::new,
                                        Collectors.mapping(
                                                test -> test.id().name(),
                                                Collectors.toCollection(TreeSet::new))));
        return byClass.entrySet().stream()
                .map(entry -> entry.getKey() + mark + String.join(and, entry.getValue()))
                .collect(Collectors.joining(next));
    }

    private static String pythonNode(SourceTest test) {
        String module = test.file().value().replaceFirst("\\.py$", "").replace('/', '.');
        String within = test.id().suite().replaceFirst("^" + Pattern.quote(module) + "\\.?", "");
        return test.file()
                + "::"
                + (within.isEmpty() ? "" : within.replace(".", "::") + "::")
                + test.id().name();
    }

    private String go(List<SourceTest> tests) {
        String names =
                tests.stream()
                        .map(test -> test.id().name())
                        .distinct()
                        .sorted()
                        .collect(Collectors.joining("|"));
        Set<String> folders = new TreeSet<>();
        String base = layout.buildFile().map(WorkspacePath::value).orElse("go.mod");
        String module = base.contains("/") ? base.substring(0, base.lastIndexOf('/') + 1) : "";
        for (SourceTest test : tests) {
            String path = test.file().value();
            String folder = path.contains("/") ? path.substring(0, path.lastIndexOf('/')) : "";
            folders.add("./" + folder.substring(Math.min(module.length(), folder.length())));
        }
        return line.replace(
                "./...",
                "-count=1 -run " + quoted("^(" + names + ")$") + " " + String.join(" ", folders));
    }

    private String script(List<SourceTest> tests) {
        Set<String> files = new LinkedHashSet<>();
        tests.forEach(test -> files.add(test.file().value()));
        boolean isKnown = line.contains("vitest") || line.contains("jest");
        String build = layout.buildFile().map(WorkspacePath::value).orElse("package.json");
        String folder = build.contains("/") ? build.substring(0, build.lastIndexOf('/') + 1) : "";
        return isKnown
                ? line
                        + " "
                        + files.stream()
                                .map(file ->
                                        file.startsWith(folder)
                                                ? file.substring(folder.length())
                                                : file)
                                .map(TestSelection::quoted)
                                .collect(Collectors.joining(" "))
                : line;
    }

    private static String joined(List<SourceTest> tests, Function<SourceTest, String> name) {
        return tests.stream()
                .map(name)
                .distinct()
                .sorted()
                .map(TestSelection::quoted)
                .collect(Collectors.joining(" "));
    }

    private static String quoted(String text) {
        return "'" + text.replace("'", "'\\''") + "'";
    }
}
