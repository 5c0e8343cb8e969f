package kiro.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.Random;
import kiro.finding.Finding;
import kiro.spec.SpecName;
import kiro.spec.rule.SpecScore;
import kiro.text.PackReader;
import kiro.text.SourceSpan;
import kiro.workspace.WorkspacePath;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class PackedValidationTest {
    private static final Validation VALIDATION =
            new Validation(
                    300,
                    List.of(
                            Finding.error(
                                    "spec/vague",
                                    "a.md",
                                    new SourceSpan(3, 9, 200_000, 1),
                                    "'größer' 😀 \u0000 \uFEFF".repeat(40),
                                    ""),
                            new Finding(
                                    new kiro.finding.RuleId("spec/other"),
                                    kiro.finding.Severity.INFO,
                                    "b.md",
                                    SourceSpan.start(),
                                    "",
                                    java.util.Optional.empty())),
                    List.of(new SpecScore(WorkspacePath.of(".kiro/specs/a.md"), 100)),
                    List.of(new Suggested(SpecName.parse("a").orElseThrow(), "a.md", List.of())));

    @Test
    @Tag("kept-checks#AC-1")
    void what_is_written_is_read() throws IOException {
        var in = new PackReader(PackedValidation.of(VALIDATION));

        assertThat(PackedValidation.validation(in)).isEqualTo(VALIDATION);
        assertThat(in.isAtEnd()).isTrue();
    }

    @Test
    @Tag("kept-checks#AC-4")
    void bytes_that_nobody_wrote_are_refused_by_the_reader_and_nothing_worse() {
        byte[] written = PackedValidation.of(VALIDATION);
        var random = new Random(7);
        int refused = 0;
        for (int i = 0; i < 20_000; i++) {
            byte[] bytes = i % 2 == 0 ? new byte[random.nextInt(200)] : written.clone();
            if (i % 2 == 0) {
                random.nextBytes(bytes);
            } else {
                bytes[random.nextInt(bytes.length)] = (byte) random.nextInt();
            }
            refused += isRefused(bytes) ? 1 : 0;
        }
        assertThat(refused).isGreaterThan(5_000);
    }

    private static boolean isRefused(byte[] bytes) {
        try {
            PackedValidation.part(new PackReader(bytes));
            PackedValidation.validation(new PackReader(bytes));
            return false;
        } catch (IOException expected) {
            return true;
        }
    }
}
