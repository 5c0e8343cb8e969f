package kiro.model.builtin.write;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kiro.code.JavaAnnotation;
import kiro.code.JavaImport;
import kiro.model.builtin.project.Credentials;
import kiro.model.builtin.project.ProjectType;
import kiro.model.builtin.project.SpringProject;
import kiro.model.builtin.project.TestStyle;
import kiro.spec.CriterionId;
import kiro.spec.rest.CriterionOutcome;

/// Decides whether the tests of a spec send their requests over a port, as clients do: they do where the project's own
/// do, and where a status may be another one for a client.
final class PortTests {
    /// Why a criterion stays open that only such a test would prove.
    static final String REASON =
            "its status is sent through the error page, which Spring Security looks at anew: a test in the application's"
                    + " thread does not see what a client gets, and how one over a port signs in is not known";

    private final Workshop workshop;
    private final SpringProject project;

    PortTests(Workshop workshop) {
        this.workshop = workshop;
        this.project = workshop.project();
    }

    /// Where the tests are written with what they need.
    Workshop of(Map<CriterionId, List<CriterionOutcome>> outcomes) {
        var sent = new SentErrors(workshop);
        boolean isNeeded =
                !isOverPort(project.tests())
                        && outcomes.values().stream()
                                .flatMap(List::stream)
                                .anyMatch(sent::mayDiffer);
        return isNeeded && canSignIn() && canTalk()
                ? new Workshop(project.with(style()), workshop.draft())
                : workshop;
    }

    static boolean isOverPort(TestStyle style) {
        String base = style.base().map(type -> type.file().text()).orElse("");
        return style.head().access() instanceof TestStyle.Access.Bound
                || (String.join(" ", style.annotations()) + base)
                        .matches("(?s).*(RANDOM_PORT|DEFINED_PORT).*");
    }

    private boolean canSignIn() {
        return !(project.credentials() instanceof Credentials.Pretended);
    }

    /// Newer versions of Spring have a client of their own for it; older ones need another one.
    private boolean canTalk() {
        return project.pom().bootMajor() >= 3;
    }

    private TestStyle style() {
        boolean isNew = project.pom().bootMajor() >= 4;
        var annotations = new ArrayList<String>();
        var imports = new ArrayList<String>();
        annotations.add(
                "@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)");
        imports.add("org.springframework.boot.test.context.SpringBootTest");
        Optional<ProjectType> told = project.tests().base().or(() -> project.tests().sample());
        told.ifPresent(type -> kept(type, annotations, imports));
        return new TestStyle(
                project.tests().sample(),
                Optional.empty(),
                new TestStyle.Head(
                        annotations,
                        imports,
                        List.of(),
                        isNew
                                ? "org.springframework.test.web.servlet.client.RestTestClient"
                                : "org.springframework.boot.test.web.client.TestRestTemplate",
                        isNew ? new TestStyle.Access.Bound() : new TestStyle.Access.Injected()),
                isNew ? TestStyle.Client.REST_TEST_CLIENT : TestStyle.Client.TEST_REST_TEMPLATE,
                project.tests().isSnakeCase(),
                project.tests().naming(),
                true);
    }

    /// What settles which application is tested stays: profiles, properties, imported configuration.
    private static void kept(ProjectType type, List<String> annotations, List<String> imports) {
        for (JavaAnnotation use : type.type().annotations()) {
            if (!use.name()
                    .matches("ActiveProfiles|TestPropertySource|Import|ImportTestcontainers")) {
                continue;
            }
            String source = use.range().of(type.file().text());
            annotations.add(source);
            for (JavaImport present : type.file().imports()) {
                if (source.matches("(?s).*\\b" + present.simpleName() + "\\b.*")) {
                    imports.add(present.name());
                }
            }
        }
    }
}
