package kiro.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
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
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProjectTestsTest {
    private static final String REPORT =
            """
            <testsuite name="CartTest"><testcase classname="CartTest" name="%s"/></testsuite>\
            """;
    private static final ProjectLayout NOTHING =
            new ProjectLayout(Optional.empty(), Optional.empty(), List.of(), List.of(), List.of());

    @TempDir Path folder;
    private TemporaryWorkspace files;
    private final List<String> printed = new ArrayList<>();

    @BeforeEach
    void project() {
        files = TemporaryWorkspace.in(folder).with(".kiro/specs/README.md", "specs");
    }

    private ProjectTests tests(Optional<String> command, Duration limit) {
        var environment = new HashMap<>(System.getenv());
        environment.remove("JAVA_HOME");
        return new ProjectTests(
                files.workspace(),
                new CommandRunner(environment, folder.resolve(".kiro/sessions")),
                command,
                limit,
                new JavaHome(
                        Optional.empty(), Optional.of(Path.of(System.getProperty("java.home")))));
    }

    private TestRun run(String command) throws InterruptedException {
        return tests(Optional.of(command), Duration.ofSeconds(20)).run(NOTHING, printed::add);
    }

    private static String reason(TestRun run) {
        return ((TestRun.NotMeasured) run).reason();
    }

    private static List<String> outcomes(TestRun run) {
        return ((TestRun.Finished) run)
                .results().stream()
                        .map(result -> result.test() + " " + result.outcome())
                        .sorted()
                        .toList();
    }

    private static String report(String name) {
        return REPORT.formatted(name).strip();
    }

    @Test
    void a_folder_for_reports_that_cannot_be_made_is_told() throws Exception {
        files.with(".kiro/sessions", "a file in the way");
        assertThat(reason(run("true")))
                .startsWith("no folder for their reports could be made in ")
                .endsWith(": make it writable, or set TMPDIR");
    }

    @Test
    @Tag("evidence#AC-10")
    void tests_that_hang_are_ended_with_all_they_started() throws Exception {
        TestRun run =
                tests(Optional.of("sleep 300 & echo $! > pid.log; wait"), Duration.ofSeconds(2))
                        .run(NOTHING, printed::add);

        assertThat(reason(run))
                .isEqualTo(
                        "the tests ran longer than 2 s and were ended: find the one that hangs, or raise tests.limit");
        long child = Long.parseLong(Files.readString(folder.resolve("pid.log")).strip());
        assertThat(isRunning(child)).isFalse();
    }

    /// What has ended and waits for its parent to take note of it runs no more.
    private static boolean isRunning(long process) throws IOException {
        Path state = Path.of("/proc/" + process + "/stat");
        return ProcessHandle.of(process).filter(ProcessHandle::isAlive).isPresent()
                && !(Files.exists(state) && Files.readString(state).contains(") Z"));
    }

    @Test
    @Tag("evidence#AC-2")
    void reports_that_this_run_did_not_write_do_not_count() throws InterruptedException {
        files.with("build/test-results/test/TEST-OldTest.xml", report("stale"))
                .with("a/target/surefire-reports/TEST-CartTest.xml", report("before"))
                .with("src/test/resources/TEST-example.xml", report("example"));

        TestRun run =
                run(
                        """
                        printf '%s' '<testsuite name="A"><testcase classname="ATest" name="now"/></testsuite>' \
                          > a/target/surefire-reports/TEST-CartTest.xml
                        mkdir -p b/target/failsafe-reports target/test-classes
                        printf '%s' '<testsuite name="B"><testcase classname="BIT" name="now"/></testsuite>' \
                          > b/target/failsafe-reports/TEST-BIT.xml
                        printf '%s' '<failsafe-summary/>' > b/target/failsafe-reports/failsafe-summary.xml
                        cp src/test/resources/TEST-example.xml target/test-classes/
                        """);

        assertThat(outcomes(run)).containsExactly("ATest.now PASSED", "BIT.now PASSED");
    }

    @Test
    @Tag("evidence#AC-2")
    void a_report_that_is_written_again_with_the_same_content_counts() throws InterruptedException {
        files.with("target/surefire-reports/TEST-CartTest.xml", report("adds"));

        assertThat(
                        outcomes(
                                run(
                                        "sleep 0.1; cp target/surefire-reports/TEST-CartTest.xml x;"
                                                + " cp x target/surefire-reports/TEST-CartTest.xml; rm x")))
                .containsExactly("CartTest.adds PASSED");
    }

    @Test
    @Tag("evidence#AC-4")
    void a_damaged_report_is_named_beside_what_the_others_tell() throws InterruptedException {
        TestRun run =
                run(
                        """
                        mkdir -p target/surefire-reports; cd target/surefire-reports
                        printf '<testsuite name="A"><testcase classname="ATest" name="a"/></testsuite>' > TEST-A.xml
                        printf '<testsuite name="B"><testcase classname="BTest"' > TEST-B.xml
                        """);

        assertThat(outcomes(run)).containsExactly("ATest.a PASSED");
        assertThat(((TestRun.Finished) run).damaged())
                .singleElement()
                .satisfies(damaged ->
                        assertThat(damaged)
                                .startsWith("target/surefire-reports/TEST-B.xml: line 1: "));
    }

    @ParameterizedTest
    @Tag("evidence#AC-4")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "exit 0 | the test command left no report",
                "no-such-program --all | the test command was not found: /bin/sh: 1: no-such-program: not found",
                "echo starting; echo 'error: no database'; exit 3 | the test command ended with code 3 and no test failed: error: no database",
                "echo only this; exit 1 | the test command ended with code 1 and no test failed: only this",
                "echo 'Cart.java:3: error: cannot find symbol'; echo 'Compilation failed; see the compiler error output'; exit 1 | the code does not compile: Cart.java:3 cannot find symbol",
                "echo \"$PWD/src/Cart.ts(3,7): error TS2304: Cannot find name 'x'.\"; exit 2 | the code does not compile: src/Cart.ts:3 TS2304: Cannot find name 'x'.",
                "echo 'e: file://'$PWD'/src/Cart.kt:3:9 Unresolved reference'; echo 'Compilation error. See log'; exit 1 | the code does not compile: src/Cart.kt:3 Unresolved reference",
                "echo '<testsuite><' > junit.xml | no report can be read: junit.xml: line 1: ",
            })
    void a_command_that_ran_no_tests_says_why(String command, String reason)
            throws InterruptedException {
        assertThat(reason(run(command))).startsWith(reason);
    }

    @Test
    @Tag("evidence#AC-4")
    void a_command_that_fails_is_explained_by_a_failed_test_alone() throws InterruptedException {
        String passed =
                "echo '<testsuite><testcase classname=\"A\" name=\"a\"/></testsuite>' > junit.xml; exit 1";
        String failed =
                "echo '<testsuite><testcase classname=\"A\" name=\"a\"><failure/></testcase></testsuite>' > junit.xml; exit 1";

        assertThat(reason(run(passed)))
                .startsWith("the test command ended with code 1 and no test failed");
        assertThat(outcomes(run(failed))).containsExactly("A.a FAILED");
    }

    @Test
    @Tag("evidence#AC-4")
    void code_that_changes_while_the_tests_run_is_told() throws InterruptedException {
        files.with("src/Cart.java", "class Cart { }").with("README.md", "# Cart");

        TestRun run =
                run(
                        """
                        echo x >> src/Cart.java; echo x >> README.md; mkdir -p src/made; echo x > src/made/Item.java
                        echo '<testsuite><testcase classname="A" name="a"/></testsuite>' > junit.xml
                        """);

        assertThat(((TestRun.Finished) run).changed())
                .containsExactly("src/Cart.java", "src/made/Item.java");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "MAVEN | pom.xml | mvn --batch-mode --no-transfer-progress -Dstyle.color=never -Dmaven.test.failure.ignore=true test",
                "MAVEN | back end/pom.xml | cd 'back end' && mvn --batch-mode --no-transfer-progress -Dstyle.color=never -Dmaven.test.failure.ignore=true test",
                "GRADLE | build.gradle.kts | gradle cleanTest test --continue --console=plain --no-build-cache",
                "NPM | package.json | npm test",
                "GO | go.mod | go test -json ./... > \"$KIRO_REPORTS/go-test.json\"",
                "CARGO | a/Cargo.toml | cd 'a' && cargo test --no-fail-fast > \"$KIRO_REPORTS/cargo-test.txt\" 2>&1",
                "PYTHON | pyproject.toml | pytest -q --color=no --continue-on-collection-errors --junitxml=\"$KIRO_REPORTS/pytest.xml\"",
            })
    void the_command_is_told_from_the_layout(BuildTool tool, String file, String command) {
        assertThat(tests(Optional.empty(), Duration.ofSeconds(1)).command(layout(tool, file)))
                .contains(command);
        assertThat(
                        tests(Optional.of("make check"), Duration.ofSeconds(1))
                                .command(layout(tool, file)))
                .contains("make check");
    }

    @Test
    void a_wrapper_is_used_where_it_can_be_run() {
        files.with("mvnw", "#!/bin/sh\n").with("sub/gradlew", "#!/bin/sh\n");
        ProjectTests tests = tests(Optional.empty(), Duration.ofSeconds(1));
        assertThat(tests.command(layout(BuildTool.MAVEN, "pom.xml")).orElseThrow())
                .startsWith("mvn ");

        assertThat(folder.resolve("mvnw").toFile().setExecutable(true)).isTrue();
        assertThat(folder.resolve("sub/gradlew").toFile().setExecutable(true)).isTrue();

        assertThat(tests.command(layout(BuildTool.MAVEN, "pom.xml")).orElseThrow())
                .startsWith("./mvnw ");
        assertThat(tests.command(layout(BuildTool.GRADLE, "sub/build.gradle")).orElseThrow())
                .startsWith("cd 'sub' && ./gradlew ");
    }

    @ParameterizedTest
    @Tag("test-reports#AC-7")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "{'scripts': {'test': 'vitest'}} | npm test -- --reporter=default --reporter=json --outputFile.json='$KIRO_REPORTS/vitest.json'",
                "{'scripts': {'test': 'tsc --noEmit && jest --ci'}} | npm test -- --json --outputFile='$KIRO_REPORTS/jest.json'",
                "{'scripts': {'test': 'react-scripts test'}} | npm test -- --json --outputFile='$KIRO_REPORTS/jest.json'",
                "{'scripts': {'test': 'mocha'}} | npm test -- --reporter xunit --reporter-option output='$KIRO_REPORTS/mocha.xml'",
                "{'scripts': {'test': 'node --test'}} | npm test",
                "{'scripts': {'test': 'vitest && echo done'}} | npm test",
                "{'devDependencies': {'jest': '30'}} | npx --no-install jest --json --outputFile='$KIRO_REPORTS/jest.json'",
                "{'devDependencies': {'vitest': '4'}} | npx --no-install vitest run --reporter=default --reporter=json --outputFile.json='$KIRO_REPORTS/vitest.json'",
                "{} | npm test",
                "not json | npm test",
            })
    void a_script_is_told_to_report(String manifest, String command) {
        files.with("package.json", manifest.replace('\'', '"'));

        assertThat(
                        tests(Optional.empty(), Duration.ofSeconds(1))
                                .command(layout(BuildTool.NPM, "package.json")))
                .contains(command.replace('\'', '"'));

        files.with("pnpm-lock.yaml", "");
        assertThat(
                        tests(Optional.empty(), Duration.ofSeconds(1))
                                .command(layout(BuildTool.NPM, "package.json")))
                .contains(
                        command.replace('\'', '"')
                                .replace("npm test -- ", "npm test ")
                                .replaceFirst("^npm ", "pnpm "));
    }

    @Test
    @Tag("test-reports#AC-7")
    void reports_for_us_lie_outside_of_the_project_and_are_gone_afterwards()
            throws InterruptedException {
        TestRun run =
                run(
                        """
                        echo "$KIRO_REPORTS" > where.log
                        printf 'TAP version 14\n1..1\nok 1 - adds\n' > "$KIRO_REPORTS/anything"
                        """);

        assertThat(outcomes(run)).containsExactly(".adds PASSED");
        assertThat(Path.of(files.read("where.log").strip())).doesNotExist();
    }

    @Test
    @Tag("test-reports#AC-8")
    void reports_that_lie_there_are_read_unless_the_code_is_younger() throws Exception {
        files.with("src/Cart.java", "class Cart { }")
                .with("target/surefire-reports/TEST-CartTest.xml", report("adds"))
                .with("target/surefire-reports/TEST-OldTest.xml", report("old"));
        age("src/Cart.java", 1_000);
        age("target/surefire-reports/TEST-CartTest.xml", 2_000);
        age("target/surefire-reports/TEST-OldTest.xml", 500);
        ProjectTests tests = tests(Optional.empty(), Duration.ofSeconds(1));

        assertThat(outcomes(tests.read())).containsExactly("CartTest.adds PASSED");

        age("src/Cart.java", 3_000);
        assertThat(reason(tests.read()))
                .isEqualTo(
                        "src/Cart.java has changed since the tests were reported: run them again, or add --run");
        assertThat(outcomes(tests.read(List.of(folder.resolve("target/surefire-reports")))))
                .containsExactly("CartTest.adds PASSED", "CartTest.old PASSED");
    }

    @Test
    @Tag("test-reports#AC-5")
    void a_file_that_is_named_and_is_no_report_is_said_to_be_none() throws InterruptedException {
        files.with("notes.txt", "no report\n");

        assertThat(
                        reason(
                                tests(Optional.empty(), Duration.ofSeconds(1))
                                        .read(List.of(folder.resolve("notes.txt")))))
                .isEqualTo("none of the 1 files is a test report");
    }

    private void age(String path, long millis) throws IOException {
        Files.setLastModifiedTime(folder.resolve(path), FileTime.fromMillis(millis));
    }

    @Test
    @Tag("evidence#AC-11")
    void a_build_that_succeeds_in_a_project_without_tests_has_run_none()
            throws InterruptedException {
        wrapper("exit 0");

        assertThat(runWith(List.of()))
                .isInstanceOfSatisfying(
                        TestRun.Finished.class,
                        finished -> assertThat(finished.results()).isEmpty());
    }

    @Test
    @Tag("evidence#AC-11")
    void where_there_are_tests_a_run_without_report_measures_nothing() throws InterruptedException {
        wrapper("exit 0");

        assertThat(reason(runWith(List.of(WorkspacePath.of("src/test/java")))))
                .startsWith("the test command left no report");
    }

    @Test
    @Tag("evidence#AC-11")
    void a_build_that_fails_in_a_project_without_tests_measures_nothing()
            throws InterruptedException {
        wrapper("echo broken; exit 1");

        assertThat(reason(runWith(List.of())))
                .startsWith("the test command ended with code 1 and no test failed");
    }

    private void wrapper(String script) {
        files.with("mvnw", "#!/bin/sh\n" + script + "\n");
        assertThat(folder.resolve("mvnw").toFile().setExecutable(true)).isTrue();
    }

    private TestRun runWith(List<WorkspacePath> testFolders) throws InterruptedException {
        var layout =
                new ProjectLayout(
                        Optional.of(BuildTool.MAVEN),
                        Optional.of(WorkspacePath.of("pom.xml")),
                        List.of(),
                        List.of(),
                        testFolders);
        return tests(Optional.empty(), Duration.ofSeconds(20)).run(layout, printed::add);
    }

    private static ProjectLayout layout(BuildTool tool, String file) {
        return new ProjectLayout(
                Optional.of(tool),
                Optional.of(WorkspacePath.of(file)),
                List.of(),
                List.of(),
                List.of());
    }
}
