package kiro.spec;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import kiro.text.TextDocument;
import kiro.workspace.WorkspacePath;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What holds of every document, shown on thousands that look like those of real projects. A failure names the seed
/// that makes its document again.
@Tag("spec-documents#AC-15")
class RoundTripTest {
    private static final int EACH = 300;
    private static final SpecName NAME = new SpecName("made");

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4})
    void what_nobody_touches_comes_back_byte_for_byte(int start) {
        for (int seed = start * EACH; seed < (start + 1) * EACH; seed++) {
            for (DocumentKind kind : DocumentKind.values()) {
                byte[] bytes = new MadeDocument(seed).bytes(kind);

                assertThat(TextDocument.decode(bytes).orElseThrow().bytes())
                        .as("seed %d, %s", seed, kind)
                        .isEqualTo(bytes);
            }
            Spec spec = file(seed);
            assertThat(SpecWriter.withTicks(spec, Map.of())).isEqualTo(spec.document());
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4})
    void ticking_changes_one_character_a_tick(int start) {
        for (int seed = start * EACH; seed < (start + 1) * EACH; seed++) {
            Spec spec = file(seed);
            var random = new Random(seed);
            Map<CriterionId, Boolean> ticks = new HashMap<>();
            spec.criteria().stream()
                    .filter(criterion -> random.nextBoolean())
                    .forEach(criterion -> ticks.put(criterion.id(), random.nextBoolean()));

            TextDocument changed = SpecWriter.withTicks(spec, ticks);

            List<Integer> expected =
                    spec.criteria().stream()
                            .filter(AcceptanceCriterion::hasCheckbox)
                            .filter(criterion ->
                                    ticks.getOrDefault(criterion.id(), criterion.isTicked())
                                            != criterion.isTicked())
                            .map(criterion -> boxLine(spec.document(), criterion))
                            .toList();
            assertThat(differing(spec.document(), changed)).as("seed %d", seed).isEqualTo(expected);
            assertThat(changedCharacters(spec.document(), changed)).isEqualTo(expected.size());
            List<AcceptanceCriterion> now = of(changed).criteria();
            assertThat(now).hasSameSizeAs(spec.criteria());
            for (int i = 0; i < now.size(); i++) {
                AcceptanceCriterion before = spec.criteria().get(i);
                boolean isWanted = ticks.getOrDefault(before.id(), before.isTicked());
                assertThat(now.get(i).isTicked())
                        .as("seed %d, %s", seed, before)
                        .isEqualTo(before.hasCheckbox() && isWanted);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4})
    void settling_ids_changes_the_lines_that_lack_one_and_nothing_of_their_words(int start) {
        for (int seed = start * EACH; seed < (start + 1) * EACH; seed++) {
            Spec spec = file(seed);

            TextDocument settled = SpecIds.settled(spec, List.of());

            Spec now = of(settled);
            assertThat(now.criteria().stream().map(AcceptanceCriterion::hash))
                    .as("seed %d", seed)
                    .isEqualTo(spec.criteria().stream().map(AcceptanceCriterion::hash).toList());
            assertThat(now.criteria().stream().map(AcceptanceCriterion::id))
                    .as("seed %d", seed)
                    .isEqualTo(spec.criteria().stream().map(AcceptanceCriterion::id).toList());
            List<Integer> unwritten =
                    spec.criteria().stream()
                            .filter(criterion -> !criterion.hasExplicitId())
                            .map(criterion -> criterion.span().line())
                            .toList();
            assertThat(unwritten)
                    .as("seed %d", seed)
                    .containsAll(differing(spec.document(), settled));
            assertThat(SpecIds.settled(now, List.of())).as("seed %d", seed).isEqualTo(settled);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4})
    void setting_tasks_changes_one_character_each(int start) {
        for (int seed = start * EACH; seed < (start + 1) * EACH; seed++) {
            Spec spec = folder(seed);
            var random = new Random(seed);
            Map<TaskId, TaskState> states = new HashMap<>();
            spec.tasks().stream()
                    .filter(task -> random.nextBoolean())
                    .forEach(task -> states.put(task.id(), TaskState.values()[random.nextInt(4)]));

            SpecDocument changed = SpecWriter.withTaskStates(spec, states).orElseThrow();

            TextDocument before = spec.document(DocumentKind.TASKS).orElseThrow().text();
            List<Integer> expected =
                    spec.tasks().stream()
                            .filter(task ->
                                    states.getOrDefault(task.id(), task.state()) != task.state())
                            .map(task -> task.span().line())
                            .toList();
            assertThat(differing(before, changed.text())).as("seed %d", seed).isEqualTo(expected);
            assertThat(changedCharacters(before, changed.text())).isEqualTo(expected.size());
            assertThat(TaskScan.of(changed.text()))
                    .as("seed %d", seed)
                    .allSatisfy(task ->
                            assertThat(task.state())
                                    .isEqualTo(
                                            states.getOrDefault(
                                                    task.id(),
                                                    spec.task(task.id()).orElseThrow().state())));
        }
    }

    private static int boxLine(TextDocument document, AcceptanceCriterion criterion) {
        return Checkbox.of(document, criterion.span()).orElseThrow().line();
    }

    /// The lines of a document that another has otherwise; lines that the other has more are left out.
    private static List<Integer> differing(TextDocument before, TextDocument after) {
        assertThat(after.hasByteOrderMark()).isEqualTo(before.hasByteOrderMark());
        assertThat(after.lines()).hasSizeGreaterThanOrEqualTo(before.lines().size());
        var lines = new ArrayList<Integer>();
        for (int number = 1; number <= before.lines().size(); number++) {
            TextDocument.Line old = before.lines().get(number - 1);
            TextDocument.Line now = after.lines().get(number - 1);
            boolean isLast = number == before.lines().size() && old.end().isEmpty();
            if (!isLast) {
                assertThat(now.end()).isEqualTo(old.end());
            }
            if (!old.text().equals(now.text())) {
                lines.add(number);
            }
        }
        return lines;
    }

    private static int changedCharacters(TextDocument before, TextDocument after) {
        String old = before.text();
        String now = after.text();
        assertThat(now).hasSameSizeAs(old);
        int changed = 0;
        for (int i = 0; i < old.length(); i++) {
            changed += old.charAt(i) == now.charAt(i) ? 0 : 1;
        }
        return changed;
    }

    private static Spec file(int seed) {
        return of(
                TextDocument.decode(new MadeDocument(seed).bytes(DocumentKind.SPEC)).orElseThrow());
    }

    private static Spec of(TextDocument document) {
        return SpecScan.of(NAME, WorkspacePath.of(".kiro/specs/made.md"), document);
    }

    private static Spec folder(int seed) {
        return FolderScan.of(
                NAME,
                List.of(DocumentKind.REQUIREMENTS, DocumentKind.DESIGN, DocumentKind.TASKS).stream()
                        .map(kind ->
                                new SpecSource(
                                        WorkspacePath.of(".kiro/specs/made/" + kind.fileName()),
                                        TextDocument.decode(new MadeDocument(seed).bytes(kind))
                                                .orElseThrow()))
                        .toList());
    }
}
