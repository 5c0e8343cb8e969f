package kiro.model.builtin;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/// A Spring project of a few classes in package `a`, on which the engine works.
final class SmallProject {
    private static final String POM =
            "<project><dependencies>%s<dependency><artifactId>spring-boot-starter-webmvc-test</artifactId><scope>test</scope></dependency></dependencies></project>";

    private final Map<String, String> files = new LinkedHashMap<>();

    /// @param starters what it depends on beside the starter for tests: `validation`, `data-jpa`
    static SmallProject of(String... starters) {
        var project = new SmallProject();
        var dependencies = new StringBuilder();
        for (String starter : starters) {
            dependencies.append(
                    "<dependency><artifactId>spring-boot-starter-%s</artifactId></dependency>"
                            .formatted(starter));
        }
        project.files.put("pom.xml", POM.formatted(dependencies));
        return project;
    }

    /// @param code what stands below the package
    SmallProject type(String name, String code) {
        files.put("src/main/java/a/" + name + ".java", "package a;\n\n" + code);
        return this;
    }

    SmallProject test(String name, String code) {
        files.put("src/test/java/a/" + name + ".java", "package a;\n\n" + code);
        return this;
    }

    SmallProject file(String path, String text) {
        files.put(path, text);
        return this;
    }

    /// @param others by their paths, or by the names of types, which hold no dot
    SmallProject all(Map<String, String> others) {
        others.forEach((name, text) -> {
            if (name.contains(".")) {
                file(name, text);
            } else {
                type(name, text);
            }
        });
        return this;
    }

    /// The engine's work on a spec in this folder, to the end of its steps.
    LoopStandIn built(Path folder, String spec, String text)
            throws IOException, InterruptedException {
        for (Map.Entry<String, String> one : files.entrySet()) {
            Path file = folder.resolve(one.getKey());
            Files.createDirectories(file.getParent());
            Files.writeString(file, one.getValue());
        }
        var loop = new LoopStandIn(folder, new BuiltinModel());
        loop.run(LoopStandIn.briefing(spec, text, "implement"), UnaryOperator.identity());
        return loop;
    }

    static List<String> notes(LoopStandIn loop) {
        return loop.plan().path("notes").values().stream().map(note -> note.asString()).toList();
    }
}
