package kiro.model.builtin.write;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import kiro.spec.rest.Field;
import kiro.spec.rest.FieldRule;
import kiro.spec.rest.FieldType;
import kiro.text.SourceSpan;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class ConstraintsTest {
    @Test
    @Tag("builtin-engine#AC-5")
    void a_required_address_is_no_empty_text() {
        var email =
                new Field(
                        "email",
                        FieldType.Plain.STRING,
                        Field.Presence.REQUIRED,
                        false,
                        List.of(new FieldRule.Format(FieldRule.Form.EMAIL)),
                        Optional.empty(),
                        SourceSpan.start());

        assertThat(Constraints.of(email, "String").annotations())
                .containsExactly("@NotBlank", "@Email");
    }
}
