package kiro;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import kiro.testing.TemporaryWorkspace;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The same four criteria in projects of other stacks, with a report as the test runner of each writes it.
class SpecSyncStacksTest {
    private static final Path CASES = Path.of("src/test/resources/kiro/sync");
    private static final String SPEC =
            """
            # Cart

            ## Overview

            A cart.

            ## Requirements

            - A cart adds and removes items.

            ## Acceptance Criteria

            - [ ] AC-1: Adding an item makes the total its price
            - [x] AC-2: Removing an item that is not there is an error
            - [ ] AC-3: A cart has at most 10 items
            - [ ] AC-4: A cart without items has the total 0
            """;

    @TempDir private Path folder;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '^',
            value = {
                "rust | report.txt | it.removing fails: thread 'removing' | skipped",
                "py | report.xml | test_cart.test_removing fails: assert 1 == 2 | skipped",
                "go | report.json | example.com/cart: TestRemoving fails (and 1 more) | unlinked",
                "jest | report.json | src/cart.test.js: cart > removes [cart#AC-2] fails: Error: expect(received).toThrow() | skipped",
                "vitest | report.json | src/cart.test.js: cart > removes [cart#AC-2] fails: AssertionError: expected | skipped",
                "gradle | report.xml | CartTest.removing() fails: Expected java.lang.Exception to be thrown | skipped"
            })
    @Tag("spec-sync#AC-1")
    void criteria_are_proven_by_the_report_of_every_stack(
            String stack, String report, String failure, String third) throws Exception {
        TemporaryWorkspace workspace = project(stack);
        Path reports = Files.createDirectories(folder.resolve("reports")).resolve(report);
        Files.writeString(reports, text(CASES.resolve(stack).resolve(report), workspace));

        Kiro.Result result =
                Kiro.in(workspace.root())
                        .run("spec", "sync", "cart", "--reports", reports.toString(), "--json");

        JsonNode criteria = JsonMapper.shared().readTree(result.out()).path("criteria");
        assertThat(criteria.valueStream().map(each -> each.path("state").asString()))
                .as(result.out() + result.err())
                .containsExactly("passing", "failing", third, "passing");
        assertThat(criteria.get(1).path("reason").asString()).startsWith(failure);
        assertThat(result.code()).isEqualTo(2);
        assertThat(workspace.read(".kiro/specs/cart.md"))
                .isEqualTo(
                        SPEC.replace("[ ] AC-1", "[x] AC-1")
                                .replace("[x] AC-2", "[ ] AC-2")
                                .replace("[ ] AC-4", "[x] AC-4"));
        assertThat(result.out()).doesNotContain(workspace.root().toString() + "/src");
    }

    private TemporaryWorkspace project(String stack) throws Exception {
        TemporaryWorkspace workspace =
                TemporaryWorkspace.in(Files.createDirectories(folder.resolve("w")))
                        .with(".kiro/specs/cart.md", SPEC);
        try (Stream<Path> files = Files.walk(CASES.resolve(stack))) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                String path = CASES.resolve(stack).relativize(file).toString();
                if (!path.startsWith("report.")) {
                    workspace.with(path, text(file, workspace));
                }
            }
        }
        return workspace.committed();
    }

    /// Names of criteria are put in here, as the project's own tests must name none that it does not have.
    private static String text(Path file, TemporaryWorkspace workspace) {
        try {
            return Files.readString(file)
                    .replace("%%", "cart#")
                    .replace("ROOT", workspace.root().toString());
        } catch (IOException cause) {
            throw new UncheckedIOException(cause);
        }
    }
}
