package kiro.workspace;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("workspace#AC-12")
class ProjectLayoutTest {
    @Test
    void a_maven_project() {
        assertThat(
                        layout(
                                "README.md",
                                "pom.xml",
                                "src/main/java/com/example/App.java",
                                "src/main/java/com/example/Other.java",
                                "src/main/kotlin/com/example/More.kt",
                                "src/main/resources/application.yml",
                                "src/main/resources/templates/Sample.java",
                                "src/test/java/com/example/AppTest.java",
                                "src/test/resources/cases/one/src/main/java/Case.java"))
                .isEqualTo(
                        expected(
                                BuildTool.MAVEN,
                                "pom.xml",
                                List.of("Java", "Kotlin"),
                                List.of("src/main/java", "src/main/kotlin"),
                                List.of("src/test/java")));
    }

    @Test
    void a_gradle_project_of_modules() {
        assertThat(
                        layout(
                                "settings.gradle.kts",
                                "api/build.gradle.kts",
                                "api/src/main/java/A.java",
                                "api/src/test/java/ATest.java",
                                "api/src/integrationTest/java/AIT.java",
                                "store/src/main/kotlin/S.kt",
                                "store/src/testFixtures/kotlin/F.kt",
                                "frontend/package.json",
                                "frontend/src/index.ts"))
                .isEqualTo(
                        expected(
                                BuildTool.GRADLE,
                                "settings.gradle.kts",
                                List.of("Java", "Kotlin", "TypeScript"),
                                List.of(
                                        "frontend/src",
                                        "api/src/main/java",
                                        "store/src/main/kotlin"),
                                List.of(
                                        "api/src/integrationTest/java",
                                        "api/src/test/java",
                                        "store/src/testFixtures/kotlin")));
    }

    @Test
    void a_maven_project_with_a_frontend_beside_it_is_built_by_maven() {
        ProjectLayout layout = layout("package.json", "pom.xml", "web/index.ts");
        assertThat(layout.buildTool()).contains(BuildTool.MAVEN);
    }

    @Test
    void an_npm_project_with_tests_in_each_of_the_usual_places() {
        assertThat(
                        layout(
                                "package.json",
                                "src/index.ts",
                                "src/deep/user.ts",
                                "src/deep/user.test.ts",
                                "src/deep/__tests__/user.ts",
                                "test/index.ts",
                                "e2e/login.spec.ts",
                                "vite.config.js"))
                .isEqualTo(
                        expected(
                                BuildTool.NPM,
                                "package.json",
                                List.of("TypeScript", "JavaScript"),
                                List.of("src"),
                                List.of("e2e", "src", "test", "src/deep/__tests__")));
    }

    @Test
    void an_npm_workspace_of_packages() {
        assertThat(
                        layout(
                                "package.json",
                                "packages/a/package.json",
                                "packages/a/src/index.js",
                                "packages/b/package.json",
                                "packages/b/index.js",
                                "packages/b/test/index.js"))
                .isEqualTo(
                        expected(
                                BuildTool.NPM,
                                "package.json",
                                List.of("JavaScript"),
                                List.of("packages/b", "packages/a/src"),
                                List.of("packages/b/test")));
    }

    @Test
    void a_python_project() {
        assertThat(
                        layout(
                                "pyproject.toml",
                                "setup.py",
                                "shop/__init__.py",
                                "shop/cart.py",
                                "tests/test_cart.py",
                                "shop/test_inner.py"))
                .isEqualTo(
                        expected(
                                BuildTool.PYTHON,
                                "pyproject.toml",
                                List.of("Python"),
                                List.of("shop"),
                                List.of("shop", "tests")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"pytest.ini", "tox.ini", "Pipfile", "conftest.py", "setup.cfg"})
    void what_pytest_reads_tells_a_python_project(String file) {
        assertThat(layout(file, "cart.py", "tests/test_cart.py").buildTool())
                .contains(BuildTool.PYTHON);
    }

    @Test
    void a_go_project_keeps_tests_beside_the_code() {
        assertThat(
                        layout(
                                "go.mod",
                                "main.go",
                                "cmd/tool/main.go",
                                "internal/store/store.go",
                                "internal/store/store_test.go"))
                .isEqualTo(
                        expected(
                                BuildTool.GO,
                                "go.mod",
                                List.of("Go"),
                                List.of("cmd", "internal"),
                                List.of("internal")));
    }

    @Test
    void a_cargo_workspace() {
        assertThat(
                        layout(
                                "Cargo.lock",
                                "Cargo.toml",
                                "crates/core/Cargo.toml",
                                "crates/core/src/lib.rs",
                                "crates/core/tests/all.rs",
                                "src/main.rs"))
                .isEqualTo(
                        expected(
                                BuildTool.CARGO,
                                "Cargo.toml",
                                List.of("Rust"),
                                List.of("src", "crates/core/src"),
                                List.of("crates/core/tests")));
    }

    @Test
    void the_build_file_nearest_to_the_root_counts() {
        assertThat(layout("a/b/pom.xml", "tools/go.mod").buildTool()).contains(BuildTool.GO);
        assertThat(layout("b/pom.xml", "a/pom.xml").buildFile())
                .contains(WorkspacePath.of("a/pom.xml"));
    }

    @Test
    void no_project_at_all() {
        var nothing =
                new ProjectLayout(
                        Optional.empty(), Optional.empty(), List.of(), List.of(), List.of());
        assertThat(layout()).isEqualTo(nothing);
        assertThat(layout("README.md", "docs/guide.md", "java", ".java"))
                .isEqualTo(
                        new ProjectLayout(
                                Optional.empty(),
                                Optional.empty(),
                                List.of(),
                                List.of(),
                                List.of()));
    }

    private static ProjectLayout layout(String... files) {
        return ProjectLayout.of(paths(List.of(files)));
    }

    private static ProjectLayout expected(
            BuildTool tool,
            String file,
            List<String> languages,
            List<String> sources,
            List<String> tests) {
        return new ProjectLayout(
                Optional.of(tool),
                Optional.of(WorkspacePath.of(file)),
                languages,
                paths(sources),
                paths(tests));
    }

    private static List<WorkspacePath> paths(List<String> values) {
        return values.stream().map(WorkspacePath::of).toList();
    }
}
