package kiro.sync;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import kiro.evidence.Evidence;
import kiro.evidence.Evidence.ProvingTest;
import kiro.evidence.EvidenceReading;
import kiro.evidence.EvidenceStore;
import kiro.evidence.TestId;
import kiro.evidence.TestLink;
import kiro.evidence.TestRun;
import kiro.evidence.Verdict;
import kiro.evidence.VerdictState;
import kiro.evidence.Verification;
import kiro.finding.Finding;
import kiro.spec.CriterionId;
import kiro.spec.CriterionRef;
import kiro.spec.Spec;
import kiro.spec.SpecName;
import kiro.spec.SpecReading;
import kiro.spec.SpecStore;
import kiro.testing.TemporaryWorkspace;
import kiro.text.Hash;
import kiro.text.SourceSpan;
import kiro.workspace.WorkspaceFiles;
import kiro.workspace.WorkspacePath;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SpecSyncTest {
    private static final String PATH = ".kiro/specs/cart.md";
    private static final SpecName CART = new SpecName("cart");
    private static final TestId TEST = new TestId("shop.CartTest", "adds");
    private static final TestRun FINISHED =
            new TestRun.Finished("mvn test", List.of(), Duration.ZERO);
    private static final String SPEC =
            """
            # Cart

            ## Overview

            What people want to buy.

            ## Requirements

            - A cart holds items.

            ## Acceptance Criteria

            - [ ] AC-1: an empty cart answers 200
            - [x] AC-2: an item over the limit answers 422
            * [X] AC-3: a stranger's cart answers 403
            - [ ] AC-4: a missing cart answers 404
            """;

    @TempDir Path folder;
    private TemporaryWorkspace files;
    private SpecStore specs;
    private EvidenceStore evidence;
    private SpecSync sync;

    @BeforeEach
    void project() {
        files = TemporaryWorkspace.in(folder).with(PATH, SPEC);
        specs = new SpecStore(files.workspace());
        evidence = new EvidenceStore(new WorkspaceFiles(files.workspace()));
        sync =
                new SpecSync(
                        specs,
                        evidence,
                        Clock.fixed(Instant.parse("2026-11-25T10:15:00Z"), ZoneOffset.UTC));
    }

    private Spec spec() {
        return switch (specs.find("cart")) {
            case SpecReading.Whole whole -> whole.spec();
            case SpecReading.Broken broken -> throw new AssertionError(broken.findings());
        };
    }

    private static Verdict verdict(String id, VerdictState state) {
        boolean isUnlinked = state == VerdictState.UNLINKED || state == VerdictState.CLAIMED;
        return new Verdict(
                new CriterionRef(CART, new CriterionId(id)),
                state,
                "so it is",
                isUnlinked ? List.of() : List.of(TEST));
    }

    private Verification verification(TestRun run, Verdict... verdicts) {
        Spec spec = spec();
        List<Evidence> proofs =
                List.of(verdicts).stream()
                        .filter(Verdict::isProven)
                        .map(verdict -> proof(spec, verdict.criterion().id().value()))
                        .toList();
        return new Verification(run, List.of(verdicts), proofs, List.of());
    }

    private static Evidence proof(Spec spec, String id) {
        var criterion = spec.criterion(new CriterionId(id)).orElseThrow();
        return new Evidence(
                criterion.id(),
                criterion.hash(),
                Hash.of("tree"),
                List.of(new ProvingTest(TEST, Hash.of("body"))),
                "mvn test",
                Instant.parse("2026-11-25T10:15:00Z"));
    }

    private List<String> kept() throws IOException {
        return ((EvidenceReading.Whole) evidence.read(CART))
                .evidence().stream().map(each -> each.criterion().value()).toList();
    }

    @Test
    @Tag("spec-sync#AC-1")
    void what_is_proven_is_ticked_and_what_is_not_is_unticked() throws IOException {
        Spec spec = spec();
        evidence.write(CART, List.of(proof(spec, "AC-2"), proof(spec, "AC-3")));

        SyncReport report =
                sync.sync(
                        spec,
                        verification(
                                FINISHED,
                                verdict("AC-1", VerdictState.PASSING),
                                verdict("AC-2", VerdictState.FAILING),
                                verdict("AC-3", VerdictState.PASSING),
                                verdict("AC-4", VerdictState.NOT_RUN)));

        assertThat(files.read(PATH))
                .isEqualTo(SPEC.replace("[ ] AC-1", "[x] AC-1").replace("[x] AC-2", "[ ] AC-2"));
        assertThat(kept()).containsExactly("AC-1", "AC-3");
        assertThat(report.ticked()).containsExactly(new CriterionId("AC-1"));
        assertThat(report.unticked()).containsExactly(new CriterionId("AC-2"));
        assertThat(report.findings()).isEmpty();
    }

    @ParameterizedTest
    @Tag("spec-sync#AC-1")
    @EnumSource(
            value = VerdictState.class,
            mode = EnumSource.Mode.EXCLUDE,
            names = {"PASSING", "COVERED", "VERIFIED", "COULD_NOT_MEASURE"})
    void every_state_but_passing_unticks_and_drops_the_evidence(VerdictState state)
            throws IOException {
        evidence.write(CART, List.of(proof(spec(), "AC-2")));

        sync.sync(spec(), verification(FINISHED, verdict("AC-2", state)));

        assertThat(files.read(PATH)).contains("- [ ] AC-2");
        assertThat(kept()).isEmpty();
    }

    @Test
    @Tag("spec-sync#AC-2")
    void only_the_checkboxes_change_whatever_the_file_is_written_with() throws IOException {
        String text =
                "\uFEFF"
                        + SPEC.replace("\n", "\r\n")
                                .replace("AC-4: a missing", "AC-4:\ta  missing  ")
                                .stripTrailing();
        files.with(PATH, text.getBytes(StandardCharsets.UTF_8));

        sync.sync(
                spec(),
                verification(
                        FINISHED,
                        verdict("AC-3", VerdictState.FAILING),
                        verdict("AC-4", VerdictState.PASSING)));

        assertThat(Files.readAllBytes(folder.resolve(PATH)))
                .asString(StandardCharsets.UTF_8)
                .isEqualTo(text.replace("[X] AC-3", "[ ] AC-3").replace("[ ] AC-4", "[x] AC-4"));
    }

    @Test
    @Tag("spec-sync#AC-3")
    void what_could_not_be_measured_changes_nothing() throws IOException {
        evidence.write(CART, List.of(proof(spec(), "AC-2"), proof(spec(), "AC-3")));
        String before = files.read(".kiro/evidence/cart.json");
        var run =
                new TestRun.NotMeasured("mvn test", "the code does not compile", "", Duration.ZERO);

        SyncReport report =
                sync.sync(
                        spec(),
                        verification(
                                run,
                                verdict("AC-1", VerdictState.COULD_NOT_MEASURE),
                                verdict("AC-2", VerdictState.COULD_NOT_MEASURE),
                                verdict("AC-3", VerdictState.COULD_NOT_MEASURE)));

        assertThat(files.read(PATH)).isEqualTo(SPEC);
        assertThat(files.read(".kiro/evidence/cart.json")).isEqualTo(before);
        assertThat(report.findings())
                .extracting(Finding::toString)
                .containsExactly(
                        PATH
                                + ":1:1 sync/not-measured the criteria could not be measured, and their ticks and"
                                + " evidence are left as they are: so it is: repair that, then run 'kiro spec sync cart' again");
    }

    @Test
    @Tag("spec-sync#AC-4")
    void what_a_person_edited_meanwhile_stays() throws IOException {
        Spec judged = spec();
        Verification verification =
                verification(
                        FINISHED,
                        verdict("AC-1", VerdictState.PASSING),
                        verdict("AC-2", VerdictState.PASSING),
                        verdict("AC-3", VerdictState.PASSING),
                        verdict("AC-4", VerdictState.FAILING));
        String edited =
                SPEC.replace("What people want", "What people would like")
                        .replace(
                                "- [x] AC-2: an item over the limit answers 422\n",
                                "- [x] AC-5: a new one answers 200\n\n")
                        .replace("answers 403", "answers 404");
        files.with(PATH, edited);

        SyncReport report = sync.sync(judged, verification);

        assertThat(files.read(PATH))
                .isEqualTo(edited.replace("[ ] AC-1", "[x] AC-1").replace("[X] AC-3", "[ ] AC-3"));
        assertThat(kept()).containsExactly("AC-1");
        assertThat(report.findings())
                .extracting(Finding::toString)
                .containsExactly(
                        PATH
                                + ":16:1 sync/edited-meanwhile AC-3 was edited while its tests ran: what they proved"
                                + " was in other words: run 'kiro spec sync cart' again");
    }

    @Test
    @Tag("spec-sync#AC-5")
    void findings_say_what_is_untested_claimed_stale_invalid_and_unknown() throws IOException {
        var link =
                new TestLink(
                        new CriterionRef(CART, new CriterionId("AC-44")),
                        TEST,
                        WorkspacePath.of("src/test/java/shop/CartTest.java"),
                        new SourceSpan(7, 10, 7, 22),
                        Hash.of("body"));
        Verification found =
                verification(
                        FINISHED,
                        verdict("AC-1", VerdictState.UNLINKED),
                        verdict("AC-2", VerdictState.CLAIMED),
                        verdict("AC-3", VerdictState.STALE),
                        verdict("AC-4", VerdictState.INVALID));

        SyncReport report =
                sync.preview(
                        spec(),
                        new Verification(
                                FINISHED, found.verdicts(), found.evidence(), List.of(link)));

        assertThat(report.findings())
                .extracting(Finding::toString)
                .containsExactly(
                        PATH
                                + ":13:1 sync/untested-criterion no test names AC-1: name it in the test that proves it:"
                                + " @Tag(\"cart#AC-1\"), or the comment 'cart#AC-1' above it",
                        PATH
                                + ":14:1 sync/claimed AC-2 is ticked and nothing proves it: run 'kiro spec sync cart', which"
                                + " ticks what tests prove, or untick it",
                        PATH
                                + ":14:1 sync/untested-criterion no test names AC-2: name it in the test that proves it:"
                                + " @Tag(\"cart#AC-2\"), or the comment 'cart#AC-2' above it",
                        PATH
                                + ":15:1 sync/stale-evidence the evidence of AC-3 is stale: so it is: run 'kiro spec sync"
                                + " cart' to prove it anew",
                        PATH
                                + ":16:1 sync/invalid-id it is not clear which tests prove AC-4: so it is: let its tests"
                                + " name it in full: cart#AC-4",
                        "src/test/java/shop/CartTest.java:7:10 sync/unknown-criterion CartTest.adds names cart#AC-44, and"
                                + " the spec has no such criterion: did you mean cart#AC-4?");
    }

    @Test
    @Tag("spec-sync#AC-6")
    void a_preview_tells_the_same_and_writes_nothing() throws IOException {
        Verification verification =
                verification(
                        FINISHED,
                        verdict("AC-1", VerdictState.PASSING),
                        verdict("AC-2", VerdictState.FAILING));

        SyncReport preview = sync.preview(spec(), verification);

        assertThat(files.read(PATH)).isEqualTo(SPEC);
        assertThat(files.has(".kiro/evidence/cart.json")).isFalse();
        assertThat(sync.sync(spec(), verification)).isEqualTo(preview);
    }

    @Test
    @Tag("spec-sync#AC-6")
    void the_same_again_changes_no_byte() throws IOException {
        Verification verification =
                verification(
                        FINISHED,
                        verdict("AC-1", VerdictState.PASSING),
                        verdict("AC-3", VerdictState.PASSING));
        sync.sync(spec(), verification);
        String text = files.read(PATH);
        String kept = files.read(".kiro/evidence/cart.json");

        SyncReport again = sync.sync(spec(), verification);

        assertThat(files.read(PATH)).isEqualTo(text);
        assertThat(files.read(".kiro/evidence/cart.json")).isEqualTo(kept);
        assertThat(again.ticked()).isEmpty();
    }

    @Test
    @Tag("spec-sync#AC-7")
    void broken_evidence_stops_it_before_anything_is_written() throws IOException {
        files.with(".kiro/evidence/cart.json", "{\n<<<<<<< HEAD");

        SyncReport report =
                sync.sync(spec(), verification(FINISHED, verdict("AC-1", VerdictState.PASSING)));

        assertThat(report.findings())
                .extracting(finding -> finding.rule().value())
                .containsExactly("evidence/broken");
        assertThat(report.ticked()).isEmpty();
        assertThat(files.read(PATH)).isEqualTo(SPEC);
        assertThat(files.read(".kiro/evidence/cart.json")).isEqualTo("{\n<<<<<<< HEAD");
    }

    @Test
    @Tag("spec-sync#AC-7")
    void a_spec_that_is_gone_stops_it_before_anything_is_written() throws IOException {
        Spec spec = spec();
        Verification verification = verification(FINISHED, verdict("AC-1", VerdictState.PASSING));
        Files.delete(folder.resolve(PATH));

        assertThat(sync.sync(spec, verification).findings()).hasSize(1);
        assertThat(files.has(".kiro/evidence/cart.json")).isFalse();
    }

    @Test
    @Tag("spec-sync#AC-8")
    void a_tick_never_stands_without_its_evidence_when_writing_fails() throws IOException {
        files.with(".kiro/evidence", "a file where the folder should be");

        assertThat(
                        org.assertj.core.api.Assertions.catchThrowable(() ->
                                sync.sync(
                                        spec(),
                                        verification(
                                                FINISHED,
                                                verdict("AC-1", VerdictState.PASSING),
                                                verdict("AC-2", VerdictState.FAILING)))))
                .isInstanceOf(IOException.class);

        assertThat(files.read(PATH)).doesNotContain("[x] AC-1");
    }
}
