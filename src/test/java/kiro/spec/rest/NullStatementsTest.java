package kiro.spec.rest;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import kiro.spec.SpecName;
import kiro.spec.SpecReader;
import kiro.spec.SpecReading;
import kiro.workspace.WorkspacePath;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What a spec says of a null in a partial update.
class NullStatementsTest {
    @ParameterizedTest
    @Tag("builtin-engine#AC-164")
    @ValueSource(
            strings = {
                "A field that is absent stays as it is; `null` clears `phone`.",
                "An absent field stays as it is; sending null for `phone` clears it.",
                "An explicit null removes the `phone`.",
                "Setting `phone` to null clears it.",
                "`phone` is cleared by sending null."
            })
    void are_read(String sentence) {
        EndpointReading reading =
                read(
                        """
                        # Contact change

                        ## Requirements

                        - Endpoint: `PATCH /contacts/{id}`
                        - %s

                        Request fields:

                        - `phone`: string, optional

                        ## Acceptance Criteria

                        - [ ] AC-1: PATCH /contacts/{id} returns 200 when the body is valid
                        """
                                .formatted(sentence));

        assertThat(reading.unread()).isEmpty();
        assertThat(reading.endpoints().getFirst().behaviours())
                .contains(new Behaviour.ClearsNull("phone"));
    }

    private static EndpointReading read(String text) {
        return switch (SpecReader.read(
                new SpecName("contact-change"),
                WorkspacePath.of(".kiro/specs/contact-change.md"),
                text.getBytes(StandardCharsets.UTF_8))) {
            case SpecReading.Whole whole -> new EndpointReader().read(whole.spec());
            case SpecReading.Broken broken ->
                    throw new IllegalStateException(broken.findings().toString());
        };
    }
}
