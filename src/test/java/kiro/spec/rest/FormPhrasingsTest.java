package kiro.spec.rest;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What a text is made of, which values there are, and the ways to say that a value is none of them.
class FormPhrasingsTest {
    private static final Phrasing VOUCHERS =
            new Phrasing(
                    """
                    # Voucher creation

                    ## Requirements

                    - Endpoint: `POST /vouchers`
                    - Authentication: bearer token
                    - Access: role `MANAGER`
                    {requirement}

                    Request fields:

                    | Field | Type | Required | Constraints |
                    |---|---|---|---|
                    | `code` | string | yes | 4 to 12 characters, only letters and digits, unique ignoring case |
                    | `kind` | string | yes | one of `PERCENT`, `AMOUNT`, `GIFT` |
                    | `value` | integer | yes | at least 1 |
                    | `pin` | string | no | exactly 4 digits |
                    | `phone` | string | no | 7 to 15 digits |
                    | `guest` | string | no | max. 40 characters |
                    | `startsOn` | date | yes | not in the past |

                    Response fields:

                    | Field | Type | Meaning |
                    |---|---|---|
                    | `id` | integer | |
                    | `code` | string | |
                    | `kind` | string | |
                    | `value` | integer | |
                    | `status` | string | `ACTIVE` |
                    | `createdAt` | timestamp | |

                    ## Acceptance Criteria

                    - [ ] AC-1: POST /vouchers without a valid token returns 401
                    {criterion}
                    """);

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    returns 422 when `code` has fewer than 4 characters                               | InvalidFields[fields=[BrokenField[name=code, how=TOO_SHORT]]] -> Status[code=422]
                    returns 422 when `code` has less than 4 or more than 12 characters                | InvalidFields[fields=[BrokenField[name=code, how=TOO_SHORT]]] -> Status[code=422] ; InvalidFields[fields=[BrokenField[name=code, how=TOO_LONG]]] -> Status[code=422]
                    returns 422 when `code` contains anything but letters and digits                  | ValueIs[field=code, value=a1b-] -> Status[code=422]
                    returns 422 when `code` contains a character that is neither a letter nor a digit | ValueIs[field=code, value=a1b-] -> Status[code=422]
                    returns 422 when `code` contains other characters than letters and digits         | ValueIs[field=code, value=a1b-] -> Status[code=422]
                    returns 422 when `code` has special characters                                    | ValueIs[field=code, value=a1b!] -> Status[code=422]
                    returns 422 when `pin` has not exactly 4 digits                                   | ValueIs[field=pin, value=123] -> Status[code=422] ; ValueIs[field=pin, value=12345] -> Status[code=422]
                    returns 422 when `pin` is not 4 digits                                            | ValueIs[field=pin, value=123] -> Status[code=422] ; ValueIs[field=pin, value=12345] -> Status[code=422]
                    returns 422 when `pin` has 5 digits                                               | ValueIs[field=pin, value=12345] -> Status[code=422]
                    returns 422 when `pin` has letters                                                | ValueIs[field=pin, value=123a] -> Status[code=422]
                    """)
    @Tag("structured-reading#AC-19")
    void a_text_of_another_form_becomes_one_that_breaks_the_rule(String sentence, String expected) {
        assertThat(VOUCHERS.criterion("POST /vouchers " + sentence)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    returns 422 when `kind` is not one of PERCENT, AMOUNT or GIFT | InvalidFields[fields=[BrokenField[name=kind, how=NOT_ALLOWED]]] -> Status[code=422]
                    returns 422 when `kind` is something else                     | InvalidFields[fields=[BrokenField[name=kind, how=NOT_ALLOWED]]] -> Status[code=422]
                    returns 422 when `kind` is none of the three                  | InvalidFields[fields=[BrokenField[name=kind, how=NOT_ALLOWED]]] -> Status[code=422]
                    returns 422 when `value` is 0 or less                         | ValueIs[field=value, value=0] -> Status[code=422] ; ValueIs[field=value, value=-1] -> Status[code=422]
                    returns 409 when the code is taken, ignoring case             | DuplicateInOtherCase[field=code] -> Status[code=409]
                    returns 409 when `code` is already used in other letter case  | DuplicateInOtherCase[field=code] -> Status[code=409]
                    returns 422 when the body is empty                            | EmptyObject -> Status[code=422]
                    returns 422 with an empty body                                | EmptyObject -> Status[code=422]
                    """)
    @Tag("structured-reading#AC-19")
    void a_value_that_is_none_of_those_that_are_listed_is_read(String sentence, String expected) {
        assertThat(VOUCHERS.criterion("POST /vouchers " + sentence)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    - `kind` is one of PERCENT, AMOUNT or GIFT (any other value 422). | Answers[condition=InvalidFields[fields=[BrokenField[name=kind, how=NOT_ALLOWED]]], expectations=[Status[code=422]]]
                    - `code` consists of letters and digits only.                     | -
                    - A new voucher is `ACTIVE`.                                      | SetsTo[name=status, value=ACTIVE]
                    - New vouchers start as `ACTIVE`.                                 | SetsTo[name=status, value=ACTIVE]
                    """)
    @Tag("endpoint-reading#AC-72")
    void what_follows_on_other_values_and_what_is_new_is_read(String sentence, String expected) {
        assertThat(VOUCHERS.requirement(sentence)).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "returns 422 when `kind` is not PERCENT",
                "returns 422 when `kind` is neither PERCENT nor AMOUNT",
                "returns 422 when `code` contains a letter",
                "returns 422 when `code` has less than 4 or more than 13 characters",
                "returns 422 when `value` is 1 or less",
                "returns 422 when `pin` has 4 digits",
                "returns 422 when `pin` has 3 or 4 digits",
                "returns 422 when `pin` is not made of letters",
                "returns 422 when `pin` has fewer than 3 digits",
                "returns 409 when `kind` is taken, ignoring case"
            })
    @Tag("structured-reading#AC-19")
    void what_breaks_no_rule_is_unread(String sentence) {
        assertThat(VOUCHERS.criterion("POST /vouchers " + sentence)).isEqualTo(Phrasing.UNREAD);
    }
}
