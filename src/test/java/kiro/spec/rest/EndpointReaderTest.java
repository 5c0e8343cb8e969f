package kiro.spec.rest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import kiro.spec.Spec;
import kiro.spec.SpecName;
import kiro.spec.SpecReader;
import kiro.spec.SpecReading;
import kiro.workspace.WorkspacePath;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EndpointReaderTest {
    private static final Route PUT =
            new Route(HttpMethod.PUT, new PathTemplate("/users/{id}/profile"));

    @Test
    @Tag("endpoint-reading#AC-1")
    void the_spec_of_the_sample_project_is_read_as_a_whole() throws IOException {
        EndpointReading reading =
                read(
                        Files.readString(
                                Path.of(
                                        "examples/profile-service/.kiro/specs/user-profile-update.md")));

        assertThat(reading.unread()).isEmpty();
        EndpointSpec endpoint = reading.endpoints().getFirst();
        assertThat(endpoint.route()).isEqualTo(PUT);
        assertThat(endpoint.authentication()).isEqualTo(Authentication.REQUIRED);
        assertThat(endpoint.permission()).isEqualTo(new Permission.Owner());
        assertThat(endpoint.rateLimit())
                .contains(new RateLimit(10, Duration.ofMinutes(1), RateLimit.Subject.USER));
        assertThat(endpoint.behaviours())
                .contains(
                        new Behaviour.ClearsAbsentFields(),
                        new Behaviour.AddsNoDependency(),
                        new Behaviour.HidesFields(List.of("email address")),
                        new Behaviour.DoesNotLog(List.of("email address")),
                        new Behaviour.KeepsExistingBehaviour());
        assertThat(endpoint.request().body())
                .extracting(Field::name, Field::type, Field::presence, Field::rules)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(
                                "displayName",
                                FieldType.Plain.STRING,
                                Field.Presence.REQUIRED,
                                List.of(
                                        new FieldRule.Length(OptionalInt.of(1), OptionalInt.of(50)),
                                        new FieldRule.NotBlank())),
                        org.assertj.core.groups.Tuple.tuple(
                                "bio",
                                FieldType.Plain.STRING,
                                Field.Presence.OPTIONAL,
                                List.of(
                                        new FieldRule.Length(
                                                OptionalInt.empty(), OptionalInt.of(280)))),
                        org.assertj.core.groups.Tuple.tuple(
                                "avatarUrl",
                                FieldType.Plain.STRING,
                                Field.Presence.OPTIONAL,
                                List.of(
                                        new FieldRule.Format(FieldRule.Form.HTTPS_URL),
                                        new FieldRule.Length(
                                                OptionalInt.empty(), OptionalInt.of(200)))));
        assertThat(endpoint.response().status()).hasValue(200);
        assertThat(endpoint.response().fields())
                .extracting(Field::name)
                .containsExactly("id", "displayName", "bio", "avatarUrl", "updatedAt");
        assertThat(lines(reading))
                .containsExactly(
                        "AC-1 Valid[] [Status[code=200], Resource[]]",
                        "AC-2 InvalidFields[fields=[]] [Status[code=422], NamesInvalidFields[]]",
                        "AC-3 OverLimit[request=OptionalInt[11]] [Status[code=429], Header[name=Retry-After]]",
                        "AC-4 OtherCallerOverLimit[] [Succeeds[]]",
                        "AC-5 ForeignResource[] [Status[code=403]]",
                        "AC-6 Unauthenticated[credential=MISSING_OR_INVALID] [Status[code=401]]");
    }

    @Test
    @Tag("endpoint-reading#AC-1")
    void the_spec_that_is_built_already_is_read_as_a_whole() throws IOException {
        EndpointReading reading =
                read(
                        Files.readString(
                                Path.of(
                                        "examples/profile-service/.kiro/specs/user-profile-read.md")));

        assertThat(reading.unread()).isEmpty();
        assertThat(lines(reading))
                .containsExactly(
                        "AC-1 Valid[] [Status[code=200], Resource[]]",
                        "AC-2 Valid[] [LacksFields[names=[email address]]]",
                        "AC-3 Unauthenticated[credential=MISSING_OR_INVALID] [Status[code=401]]",
                        "AC-4 MissingResource[noun=Optional[user]] [Status[code=404]]");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            textBlock =
                    """
                    200 on valid update                                        | Valid[] [Status[code=200]]
                    422 on invalid fields                                      | InvalidFields[fields=[]] [Status[code=422]]
                    429 on rate limit exceeded                                 | OverLimit[request=OptionalInt.empty] [Status[code=429]]
                    403 on updating another user's profile                     | ForeignResource[] [Status[code=403]]
                    Unauthenticated request returns 401                        | Unauthenticated[credential=MISSING] [Status[code=401]]
                    PUT /users/123/profile returns 200 with profile object     | Valid[] [Status[code=200], Resource[]]
                    PUT /users/unknown/profile returns 404                     | MissingResource[noun=Optional.empty] [Status[code=404]]
                    Response matches ProfileDto schema                         | Valid[] [Resource[]]
                    WHEN the request has no bio, THE SYSTEM SHALL return 422   | InvalidFields[fields=[BrokenField[name=bio, how=Optional[MISSING]]]] [Status[code=422]]
                    IF the token is missing THEN the API SHALL respond with 401 | Unauthenticated[credential=MISSING] [Status[code=401]]
                    A blank bio is answered with 422 Unprocessable Entity      | InvalidFields[fields=[BrokenField[name=bio, how=Optional[BLANK]]]] [Status[code=422]]
                    The 5th request of a user within a minute returns 200      | WithinLimit[request=OptionalInt[5]] [Status[code=200]]
                    A user that does not exist returns 404                     | MissingResource[noun=Optional[user]] [Status[code=404]]
                    """)
    @Tag("endpoint-reading#AC-2")
    void phrasings_of_criteria_are_read(String criterion, String expected) {
        List<String> lines = lines(read(spec(criterion)));

        assertThat(lines).isEqualTo(expected.equals("-") ? List.of() : List.of("AC-1 " + expected));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "A valid body does not return 200",
                "PUT /users/{id}/profile may return 200",
                "A valid body returns 200 unless it rains",
                "A valid body returns 200 or 204",
                "A valid body should return 200",
                "A valid body returns 200 and something nice",
                "An invalid mood returns 422",
                "Updating another user's car returns 403",
                "POST /users/{id}/profile returns 201",
                "It is fast"
            })
    @Tag("endpoint-reading#AC-3")
    void a_criterion_that_is_not_understood_as_a_whole_is_unread(String criterion) {
        EndpointReading reading = read(spec(criterion));

        assertThat(reading.outcomes()).isEmpty();
        assertThat(reading.unread())
                .singleElement()
                .satisfies(sentence -> {
                    assertThat(sentence.text()).isEqualTo(criterion);
                    assertThat(sentence.reason()).isNotBlank();
                });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "The profile has to feel right.",
                "Only friends of friends may update a profile.",
                "Rate limit: a few requests per minute."
            })
    @Tag("endpoint-reading#AC-4")
    void a_requirement_that_is_not_understood_is_named_with_its_place(String requirement) {
        String text =
                spec("200 on valid update")
                        .replace("## Acceptance", "- " + requirement + "\n\n## Acceptance");

        assertThat(read(text).unread())
                .singleElement()
                .satisfies(sentence -> {
                    assertThat(sentence.section()).isEqualTo("Requirements");
                    assertThat(text.split("\n")[sentence.span().line() - 1])
                            .isEqualTo("- " + requirement);
                });
    }

    @Test
    @Tag("endpoint-reading#AC-5")
    void criteria_of_a_spec_with_several_endpoints_name_theirs() {
        String text =
                """
                # Orders

                ## Requirements

                - `GET /orders/{id}` returns an order.
                - `DELETE /orders/{id}` deletes an order.

                ## Acceptance Criteria

                - [ ] AC-1: DELETE /orders/{id} returns 204
                - [ ] AC-2: An unknown order returns 404
                """;

        EndpointReading reading = read(text);

        assertThat(reading.endpoints()).hasSize(2);
        assertThat(lines(reading)).containsExactly("AC-1 Valid[] [Status[code=204]]");
        assertThat(reading.unread())
                .singleElement()
                .extracting(UnreadSentence::reason)
                .isEqualTo("it does not say which endpoint is meant");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            textBlock =
                    """
                    PUT /users/{id}/profile, auth required, rate limit 10/minute
                    `PUT /users/{id}/profile` replaces the profile; authentication required; rate limit 10 per minute
                    """)
    @Tag("endpoint-reading#AC-6")
    void several_facts_in_one_line_are_read(String line) {
        EndpointSpec endpoint =
                read(spec("200 on valid update")
                                .replaceFirst("- `PUT.*\n(?:- .*\n)*", "- " + line + "\n"))
                        .endpoints()
                        .getFirst();

        assertThat(endpoint.authentication()).isEqualTo(Authentication.REQUIRED);
        assertThat(endpoint.rateLimit()).map(RateLimit::count).isEqualTo(Optional.of(10));
    }

    @Test
    @Tag("endpoint-reading#AC-7")
    void a_sentence_without_end_ends_quickly() {
        String hostile = "a valid ".repeat(20_000) + "returns 200 and " + "a, and ".repeat(20_000);

        assertThat(read(spec(hostile)).outcomes()).isEmpty();
    }

    private static String spec(String criterion) {
        return """
        # Profile

        ## Requirements

        - `PUT /users/{id}/profile` replaces the profile.
        - Authentication is required.
        - Rate limit: 10 requests per minute per user.

        Request fields:

        | Field | Type | Required | Constraints |
        |---|---|---|---|
        | `bio` | string | yes | at most 280 characters |

        ## Acceptance Criteria

        - [ ] AC-1: %s
        """
                .formatted(criterion);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Request fields: `stars` (integer between 1 and 5)",
                "Request fields: `stars` (an integer from 1 to 5), `note` (string)",
                "The body has a single field `stars`, an integer between 1 and 5.",
                "Request fields: `stars`: integer from 1 to 5"
            })
    @Tag("endpoint-reading#AC-6")
    void a_range_behind_a_type_is_a_rule(String line) {
        EndpointReading reading =
                read(
                        """
                        # Ratings

                        ## Requirements

                        - `PUT /recipes/{id}/rating` replaces the rating.
                        - %s

                        ## Acceptance Criteria

                        - [ ] AC-1: PUT /recipes/{id}/rating returns 200
                        """
                                .formatted(line));

        FieldRule range =
                new FieldRule.Range(
                        Optional.of(new FieldRule.Bound(java.math.BigDecimal.ONE, true)),
                        Optional.of(new FieldRule.Bound(java.math.BigDecimal.valueOf(5), true)));
        assertThat(reading.unread()).isEmpty();
        assertThat(reading.endpoints().getFirst().request().body().getFirst().rules())
                .containsExactly(range);
    }

    @Test
    @Tag("endpoint-reading#AC-9")
    void who_promises_the_whole_answer_is_not_read_where_a_field_of_it_is_not() {
        EndpointReading reading =
                read(
                        """
                        # Cards

                        ## Requirements

                        - `GET /users/{id}/card` returns the card.

                        Response fields:

                        | Field | Type | Constraints |
                        |---|---|---|
                        | name | string | |
                        | since | timestamp | must be stirred, not shaken |

                        ## Acceptance Criteria

                        - [ ] AC-1: GET /users/{id}/card returns 200 and the card
                        - [ ] AC-2: GET /users/{id}/card for an unknown user returns 404
                        """);

        assertThat(reading.outcomes())
                .extracting(outcome -> outcome.criterion().value())
                .containsExactly("AC-2");
        assertThat(reading.unread())
                .filteredOn(one -> one.criterion().isPresent())
                .extracting(UnreadSentence::reason)
                .singleElement()
                .asString()
                .contains("of which this was not understood", "stirred, not shaken");
        assertThat(reading.endpoints().getFirst().response().status()).hasValue(200);
    }

    private static List<String> lines(EndpointReading reading) {
        return reading.outcomes().stream()
                .map(outcome ->
                        outcome.criterion()
                                + " "
                                + outcome.condition()
                                + " "
                                + outcome.expectations().stream()
                                        .map(Object::toString)
                                        .collect(Collectors.joining(", ", "[", "]")))
                .toList();
    }

    private static EndpointReading read(String text) {
        return new EndpointReader().read(parsed(text));
    }

    private static Spec parsed(String text) {
        return switch (SpecReader.read(
                new SpecName("profile"),
                WorkspacePath.of(".kiro/specs/profile.md"),
                text.getBytes(StandardCharsets.UTF_8))) {
            case SpecReading.Whole whole -> whole.spec();
            case SpecReading.Broken broken ->
                    throw new IllegalStateException(broken.findings().toString());
        };
    }
}
