package kiro.spec.rest;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What stands in a column for explanations is for people.
class ExplainingColumnsTest {
    private static String reading(String type, String meaning) {
        String spec =
                """
                # Show update

                ## Requirements

                - Endpoint: `PUT /shows/{id}`
                - Authentication: none

                Request fields:

                | Field | Type | Required | Constraints | Meaning |
                |---|---|---|---|---|
                | `title` | string | yes | 1 to 120 characters | MEANING |

                Response fields:

                | Field | Type | Meaning |
                |---|---|---|
                | `id` | integer | the number of the show |
                | `flag` | TYPE | MEANING |

                ## Acceptance Criteria

                - [ ] AC-1: PUT /shows/{id} returns 200 and the show when the body is valid
                """
                        .replace("MEANING", meaning)
                        .replace("TYPE", type);
        return ReadingText.of(new EndpointReader().read(Phrasing.parsed(spec)))
                .replaceAll(" @\\d+:\\d+", "");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "whether it is for adults only",
                "when it was given back",
                "only admins may see it, at most twice a day",
                "never longer than a tweet; unique among friends",
                "404 when there is none"
            })
    @Tag("builtin-placing#AC-9")
    void it_is_never_refused_and_no_fact(String meaning) {
        assertThat(reading("boolean", meaning)).isEqualTo(reading("boolean", "a thing"));
    }
}
