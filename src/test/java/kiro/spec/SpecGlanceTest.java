package kiro.spec;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import kiro.testing.TemporaryWorkspace;
import kiro.workspace.WorkspacePath;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SpecGlanceTest {
    private static final SpecName NAME = new SpecName("made");
    private static final String FILE =
            "---\ntemplate: x\n---\n# T\n\n## Requirements\n\n- y\n\n## Acceptance Criteria\n\n";

    @TempDir private Path folder;

    @ParameterizedTest
    @ValueSource(ints = {0, 500, 1_000, 1_500, 2_000, 2_500})
    @Tag("spec-documents#AC-16")
    void what_a_glance_says_of_a_made_up_document_is_what_reading_it_says(int first) {
        var scan = new OutlineScan(new HeadingRoles());
        int taken = 0;
        for (int seed = first; seed < first + 500; seed++) {
            String file = text(seed, DocumentKind.SPEC);
            Optional<OutlineScan.Counts> counts = scan.file(file);
            if (counts.isPresent()) {
                taken++;
                assertThat(outline(counts.get()))
                        .as("seed %d\n%s", seed, file)
                        .isEqualTo(read(file));
            }
            String requirements = text(seed, DocumentKind.REQUIREMENTS);
            Optional<OutlineScan.Counts> listed = scan.requirements(requirements);
            if (listed.isPresent()) {
                taken++;
                assertThat(listed.get().criteria())
                        .as("seed %d\n%s", seed, requirements)
                        .isEqualTo(criteria(requirements).size());
            }
            String tasks = text(seed, DocumentKind.TASKS);
            Optional<OutlineScan.TaskCounts> counted = OutlineScan.tasks(tasks);
            if (counted.isPresent()) {
                assertThat(counted.get()).as("seed %d\n%s", seed, tasks).isEqualTo(tasks(tasks));
            }
        }
        assertThat(taken).isGreaterThan(20);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "- [ ] AC-1: one\n- [x] AC-2: two\n",
                "- [ ] one <!-- id: AC-1 -->\n- [X] two <!-- id: AC-2 -->\n\n<!-- kiro ids: last AC-2 -->\n",
                "- one\n  goes on\n  - and on\n\n- **two** three\n",
                "1. one\n2. two\nlazy\n3. three\n\n### Sub\n\n- four\n\n### Notes\n\n- no criterion\n\n## Constraints\n\n- none\n",
                "* `PUT /x` returns 200\n* (AC-7) seven\n\nwords\n\n- [~] eight\n"
            })
    @Tag("spec-documents#AC-16")
    void plain_documents_are_taken_at_a_glance(String criteria) {
        assertThat(new OutlineScan(new HeadingRoles()).file(FILE + criteria).map(this::outline))
                .contains(read(FILE + criteria));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "- [ ] AC-1: one\n- [ ] ac-1: two\n",
                "- [ ] one <!-- id: A-1 -->\n- [ ] two <!-- id: A-1 -->\n",
                "```\n- [ ] no\n```\n- [ ] yes\n",
                "- [ ] one\n    - [ ] two\n",
                " - [ ] one\n",
                "words\n2. no item\n",
                "- [x](page)\n",
                "- \n  [ ] below\n",
                "> - [ ] quoted\n- [ ] one\n",
                "words\n---\n- [ ] one\n",
                ""
            })
    @Tag("spec-documents#AC-16")
    void what_is_not_plain_is_left_to_the_reader(String criteria) {
        assertThat(new OutlineScan(new HeadingRoles()).file(FILE + criteria)).isEmpty();
    }

    @Test
    @Tag("spec-documents#AC-16")
    void a_list_holds_what_was_read_and_what_was_taken_at_a_glance() {
        TemporaryWorkspace workspace =
                TemporaryWorkspace.in(folder)
                        .with(".kiro/specs/plain.md", FILE + "- [x] AC-1: one\n")
                        .with(".kiro/specs/wanted.md", FILE + "- [ ] AC-1: one\n")
                        .with(".kiro/specs/odd.md", FILE + "- [ ] one\n\n```\ncode\n```\n")
                        .with(".kiro/specs/empty.md", "")
                        .with(
                                ".kiro/specs/f/requirements.md",
                                "# Requirements Document: Fine\n\n### Requirement 1\n\n#### Acceptance Criteria\n\n1. WHEN a THEN b SHALL c\n2. THE d SHALL e\n")
                        .with(".kiro/specs/f/tasks.md", "- [x] 1. a\n  - [ ] 1.1 b [c]\n");

        assertThat(new SpecStore(workspace.workspace()).glances("wanted"::equals))
                .extracting(glance ->
                        switch (glance) {
                            case SpecGlance.Outlined outlined ->
                                    outlined.path() + " " + outlined.outline();
                            case SpecGlance.Read read -> read.path() + " read";
                        })
                .containsExactly(
                        ".kiro/specs/empty.md read",
                        ".kiro/specs/f SpecOutline[title=Fine, criteria=2, ticked=0, tasks=2, tasksDone=1]",
                        ".kiro/specs/odd.md read",
                        ".kiro/specs/plain.md SpecOutline[title=T, criteria=1, ticked=1, tasks=0, tasksDone=0]",
                        ".kiro/specs/wanted.md read");
    }

    private SpecOutline outline(OutlineScan.Counts counts) {
        return new SpecOutline(
                counts.title().orElse(NAME.value()), counts.criteria(), counts.ticked(), 0, 0);
    }

    private static SpecOutline read(String text) {
        return switch (SpecReader.read(
                NAME,
                WorkspacePath.of(".kiro/specs/made.md"),
                text.getBytes(StandardCharsets.UTF_8))) {
            case SpecReading.Whole whole -> SpecOutline.of(whole.spec());
            case SpecReading.Broken broken -> throw new AssertionError(broken.findings() + text);
        };
    }

    private static List<AcceptanceCriterion> criteria(String requirements) {
        return RequirementsScan.of(kiro.text.TextDocument.of(requirements)).criteria();
    }

    private static OutlineScan.TaskCounts tasks(String text) {
        List<SpecTask> tasks = TaskScan.of(kiro.text.TextDocument.of(text));
        return new OutlineScan.TaskCounts(
                tasks.size(), (int) tasks.stream().filter(SpecTask::isDone).count());
    }

    /// With line feeds alone, as other line ends are left to the reader anyway.
    private static String text(int seed, DocumentKind kind) {
        return new String(new MadeDocument(seed).bytes(kind), StandardCharsets.UTF_8)
                .replace("\uFEFF", "")
                .replace("\r\n", "\n")
                .replace('\r', '\n');
    }
}
