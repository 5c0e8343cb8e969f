package kiro.spec.rest;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Criteria of the form "given ..., when ..., then ...".
class ScenarioTest {
    private static final Phrasing MOORING =
            new Phrasing(
                    """
                    # Mooring correction

                    ## Requirements

                    - Endpoint: `PATCH /moorings/{id}`
                    - Authentication: HTTP Basic
                    - Access: role `WARDEN`
                    - State before: `IN_SERVICE` or `RESTRICTED`
                    - State after: `CHECKED`
                    - Unique: `buoy`
                    - Sets: `checkedBy` = caller

                    Request fields:

                    | Field | Type | Required | Constraints |
                    |---|---|---|---|
                    | `buoy` | string | yes | 1 to 10 characters |
                    | `name` | string | no | 1 to 80 characters |
                    | `chainMetres` | integer | no | 1 to 120 |

                    Response fields:

                    | Field | Type | Meaning |
                    |---|---|---|
                    | `id` | integer | |
                    | `buoy` | string | what is painted on it |
                    | `name` | string | |
                    | `chainMetres` | integer | |
                    | `status` | string | `IN_SERVICE`, `RESTRICTED`, `CHECKED` or `SUNK` |

                    ## Acceptance Criteria

                    {criterion}
                    """);

    private static final Phrasing FINDING =
            new Phrasing(
                    """
                    # Taking back a finding

                    ## Requirements

                    - Endpoint: `DELETE /findings/{id}`
                    - Authentication: HTTP Basic
                    - Access: owner or role `WARDEN`
                    - Owner: `reportedBy`
                    - State before: `REPORTED`

                    ## Acceptance Criteria

                    {criterion}
                    """);

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    GIVEN a mooring WHEN `chainMetres` is 0 or 121 THEN the response is 400                      | ValueIs[field=chainMetres, value=0] -> Status[code=400] ; ValueIs[field=chainMetres, value=121] -> Status[code=400]
                    Given a mooring, when the name is 81 characters long, then the API responds with 400 Bad Request | LengthIs[field=name, length=81] -> Status[code=400]
                    GIVEN a mooring in service WHEN `name` is blank THEN the response is 400                     | InvalidFields[fields=[BrokenField[name=name, how=BLANK]]] -> Status[code=400]
                    WHEN `buoy` is missing THEN the response is 400                                              | InvalidFields[fields=[BrokenField[name=buoy, how=MISSING]]] -> Status[code=400]
                    GIVEN a mooring WHEN an inspector tries to change it THEN the response is 403                | WithRole[roles=[inspector]] -> Status[code=403]
                    Given the user has the role INSPECTOR when they change a mooring then the request is refused with 403 | WithRole[roles=[INSPECTOR]] -> Status[code=403]
                    GIVEN no mooring with that id WHEN it is to be changed THEN the response is 404              | MissingResource[noun=mooring] -> Status[code=404]
                    GIVEN a sunk mooring WHEN a warden tries to change it THEN the response is 409               | Conflict[words=a warden tries to change a sunk mooring, state=sunk] -> Status[code=409]
                    Given a sunk mooring, when it is changed, then 409 Conflict is returned                      | Conflict[words=a sunk mooring, state=sunk] -> Status[code=409]
                    GIVEN another mooring with the same `buoy` WHEN the mooring is to be changed THEN the response is 409 | Duplicate[field=buoy] -> Status[code=409]
                    GIVEN two moorings WHEN one is to get the `buoy` of the other THEN the response is 409       | Duplicate[field=buoy] -> Status[code=409]
                    GIVEN a mooring WHEN its own `buoy` is sent again THEN the response is 200                   | OwnValue[field=buoy] -> Status[code=200]
                    GIVEN a mooring WHEN only `buoy` is sent THEN `name` and `chainMetres` keep their values     | Without[fields=[name, chainMetres]] -> FieldsKept[names=[name, chainMetres]]
                    GIVEN a mooring in service WHEN a warden sends `PATCH /moorings/{id}` with a new `name` and a new `chainMetres` THEN the response is 200 and contains the mooring with both | Valid -> Status[code=200], Resource
                    GIVEN a mooring WHEN a warden sends a valid body THEN the response is 200 and the mooring has the status `CHECKED` | Valid -> Status[code=200], Resource, FieldIs[name=status, value=CHECKED]
                    GIVEN a mooring WHEN the body is valid THEN `name` and `chainMetres` are stored with it      | Valid -> StoresFields[names=[name, chainMetres]]
                    Given I am not authenticated, when I send the request, then I get 401                        | Unauthenticated[credential=MISSING] -> Status[code=401]
                    GIVEN a mooring WHEN the password is wrong THEN the response is 401                          | Unauthenticated[credential=WRONG_PASSWORD] -> Status[code=401]
                    """)
    @Tag("structured-reading#AC-25")
    void says_what_follows_in_which_situation(String criterion, String reading) {
        assertThat(MOORING.criterion(criterion)).isEqualTo(reading);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    GIVEN a finding that an inspector reported WHEN a warden deletes it THEN the response is 204        | WithRole[roles=[WARDEN]] -> Status[code=204]
                    GIVEN a finding WHEN another inspector deletes it THEN the response is 403                          | ForeignResource -> Status[code=403]
                    GIVEN a finding WHEN a reader deletes it THEN the response is 403                                   | WithRole[roles=[reader]] -> Status[code=403]
                    GIVEN a confirmed finding WHEN the inspector who reported it deletes it THEN the response is 409    | Conflict[words=a confirmed finding, state=confirmed] -> Status[code=409]
                    """)
    @Tag("structured-reading#AC-25")
    void tells_by_what_people_did_whose_a_thing_is(String criterion, String reading) {
        assertThat(FINDING.criterion(criterion)).isEqualTo(reading);
    }

    /// A state that does not go with what is said, and words that nothing explains, are no small matter.
    @ParameterizedTest
    @ValueSource(
            strings = {
                "GIVEN a sunk mooring WHEN `name` is blank THEN the response is 400",
                "GIVEN a restricted mooring WHEN `name` is blank THEN the response is 400",
                "GIVEN a purple mooring WHEN `name` is blank THEN the response is 400",
                "GIVEN a mooring on Sundays WHEN the body is valid THEN the response is 200",
                "GIVEN a mooring WHEN a warden who is on leave sends a valid body THEN the response is 200",
                "GIVEN no mooring WHEN `name` is blank THEN the response is 400",
                "GIVEN a mooring WHEN `name` is blank THEN the response is 400 and a letter is sent",
                "GIVEN a mooring WHEN `name` is blank THEN the response is sometimes 400",
                "GIVEN a mooring THEN the response is 400",
                "GIVEN a mooring WHEN it is changed THEN"
            })
    @Tag("structured-reading#AC-25")
    void is_not_read_where_a_word_of_it_would_be_left_out(String criterion) {
        assertThat(MOORING.criterion(criterion)).isEqualTo(Phrasing.UNREAD);
    }
}
