package kiro.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import kiro.finding.Severity;
import kiro.spec.rule.Rule;
import kiro.spec.rule.RuleLevels;
import kiro.text.Hash;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;

/// Alone, as it changes the language of the whole program for a moment.
@Isolated
class KeptChecksLanguageTest {
    @TempDir private Path folder;

    @Test
    @Tag("kept-checks#AC-3")
    void results_of_another_build_other_levels_and_another_language_are_not_used()
            throws IOException {
        var project = CheckedProject.in(folder);
        project.validation();
        RuleLevels other = RuleLevels.standard().with(Rule.VAGUE, Optional.of(Severity.ERROR));
        Locale before = Locale.getDefault();

        assertThat(project.kept().run(project.digestOfAll())).isPresent();
        assertThat(
                        project.kept(Hash.of("another build"), RuleLevels.standard())
                                .run(project.digestOfAll()))
                .isEmpty();
        assertThat(project.kept(CheckedProject.BUILD, other).run(project.digestOfAll())).isEmpty();
        try {
            Locale.setDefault(Locale.forLanguageTag("ar-EG"));
            assertThat(project.kept().run(project.digestOfAll())).isEmpty();
        } finally {
            Locale.setDefault(before);
        }
        assertThat(project.validation(project.kept(CheckedProject.BUILD, other), other))
                .isEqualTo(project.validation(KeptChecks.none(), other));
    }
}
