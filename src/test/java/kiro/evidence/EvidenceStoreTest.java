package kiro.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import kiro.evidence.Evidence.ProvingTest;
import kiro.finding.Finding;
import kiro.spec.CriterionId;
import kiro.spec.SpecName;
import kiro.testing.TemporaryWorkspace;
import kiro.text.Hash;
import kiro.workspace.WorkspaceFiles;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EvidenceStoreTest {
    private static final String FILE = ".kiro/evidence/cart.json";
    private static final SpecName CART = new SpecName("cart");
    private static final Instant THEN = Instant.parse("2026-11-25T10:15:00Z");
    private static final Instant NOW = Instant.parse("2026-11-26T08:00:00Z");

    @TempDir Path folder;
    private TemporaryWorkspace files;
    private EvidenceStore store;

    @BeforeEach
    void store() {
        files = TemporaryWorkspace.in(folder);
        store = new EvidenceStore(new WorkspaceFiles(files.workspace()));
    }

    private static Evidence evidence(String id, Instant at, String... tests) {
        return new Evidence(
                new CriterionId(id),
                Hash.of("words"),
                Hash.of("tree"),
                List.of(tests).stream()
                        .map(name ->
                                new ProvingTest(new TestId("shop.CartTest", name), Hash.of(name)))
                        .toList(),
                "mvn test",
                at);
    }

    @Test
    void without_a_file_there_is_no_evidence() throws IOException {
        assertThat(store.read(CART)).isEqualTo(new EvidenceReading.Whole(List.of()));

        store.write(CART, List.of());

        assertThat(files.has(FILE)).isFalse();
    }

    @Test
    @Tag("evidence#AC-9")
    void the_file_is_sorted_with_a_line_for_each_test() throws IOException {
        store.write(
                CART,
                List.of(evidence("AC-10", THEN, "c"), evidence("AC-2", THEN, "a", "b \"quoted\"")));

        assertThat(files.read(FILE))
                .isEqualTo(
                        """
                        {
                          "version": 2,
                          "spec": "cart",
                          "criteria": [
                            {
                              "id": "AC-2",
                              "words": "%1$s",
                              "code": "%2$s",
                              "by": "tree",
                              "command": "mvn test",
                              "at": "2026-11-25T10:15:00Z",
                              "tests": [
                                { "suite": "shop.CartTest", "name": "a", "body": "%3$s" },
                                { "suite": "shop.CartTest", "name": "b \\"quoted\\"", "body": "%4$s" }
                              ]
                            },
                            {
                              "id": "AC-10",
                              "words": "%1$s",
                              "code": "%2$s",
                              "by": "tree",
                              "command": "mvn test",
                              "at": "2026-11-25T10:15:00Z",
                              "tests": [
                                { "suite": "shop.CartTest", "name": "c", "body": "%5$s" }
                              ]
                            }
                          ]
                        }
                        """
                                .formatted(
                                        Hash.of("words"),
                                        Hash.of("tree"),
                                        Hash.of("a"),
                                        Hash.of("b \"quoted\""),
                                        Hash.of("c")));
        assertThat(store.read(CART))
                .isEqualTo(
                        new EvidenceReading.Whole(
                                List.of(
                                        evidence("AC-2", THEN, "a", "b \"quoted\""),
                                        evidence("AC-10", THEN, "c"))));
    }

    @Test
    @Tag("evidence#AC-9")
    void what_is_proven_as_before_keeps_its_time_and_its_bytes() throws IOException {
        store.write(CART, List.of(evidence("AC-1", THEN, "a"), evidence("AC-2", THEN, "b")));
        String before = files.read(FILE);

        store.write(CART, List.of(evidence("AC-2", NOW, "b"), evidence("AC-1", NOW, "a")));
        assertThat(files.read(FILE)).isEqualTo(before);

        store.write(CART, List.of(evidence("AC-1", NOW, "a", "new"), evidence("AC-2", NOW, "b")));
        assertThat(store.read(CART))
                .isEqualTo(
                        new EvidenceReading.Whole(
                                List.of(
                                        evidence("AC-1", NOW, "a", "new"),
                                        evidence("AC-2", THEN, "b"))));
    }

    @Test
    void a_file_checked_out_with_other_line_ends_is_not_rewritten() throws IOException {
        store.write(CART, List.of(evidence("AC-1", THEN, "a")));
        String windows = files.read(FILE).replace("\n", "\r\n");
        files.with(FILE, windows);

        store.write(CART, List.of(evidence("AC-1", NOW, "a")));

        assertThat(files.read(FILE)).isEqualTo(windows);
    }

    @Test
    @Tag("evidence#AC-9")
    void fields_that_are_not_known_survive() throws IOException {
        store.write(CART, List.of(evidence("AC-1", THEN, "a")));
        String extended =
                files.read(FILE)
                        .replace(
                                "\"version\": 2,",
                                "\"version\": 2,\n  \"tool\": {\n    \"coverage\": 1.50\n  },")
                        .replace(
                                "\"words\"",
                                "\"author\": [\n        \"dana\"\n      ],\n      \"words\"")
                        .replace(
                                "\"name\": \"a\",",
                                "\"name\": \"a\", \"asserts\": { \"count\": 3, \"kinds\": [ \"equal\" ] },");
        files.with(FILE, extended);

        store.write(CART, List.of(evidence("AC-1", THEN, "a")));

        assertThat(files.read(FILE)).isEqualTo(extended);
        store.write(CART, List.of(evidence("AC-1", THEN, "a"), evidence("AC-2", THEN, "b")));
        assertThat(files.read(FILE))
                .contains("\"coverage\": 1.50", "\"dana\"", "\"kinds\": [ \"equal\" ]");
    }

    @ParameterizedTest
    @Tag("evidence#AC-9")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "\"version\": 2 | \"version\": 3 | 2:3 | it was written by a newer version of kiro (format 3)",
                "\"version\": 2 | \"version\": \"1\" | 2:3 | 'version' is not 2",
                "\"cart\" | \"orders\" | 3:3 | 'spec' is not 'cart', as the file's name says",
                "\"criteria\": [ | \"criteria\": {}, \"other\": [ | 4:3 | 'criteria' is not a list",
                "\"AC-1\" | \"no id!\" | 6:7 | 'id' is not a criterion's id: \"no id!\"",
                "\"at\": \"2026-11-25T10:15:00Z\" | \"at\": \"yesterday\" | 11:7 | 'at' is not a time in UTC: \"yesterday\"",
                "\"mvn test\" | 7 | 10:7 | 'command' is not a text",
                "\"suite\" | \"suit\" | 13:9 | 'suite' is not a text",
            })
    void a_broken_file_is_told_with_its_place(
            String part, String broken, String place, String message) throws IOException {
        store.write(CART, List.of(evidence("AC-1", THEN, "a")));
        files.with(FILE, files.read(FILE).replace(part, broken));

        assertThat(findings())
                .extracting(finding -> finding.span() + " | " + finding.message())
                .contains(place + " | the evidence is broken: " + message);
    }

    @Test
    @Tag("evidence#AC-9")
    void a_file_of_version_1_is_read_as_bound_to_all_code_and_written_anew_when_it_changes()
            throws IOException {
        store.write(CART, List.of(evidence("AC-1", THEN, "a")));
        String before =
                files.read(FILE)
                        .replace("\"version\": 2", "\"version\": 1")
                        .replace("\"code\"", "\"tree\"")
                        .replace("      \"by\": \"tree\",\n", "");
        files.with(FILE, before);

        assertThat(store.read(CART))
                .isEqualTo(new EvidenceReading.Whole(List.of(evidence("AC-1", THEN, "a"))));
        store.write(CART, List.of(evidence("AC-1", THEN, "a")));
        assertThat(files.read(FILE))
                .contains("\"version\": 2", "\"code\"")
                .doesNotContain("\"tree\":");
    }

    @Test
    @Tag("evidence#AC-9")
    void what_narrower_evidence_says_is_written_and_read_again() throws IOException {
        Evidence plain = evidence("AC-1", THEN, "a");
        var narrow =
                new Evidence(
                        plain.criterion(),
                        plain.words(),
                        new Owned(
                                Owned.By.COVERAGE,
                                Hash.of("code"),
                                List.of("src/cart.ts#add", "src/cart.ts#clear"),
                                true),
                        List.of(
                                new Evidence.ProvingTest(
                                        new TestId("shop.CartTest", "a"),
                                        Hash.of("a"),
                                        Evidence.Via.REPORT)),
                        plain.command(),
                        plain.at(),
                        Optional.of(
                                new Proof(
                                        3,
                                        List.of(
                                                new Proof.Survivor(
                                                        "src/cart.ts", 7, "a < b", "a <= b")))));

        store.write(CART, List.of(narrow));

        assertThat(store.read(CART)).isEqualTo(new EvidenceReading.Whole(List.of(narrow)));
        assertThat(schemaErrors()).isEmpty();
        store.write(CART, List.of(plain));
        assertThat(files.read(FILE)).doesNotContain("owns", "run", "proof", "via");
    }

    @Test
    void an_unfinished_merge_is_told_as_one() throws IOException {
        files.with(FILE, "{\n  \"version\": 1,\n<<<<<<< HEAD\n  \"spec\": \"cart\",\n=======\n");

        assertThat(findings())
                .extracting(Finding::toString)
                .containsExactly(
                        FILE
                                + ":3:1 evidence/broken the evidence has the marks of an unfinished merge in it:"
                                + " mend it, or delete the file and run 'kiro spec sync cart', which proves everything anew");
    }

    @Test
    void evidence_without_tests_and_a_criterion_with_two_entries_are_broken() throws IOException {
        store.write(CART, List.of(evidence("AC-1", THEN, "a"), evidence("AC-2", THEN, "b")));
        files.with(FILE, files.read(FILE).replace("AC-2", "AC-1"));
        assertThat(findings())
                .extracting(Finding::message)
                .containsExactly("the evidence is broken: there are two entries for AC-1");

        files.with(FILE, files.read(FILE).replaceAll("(?s)\"tests\": \\[.*?\\]", "\"tests\": []"));
        assertThat(findings())
                .extracting(Finding::message)
                .contains("the evidence is broken: 'tests' is not a list of at least one test");
    }

    @Test
    @Tag("evidence#AC-9")
    void a_broken_file_is_never_overwritten() throws IOException {
        for (String broken : List.of("", "{", "[]", "null", "{\"version\": 9}", "\u0000")) {
            files.with(FILE, broken);

            assertThatThrownBy(() -> store.write(CART, List.of(evidence("AC-1", THEN, "a"))))
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining(FILE);
            assertThat(files.read(FILE)).isEqualTo(broken);
        }
    }

    @Test
    void what_is_written_is_as_the_schema_says() throws IOException {
        store.write(CART, List.of(evidence("AC-1", THEN, "a"), evidence("1.2", NOW, "b", "c")));

        assertThat(schemaErrors()).isEmpty();
        files.with(FILE, files.read(FILE).replace(Hash.of("tree").hex(), "none"));
        assertThat(schemaErrors()).hasSize(2);
    }

    private List<?> schemaErrors() throws IOException {
        return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(Files.readString(Path.of("docs/formats/evidence.schema.json")))
                .validate(files.read(FILE), InputFormat.JSON);
    }

    @Test
    void the_example_in_the_documentation_is_evidence() throws IOException {
        String page = Files.readString(Path.of("docs/formats/evidence.md"));
        String example =
                page.substring(
                        page.indexOf("```json\n") + 8,
                        page.indexOf("\n```\n", page.indexOf("```json")));
        var spec = new SpecName("user-profile-update");
        files.with(EvidenceStore.path(spec).value(), example.getBytes(StandardCharsets.UTF_8));

        assertThat(store.read(spec))
                .isInstanceOfSatisfying(
                        EvidenceReading.Whole.class,
                        whole -> assertThat(whole.evidence()).hasSize(1));
    }

    private List<Finding> findings() throws IOException {
        return ((EvidenceReading.Broken) store.read(CART)).findings();
    }
}
