package kiro.model.builtin.project;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import kiro.code.JavaAnnotation;
import kiro.code.JavaFile;
import kiro.code.JavaImport;
import kiro.code.JavaMethod;

/// Reads the test style off the tests that are there.
final class TestStyleReader {
    private static final Pattern NAMED =
            Pattern.compile("(@Tag|@DisplayName|//)[^\n]*?[\\w.-]+#[A-Za-z0-9][\\w.-]*");
    private static final Set<String> OTHER =
            Set.of("Nested", "DisplayName", "Tag", "Tags", "DisplayNameGeneration", "Disabled");

    private final Sources sources;
    private final Pom pom;

    TestStyleReader(Sources sources, Pom pom) {
        this.sources = sources;
        this.pom = pom;
    }

    TestStyle style() {
        Optional<ProjectType> sample =
                sources.testTypes().stream()
                        .filter(type -> type.type().isAnnotated("SpringBootTest"))
                        .filter(type -> type.file().text().contains("MockMvc"))
                        .findFirst();
        var annotations = new ArrayList<String>();
        var imports = new ArrayList<String>();
        if (sample.isPresent()) {
            copied(sample.get(), annotations, imports);
        } else {
            annotations.add("@SpringBootTest");
            annotations.add("@AutoConfigureMockMvc");
            imports.add("org.springframework.boot.test.context.SpringBootTest");
            imports.add(
                    pom.bootMajor() >= 4
                            ? "org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc"
                            : "org.springframework.boot.test.autoconfigure.web.servlet.AutoConfigureMockMvc");
        }
        return new TestStyle(
                sample, annotations, imports, isSnakeCase(), naming(), canMockMvc(sample));
    }

    private static void copied(ProjectType sample, List<String> annotations, List<String> imports) {
        for (JavaAnnotation use : sample.type().annotations()) {
            if (OTHER.contains(use.name())) {
                continue;
            }
            String source = use.range().of(sample.file().text());
            annotations.add(source);
            for (JavaImport present : sample.file().imports()) {
                if (!present.isStatic()
                        && source.matches("(?s).*\\b" + present.simpleName() + "\\b.*")) {
                    imports.add(present.name());
                }
            }
        }
    }

    private boolean canMockMvc(Optional<ProjectType> sample) {
        return sample.isPresent()
                || pom.has("spring-boot-starter-webmvc-test")
                || pom.has("spring-boot-webmvc-test")
                || (pom.bootMajor() < 4 && pom.has("spring-boot-starter-test"));
    }

    private boolean isSnakeCase() {
        int snake = 0;
        int camel = 0;
        for (ProjectType type : sources.testTypes()) {
            for (JavaMethod method : type.type().methods()) {
                if (method.isAnnotated("Test")) {
                    boolean isSnake = method.name().matches("[a-z0-9]+(_[a-z0-9]+)+");
                    snake += isSnake ? 1 : 0;
                    camel += !isSnake && method.name().matches(".*[A-Z].*") ? 1 : 0;
                }
            }
        }
        return snake > 0 && snake >= camel;
    }

    private TestStyle.Naming naming() {
        for (JavaFile test : sources.tests()) {
            var named = NAMED.matcher(test.text());
            if (named.find()) {
                return switch (named.group(1)) {
                    case "@DisplayName" -> TestStyle.Naming.DISPLAY_NAME;
                    case "//" -> TestStyle.Naming.COMMENT;
                    default -> TestStyle.Naming.TAG;
                };
            }
        }
        return TestStyle.Naming.TAG;
    }
}
