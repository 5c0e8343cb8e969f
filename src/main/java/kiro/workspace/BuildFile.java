package kiro.workspace;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/// A file that a build tool reads to know its project.
record BuildFile(WorkspacePath path, BuildTool tool) {
    private static final Map<String, BuildTool> NAMES =
            Map.ofEntries(
                    Map.entry("pom.xml", BuildTool.MAVEN),
                    Map.entry("build.gradle", BuildTool.GRADLE),
                    Map.entry("build.gradle.kts", BuildTool.GRADLE),
                    Map.entry("settings.gradle", BuildTool.GRADLE),
                    Map.entry("settings.gradle.kts", BuildTool.GRADLE),
                    Map.entry("package.json", BuildTool.NPM),
                    Map.entry("Cargo.toml", BuildTool.CARGO),
                    Map.entry("go.mod", BuildTool.GO),
                    Map.entry("pyproject.toml", BuildTool.PYTHON),
                    Map.entry("setup.py", BuildTool.PYTHON),
                    Map.entry("setup.cfg", BuildTool.PYTHON),
                    Map.entry("requirements.txt", BuildTool.PYTHON),
                    Map.entry("pytest.ini", BuildTool.PYTHON),
                    Map.entry("tox.ini", BuildTool.PYTHON),
                    Map.entry("Pipfile", BuildTool.PYTHON),
                    Map.entry("conftest.py", BuildTool.PYTHON));

    /// Nearest to the root; there, a tool that builds the whole before one that builds a part.
    private static int order(BuildFile one, BuildFile other) {
        int order = Long.compare(depth(one.path), depth(other.path));
        order = order != 0 ? order : one.tool.compareTo(other.tool);
        return order != 0 ? order : one.path.compareTo(other.path);
    }

    /// Most files are none by the end of their name, which is looked up only where it is another than that of the file before.
    static List<BuildFile> among(List<WorkspacePath> files) {
        var builds = new ArrayList<BuildFile>();
        String end = "";
        boolean mayBe = false;
        for (WorkspacePath file : files) {
            String path = file.value();
            int length = path.length() - path.lastIndexOf('.');
            if (length != end.length() || !path.endsWith(end)) {
                end = path.substring(path.length() - Math.min(length, path.length()));
                mayBe = NAMES.keySet().stream().anyMatch(endingIn(end));
            }
            if (mayBe) {
                Optional.ofNullable(NAMES.get(file.name()))
                        .ifPresent(tool -> builds.add(new BuildFile(file, tool)));
            }
        }
        return builds;
    }

    private static Predicate<String> endingIn(String end) {
        return name -> name.endsWith(end);
    }

    /// The build file of the whole project.
    static Optional<BuildFile> nearest(List<BuildFile> builds) {
        return builds.stream().min(BuildFile::order);
    }

    private static long depth(WorkspacePath path) {
        return path.value().chars().filter(c -> c == '/').count();
    }
}
