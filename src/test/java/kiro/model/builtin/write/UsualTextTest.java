package kiro.model.builtin.write;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UsualTextTest {
    @ParameterizedTest
    @CsvSource({
        "currency, EUR",
        "currencyCode, EUR",
        "billingCountry, DE",
        "contactEmail, someone@example.com",
        "eMail, someone@example.com",
        "phoneNumber, +4915112345678",
        "code, Some code",
        "currencyNote, Some currency note",
        "displayName, Some display name"
    })
    @Tag("builtin-engine#AC-5")
    void a_text_has_the_form_that_its_name_tells(String property, String text) {
        assertThat(UsualText.of(property)).isEqualTo(text);
    }
}
