package kiro.steering.project;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kiro.code.TreeSitter;
import kiro.steering.check.MeasuredCoverage;
import kiro.steering.check.SteeringCheck;
import kiro.steering.rule.Examples.Example;
import kiro.steering.rule.SteeringRule;
import kiro.steering.sentence.Ground;
import kiro.steering.source.ProjectFiles;
import kiro.text.PathGlob;

/// A project's files as what rules rest on, and the engine that tries examples.
final class ProjectGround implements Ground {
    private final ProjectFiles files;
    private final TreeSitter parser;

    ProjectGround(ProjectFiles files, TreeSitter parser) {
        this.files = files;
        this.parser = parser;
    }

    @Override
    public boolean has(String path) {
        String name = path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
        String below = files.paths().ceiling(name + "/");
        return files.paths().contains(name) || (below != null && below.startsWith(name + "/"));
    }

    @Override
    public boolean hasMatch(PathGlob glob) {
        return files.paths().stream().anyMatch(glob::matches);
    }

    @Override
    public Optional<String> fault(SteeringRule rule) {
        for (Example bad : rule.examples().bad()) {
            if (!finds(rule, bad)) {
                return Optional.of("its bad example passes: " + firstLine(bad));
            }
        }
        for (Example good : rule.examples().good()) {
            if (finds(rule, good)) {
                return Optional.of("its good example does not pass: " + firstLine(good));
            }
        }
        return Optional.empty();
    }

    private boolean finds(SteeringRule rule, Example example) {
        byte[] code = example.code().getBytes(StandardCharsets.UTF_8);
        var check =
                new SteeringCheck(
                        List.of(rule),
                        ProjectFiles.of(Map.of(example.path(), code)),
                        parser,
                        ProjectSteering.ports(MeasuredCoverage.NONE));
        return !check.check(example.path(), code).violations().isEmpty();
    }

    private static String firstLine(Example example) {
        return example.code().lines().findFirst().orElse("").strip();
    }
}
