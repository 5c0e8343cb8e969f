package kiro.spec.rest;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// The ways in which authors say in which state something can be done, and what becomes of it.
class StatePhrasingsTest {
    private static final Phrasing PUBLISHING =
            new Phrasing(
                    """
                    # Article publish

                    ## Requirements

                    - `POST /articles/{id}/publish` publishes the article `{id}`.
                    - Authentication is required: a bearer token.
                    - Only the author of the article may publish it.
                    {requirement}

                    Response fields:

                    | Field | Type | Meaning |
                    |---|---|---|
                    | `id` | integer | |
                    | `title` | string | |
                    | `status` | string | `DRAFT`, `IN_REVIEW`, `PUBLISHED` or `ARCHIVED` |
                    | `publishedAt` | timestamp | |

                    ## Acceptance Criteria

                    - [ ] AC-1: A request without a token returns 401
                    {criterion}
                    """);

    private static final Phrasing DELETING =
            new Phrasing(
                    """
                    # Order delete

                    ## Requirements

                    - `DELETE /orders/{id}` deletes the order `{id}`.
                    - Only the customer who placed the order may delete it.
                    {requirement}

                    ## Acceptance Criteria

                    - [ ] AC-1: A request without a token returns 401
                    {criterion}
                    """);

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    POST /articles/{id}/publish on a draft returns 200                      | InState[words=a draft, state=draft] -> Status[code=200]
                    Publishing an own draft returns 200                                     | InState[words=an own draft, state=draft] -> Status[code=200]
                    Publishing an article that is in review returns 200                     | InState[words=an article that is in review, state=in review] -> Status[code=200]
                    POST /articles/{id}/publish on a published article returns 409          | Conflict[words=published, state=published] -> Status[code=409]
                    POST /articles/{id}/publish on an own archived article returns 409      | Conflict[words=an own archived article, state=archived] -> Status[code=409]
                    POST /articles/{id}/publish for an article that was archived already returns 409 | Conflict[words=an article that was archived already, state=archived] -> Status[code=409]
                    POST /articles/{id}/publish on an article in the state `ARCHIVED` returns 409 | Conflict[words=an article in the state ARCHIVED, state=ARCHIVED] -> Status[code=409]
                    POST /articles/{id}/publish on an article whose status is `ARCHIVED` returns 409 | Conflict[words=an article whose status is ARCHIVED, state=ARCHIVED] -> Status[code=409]
                    For a draft, `title` is "x"                                             | InState[words=a draft, state=draft] -> FieldIs[name=title, value=x]
                    """)
    @Tag("endpoint-reading#AC-66")
    void the_state_of_a_resource_is_read(String criterion, String expected) {
        assertThat(PUBLISHING.criterion(criterion)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    DELETE /orders/{id} on an own rejected order returns 204        | InState[words=an own rejected order, state=rejected] -> Status[code=204]
                    Deleting an own order that was returned returns 204             | InState[words=an own order that was returned, state=returned] -> Status[code=204]
                    DELETE /orders/{id} on an own shipped order returns 409         | Conflict[words=an own shipped order, state=shipped] -> Status[code=409]
                    DELETE /orders/{id} on a shipped order of the caller returns 409 | Conflict[words=a shipped order of the caller, state=shipped] -> Status[code=409]
                    """)
    @Tag("endpoint-reading#AC-66")
    void the_state_of_the_callers_own_is_read(String criterion, String expected) {
        assertThat(DELETING.criterion(criterion)).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "- An order that is shipped stays: the request is answered with 409.",
                "- A shipped order stays as it is; the answer is 409.",
                "- A shipped order is not deleted by an admin either.",
                "- A shipped order cannot be deleted by an admin either.",
                "- Orders that are shipped already are left alone, and the answer is 409.",
                "- An order that is shipped already is left as it is -> 409.",
                "- A shipped order is not touched: the request gets 409.",
                "- Shipped orders remain untouched; such a request is refused with 409.",
                "- An order that has been shipped is kept as it is, and the caller gets 409.",
                "- If the order was shipped already, it stays; the response is 409."
            })
    @Tag("endpoint-reading#AC-66")
    void what_stays_as_it_is_where_the_answer_is_409_forbids_the_change(String requirement) {
        assertThat(DELETING.requirement(requirement))
                .isEqualToIgnoringCase("NotIn[states=[shipped]]");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "- Only draft articles can be published. For any other state the answer is 409.",
                "- Only draft articles can be published. In every other status the request is refused with 409.",
                "- Only draft articles can be published. Any other state leads to 409.",
                "- Only draft articles can be published. Other states are answered with 409.",
                "- Only draft articles can be published. In all other states, 409 is returned.",
                "- Only draft articles can be published. Otherwise the answer is 409."
            })
    @Tag("endpoint-reading#AC-66")
    void what_follows_in_other_states_belongs_to_the_sentence_before(String requirement) {
        assertThat(PUBLISHING.requirement(requirement)).isEqualTo("OnlyIn[states=[draft]]");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "- The status changes from `DRAFT` to `PUBLISHED`.",
                "- Its status goes from draft to `PUBLISHED`.",
                "- The status of the article is switched from `DRAFT` to `PUBLISHED`.",
                "- The article moves from `IN_REVIEW` to `PUBLISHED`.",
                "- The state changes to `PUBLISHED`.",
                "- The article goes from in review into the status `PUBLISHED`."
            })
    @Tag("endpoint-reading#AC-66")
    void a_change_of_state_is_read(String requirement) {
        assertThat(PUBLISHING.requirement(requirement)).isEqualTo("Brings[state=PUBLISHED]");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "- Rejected orders can be deleted like shipped ones.",
                "- Orders that were rejected can be deleted, too.",
                "- A rejected order can also be deleted.",
                "- Rejected orders may be deleted as well.",
                "- An order that is rejected may be deleted just like an open one.",
                "- It is allowed to delete a rejected order, too."
            })
    @Tag("endpoint-reading#AC-66")
    void a_state_in_which_it_can_be_done_as_well_is_read(String requirement) {
        assertThat(DELETING.requirement(requirement))
                .isEqualToIgnoringCase("AlsoIn[states=[rejected]]");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "- An order that is shipped stays.",
                "- A shipped order is deleted by an admin.",
                "- Deleting stays with the admins.",
                "- An order that is shipped stays: the request is answered with 404.",
                "- A shipped order may stay: the request is answered with 409.",
                "- Some shipped orders stay: the request is answered with 409.",
                "- Rejected orders can hardly be deleted.",
                "- For any other state the answer is 409 or 422.",
                "- Rejected orders can be deleted unless they are shipped."
            })
    @Tag("endpoint-reading#AC-66")
    void what_only_looks_like_a_state_is_unread(String requirement) {
        assertThat(DELETING.requirement(requirement)).isEqualTo(Phrasing.UNREAD);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "DELETE /orders/{id} on an own nice order returns 204",
                "DELETE /orders/{id} on an own shipped order returns 404",
                "DELETE /orders/{id} on an own shipped or new order returns 204",
                "DELETE /orders/{id} on an order that is almost shipped returns 409"
            })
    @Tag("endpoint-reading#AC-66")
    void a_situation_that_only_looks_like_a_state_is_unread(String criterion) {
        assertThat(DELETING.criterion(criterion)).isEqualTo(Phrasing.UNREAD);
    }
}
