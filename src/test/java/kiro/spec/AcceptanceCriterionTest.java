package kiro.spec;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.Normalizer;
import kiro.text.Hash;
import kiro.text.SourceSpan;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AcceptanceCriterionTest {
    /// Evidence that is kept holds the digest, so it may never change.
    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "plain words",
                "  a * b  _c_ `d`\t e ",
                "**PUT** `/users/{id}` returns  **403**",
                "cafe\u0301 is caf\u00e9",
                "no\u00A0break\u2003space",
                "* _ `",
                "x\n\ny\f z\u000B"
            })
    @Tag("spec-documents#AC-1")
    void the_digest_is_that_of_the_words_alone(String text) {
        String words = Normalizer.normalize(text, Normalizer.Form.NFC);

        assertThat(criterion(text).hash())
                .isEqualTo(Hash.of(words.replaceAll("[*_`]", "").replaceAll("\\s+", " ").strip()));
    }

    private static AcceptanceCriterion criterion(String text) {
        return new AcceptanceCriterion(
                new CriterionId("AC-1"), text, SourceSpan.start(), false, false, true);
    }
}
