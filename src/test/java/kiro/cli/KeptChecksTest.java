package kiro.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import kiro.finding.Finding;
import kiro.finding.Severity;
import kiro.spec.rule.Rule;
import kiro.spec.rule.RuleBook;
import kiro.spec.rule.RuleLevels;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class KeptChecksTest {
    @TempDir private Path folder;
    private CheckedProject project;

    @BeforeEach
    void makeProject() throws IOException {
        project = CheckedProject.in(folder);
    }

    @Test
    @Tag("kept-checks#AC-1")
    void what_is_kept_changes_no_finding_score_or_suggestion() {
        Validation anew = project.anew();

        assertThat(project.validation()).isEqualTo(anew);
        assertThat(project.kept().run(project.digestOfAll())).isPresent();
        assertThat(project.validation()).isEqualTo(anew);
        assertThat(anew.findings()).extracting(each -> each.rule().value()).contains(catalogue());
        assertThat(anew.suggested()).isNotEmpty();
    }

    @ParameterizedTest
    @Tag("kept-checks#AC-2")
    @CsvSource({
        "plain-119.md, returns 200, returns 2O0",
        "gate/requirements.md, a car comes, a fast car comes",
        "gate/design.md, A motor, {{MOTOR}}",
        "gate/tasks.md, 1.1, 7.7",
    })
    void a_change_of_any_document_is_seen(String file, String from, String to) {
        project.validation();

        project.change(file, from, to);

        Validation anew = project.anew();
        assertThat(project.validation()).isEqualTo(anew);
        assertThat(project.validation()).isEqualTo(anew);
    }

    @Test
    @Tag("kept-checks#AC-2")
    void what_a_change_means_to_other_specs_is_seen() {
        project.spec("one", "- [ ] AC-1: GET /bells returns 200\n");
        project.spec(
                "two",
                "- [ ] AC-1: GET /bells returns 200\n- [ ] AC-2: It does what one#AC-1 says\n");
        assertThat(contradictions(project.validation())).isEmpty();

        project.change("one.md", "returns 200", "returns 204");

        assertThat(contradictions(project.validation()))
                .extracting(Finding::file)
                .containsExactly(".kiro/specs/one.md", ".kiro/specs/two.md");
        assertThat(project.validation()).isEqualTo(project.anew());

        project.change("one.md", "AC-1: GET /bells returns 204", "AC-9: GET /bells returns 200");

        assertThat(contradictions(project.validation())).isEmpty();
        assertThat(project.validation().findings())
                .extracting(Finding::message)
                .contains("spec 'one' has no criterion AC-1");
        assertThat(project.validation()).isEqualTo(project.anew());
    }

    @Test
    @Tag("kept-checks#AC-2")
    void added_renamed_and_deleted_specs_are_seen() throws IOException {
        project.validation();
        Path specs = project.root().resolve(".kiro/specs");

        project.spec("added", "- [ ] AC-1: It is fast\n");
        assertThat(project.validation()).isEqualTo(project.anew());

        Files.move(specs.resolve("added.md"), specs.resolve("renamed.md"));
        assertThat(project.validation()).isEqualTo(project.anew());

        Files.delete(specs.resolve("renamed.md"));
        assertThat(project.validation()).isEqualTo(project.anew());

        Files.move(specs.resolve("gate/tasks.md"), specs.resolve("gate/other.md"));
        assertThat(project.validation()).isEqualTo(project.anew());

        project.files().with(".kiro/specs/gate.md", project.files().read(".kiro/specs/orders.md"));
        assertThat(project.validation()).isEqualTo(project.anew());
        assertThat(project.validation().findings())
                .anyMatch(each -> each.rule().value().equals("spec/two-forms"));
    }

    @ParameterizedTest
    @Tag("kept-checks#AC-3")
    @ValueSource(strings = {"OFF", "INFO", "WARNING", "ERROR"})
    void each_level_of_each_rule_is_part_of_the_key(String name) {
        Optional<Severity> level =
                name.equals("OFF") ? Optional.empty() : Optional.of(Severity.valueOf(name));
        for (Rule rule : Rule.values()) {
            boolean isOwn = level.equals(Optional.of(rule.level()));

            assertThat(RuleLevels.standard().with(rule, level).written())
                    .satisfies(written ->
                            assertThat(written.equals(RuleLevels.standard().written()))
                                    .isEqualTo(isOwn));
        }
    }

    private static List<Finding> contradictions(Validation validation) {
        return validation.findings().stream()
                .filter(each -> each.message().contains("for the same request"))
                .filter(each -> each.file().matches(".*/(one|two)\\.md"))
                .toList();
    }

    private static String[] catalogue() {
        return RuleBook.read().entries().stream()
                .map(entry -> entry.rule().id().value())
                .toArray(String[]::new);
    }
}
