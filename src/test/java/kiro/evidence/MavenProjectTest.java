package kiro.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import kiro.process.CommandRunner;
import kiro.testing.TemporaryWorkspace;
import kiro.workspace.BuildTool;
import kiro.workspace.ProjectLayout;
import kiro.workspace.WorkspacePath;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MavenProjectTest {
    @TempDir Path folder;

    @Test
    @Tag("evidence#AC-2")
    void a_maven_project_is_run_whole_and_its_build_faults_are_told_apart()
            throws InterruptedException {
        TemporaryWorkspace files =
                TemporaryWorkspace.in(folder)
                        .with(
                                "pom.xml",
                                """
                                <project xmlns="http://maven.apache.org/POM/4.0.0">
                                  <modelVersion>4.0.0</modelVersion>
                                  <groupId>shop</groupId><artifactId>shop</artifactId><version>1</version>
                                  <properties>
                                    <maven.compiler.release>25</maven.compiler.release>
                                    <project.build.sourceEncoding>UTF-8</project.build.sourceEncoding>
                                  </properties>
                                  <dependencies>
                                    <dependency>
                                      <groupId>org.junit.jupiter</groupId><artifactId>junit-jupiter</artifactId>
                                      <version>6.1.3</version><scope>test</scope>
                                    </dependency>
                                  </dependencies>
                                  <build>
                                    <plugins>
                                      <plugin><artifactId>maven-surefire-plugin</artifactId><version>3.6.1</version></plugin>
                                      <plugin><artifactId>maven-compiler-plugin</artifactId><version>3.16.0</version></plugin>
                                      <plugin><artifactId>maven-resources-plugin</artifactId><version>3.4.0</version></plugin>
                                    </plugins>
                                  </build>
                                </project>
                                """)
                        .with(".mvn/maven.config", "-o\n")
                        .with(
                                "src/test/java/shop/CartTest.java",
                                """
                                package shop;
                                import static org.junit.jupiter.api.Assertions.assertEquals;
                                import org.junit.jupiter.api.Test;
                                class CartTest {
                                    @Test void adds() { }
                                    @Test void answers() { assertEquals(200, 404); }
                                }
                                """)
                        .with(
                                "target/surefire-reports/TEST-shop.OldTest.xml",
                                "<testsuite name='OldTest'><testcase classname='shop.OldTest' name='stale'/></testsuite>");
        ProjectLayout layout =
                new ProjectLayout(
                        Optional.of(BuildTool.MAVEN),
                        Optional.of(WorkspacePath.of("pom.xml")),
                        List.of("Java"),
                        List.of(),
                        List.of());
        var environment = new HashMap<>(System.getenv());
        environment.remove("JAVA_HOME");
        var printed = new ArrayList<String>();
        var tests =
                new ProjectTests(
                        files.workspace(),
                        new CommandRunner(environment, folder.resolve(".kiro/sessions")),
                        Optional.empty(),
                        Duration.ofMinutes(1),
                        new JavaHome(
                                Optional.empty(),
                                Optional.of(Path.of(System.getProperty("java.home")))));

        TestRun run = tests.run(layout, printed::add);

        assertThat(((TestRun.Finished) run).results())
                .extracting(result -> result.test() + " " + result.outcome())
                .containsExactlyInAnyOrder(
                        "shop.CartTest.adds PASSED", "shop.CartTest.answers FAILED");
        assertThat(((TestRun.Finished) run).results())
                .filteredOn(result -> result.outcome() == TestOutcome.FAILED)
                .singleElement()
                .satisfies(result ->
                        assertThat(result.message())
                                .startsWith("expected: <200> but was: <404>\n")
                                .contains("CartTest.java:6"));
        assertThat(printed).anyMatch(line -> line.contains("Tests run: 2, Failures: 1"));

        files.with(
                "src/main/java/shop/Cart.java",
                "package shop;\nclass Cart {\n    int n = missing;\n}\n");
        assertThat(tests.run(layout, line -> {}))
                .isInstanceOfSatisfying(
                        TestRun.NotMeasured.class,
                        broken -> {
                            assertThat(broken.reason())
                                    .isEqualTo(
                                            "the code does not compile:"
                                                    + " src/main/java/shop/Cart.java:3 cannot find symbol (variable missing)");
                            assertThat(broken.output())
                                    .contains("COMPILATION ERROR")
                                    .doesNotContain("\u001b");
                        });
    }
}
