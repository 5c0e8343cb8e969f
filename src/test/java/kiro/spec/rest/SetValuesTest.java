package kiro.spec.rest;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Values that a new resource gets by itself, whoever is said to give them to it.
class SetValuesTest {
    private static final Phrasing PARCELS =
            new Phrasing(
                    """
                    # Parcel create

                    ## Requirements

                    - Endpoint: `POST /parcels`
                    - Authentication: none
                    {requirement}

                    Request fields:

                    | Field | Type | Required | Constraints |
                    |---|---|---|---|
                    | `label` | string | yes | 1 to 80 characters |

                    Response fields:

                    | Field | Type |
                    |---|---|
                    | `id` | integer |
                    | `status` | string |
                    | `createdAt` | timestamp |

                    ## Acceptance Criteria

                    - [ ] AC-1: POST /parcels returns 201 and the parcel when the body is valid
                    {criterion}
                    """);

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    The service sets `status` to `OPEN`.               | SetsTo[name=status, value=OPEN]
                    It sets `status` to `OPEN`.                        | SetsTo[name=status, value=OPEN]
                    The server sets the field `status` to `OPEN`.      | SetsTo[name=status, value=OPEN]
                    The service sets `createdAt` to the current time.  | SetsField[name=createdAt, source=NOW]
                    """)
    @Tag("structured-reading#AC-12")
    void are_read_as_what_the_service_sets(String sentence, String behaviour) {
        assertThat(PARCELS.requirement("- " + sentence)).isEqualTo(behaviour);
    }
}
