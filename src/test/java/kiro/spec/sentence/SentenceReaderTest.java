package kiro.spec.sentence;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SentenceReaderTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "The API shall log each request. | UBIQUITOUS [] The API SHALL log each request.",
                "WHEN a form is sent, the API shall store it | EVENT [WHEN a form is sent] the API SHALL store it",
                "While the door is open, the lift shall stand still | STATE [WHILE the door is open] the lift SHALL stand still",
                "Where a printer is fitted, the till must print | OPTION [WHERE a printer is fitted] the till MUST print",
                "If the card is refused, then the till shall say why | UNWANTED [IF the card is refused] the till SHALL say why",
                "While idle, when a key is pressed, the lamp shall go on | COMPLEX [WHILE idle; WHEN a key is pressed] the lamp SHALL go on",
                "Once the import has ended, the job will send a report | EVENT [WHEN the import has ended] the job WILL send a report",
                "As long as the queue is full, the worker shall wait | STATE [WHILE the queue is full] the worker SHALL wait",
                "Upon logout the session must end | EVENT [WHEN logout] the session MUST end"
            })
    @Tag("spec-sentences#AC-1")
    void every_form_of_ears_is_read(String text, String expected) {
        assertThat(shown(text)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "WHEN a user signs in THEN the system SHALL show the start page | EVENT [WHEN a user signs in] the system SHALL show the start page",
                "when a user signs in then the system shall show the start page | EVENT [WHEN a user signs in] the system SHALL show the start page",
                "**WHEN** a user signs in **THEN** the system **SHALL** show it | EVENT [WHEN a user signs in] the system SHALL show it",
                "_IF_ the token is old _THEN_ the API _SHALL_ refuse it | UNWANTED [IF the token is old] the API SHALL refuse it",
                "IF x is empty AND y is empty THEN the form SHALL be refused | UNWANTED [IF x is empty AND y is empty] the form SHALL be refused",
                "WHEN the user saves the Profile Service SHALL store it | EVENT [WHEN the user saves] the Profile Service SHALL store it",
                "WHEN saved THEN a notice appears | EVENT [WHEN saved] - - a notice appears",
                "When the disk is full, writing fails | EVENT [WHEN the disk is full] - - writing fails"
            })
    @Tag("spec-sentences#AC-2")
    void the_spellings_of_kiro_are_read(String text, String expected) {
        assertThat(shown(text)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "WHEN a AND IF b THEN the API SHALL c | COMPLEX [WHEN a; IF b] the API SHALL c",
                "WHERE SSO is on, WHILE signed out, WHEN a page opens, the API SHALL redirect | COMPLEX [WHERE SSO is on; WHILE signed out; WHEN a page opens] the API SHALL redirect",
                "WHEN x WHILE y THEN the API SHALL z | COMPLEX [WHEN x; WHILE y] the API SHALL z",
                "The API shall return 404 if the user is unknown. | UNWANTED [IF the user is unknown <] The API SHALL return 404",
                "WHEN a page opens where pictures are, the API shall count it | EVENT [WHEN a page opens where pictures are] the API SHALL count it",
                "GIVEN a full cart WHEN it is paid THEN it is empty | COMPLEX [GIVEN a full cart; WHEN it is paid] - - it is empty",
                "The form must check if the name is free | UBIQUITOUS [] The form MUST check if the name is free"
            })
    @Tag("spec-sentences#AC-3")
    void clauses_are_read_in_any_order(String text, String expected) {
        assertThat(shown(text)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "The API shall not reveal passwords | UBIQUITOUS [] The API SHALL not reveal passwords",
                "IF locked THEN the door SHALL NOT open | UNWANTED [IF locked] the door SHALL not open",
                "Users cannot delete the log | UBIQUITOUS [] Users CAN not delete the log"
            })
    @Tag("spec-sentences#AC-4")
    void a_negated_response_is_told_from_an_affirmed_one(String text, String expected) {
        assertThat(shown(text)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "PUT /users/{id}/profile returns 403 when it is another user's | PUT /users/{id}/profile [403] [it is another user's]",
                "PUT /users/{id}/profile with a valid body returns 200 and the profile | PUT /users/{id}/profile [200] [with a valid body]",
                "`PUT /users/{id}` responds with `429 Too Many Requests` | PUT /users/{id} [429] []",
                "Returns 401 if the token is missing | - - [401] [the token is missing]",
                "401 when the token is missing | - - [401] [the token is missing]",
                "A request without a token returns HTTP 401 | - - [401] [A request without a token]",
                "Updating another user's profile returns 403. | - - [403] [Updating another user's profile]",
                "GET `/orders/:id` for an unknown order answers 404 or 410 | GET /orders/:id [404, 410] [for an unknown order]",
                "The 11th request of a user within a minute returns 429 with a Retry-After header | - - [429] [The 11th request of a user within a minute]",
                "WHEN the token is missing THEN the API SHALL return 401 | - - [401] [the token is missing]",
                "IF POST /login has a wrong password THEN the API SHALL respond with status code 401 | POST /login [401] [POST /login has a wrong password]",
                "DELETE /x/{id} → 204 | DELETE /x/{id} [204] []",
                "The response status is 404 for unknown ids | - - [404] [unknown ids]",
                "Without a token the request is rejected with 401 Unauthorized | - - [401] [Without a token the request]"
            })
    @Tag("spec-sentences#AC-5")
    void an_http_answer_is_read_with_its_parts(String text, String expected) {
        assertThat(http(SentenceReader.read(text))).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "The bio has at most 200 characters",
                "The list returns 200 items a page",
                "The limit is 100",
                "GET /x returns the first 500 rows",
                "Each page gives 404 hints",
                "The report has 300 lines",
                "The job returns within 500 ms",
                "The export gives 600"
            })
    @Tag("spec-sentences#AC-6")
    void an_amount_is_no_status(String text) {
        assertThat(SentenceReader.read(text).outcome()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "**WHEN** `a` is sent AND **IF** \"b\" is so, **THEN** the `API` SHALL NOT return `401 Unauthorized`",
                "PUT /users/{id} with a body, or `none`, returns **403** when it is another user's.",
                "The API shall return 404 if the user is unknown.",
                "`GET /x` → 200"
            })
    @Tag("spec-sentences#AC-7")
    void each_part_is_what_stands_at_its_place(String text) {
        assertThat(phrases(SentenceReader.read(text)))
                .isNotEmpty()
                .allSatisfy(phrase ->
                        assertThat(phrase.text())
                                .isNotBlank()
                                .isEqualTo(text.substring(phrase.start(), phrase.end())));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "...",
                "The profile does not contain the email address",
                "Search works",
                "If possible",
                "When",
                "WHEN x THEN",
                "the system shall",
                "shall log in",
                "If the system that we have tried would do",
                "Tests pass on all machines that can run them",
                "Die Antwort ist 42"
            })
    @Tag("spec-sentences#AC-8")
    void a_sentence_without_a_known_form_is_plain(String text) {
        assertThat(SentenceReader.read(text)).isEqualTo(new Sentence.Plain(text));
    }

    @Test
    @Tag("spec-sentences#AC-2")
    void keywords_in_code_and_quotations_are_words() {
        assertThat(shown("WHEN `IF x THEN y` is sent, the API SHALL say \"WHEN\""))
                .isEqualTo("EVENT [WHEN `IF x THEN y` is sent] the API SHALL say \"WHEN\"");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "WHEN x ",
                "when, ",
                "THEN ",
                "`a``b ",
                "\"x ",
                "\u201Cx ",
                "/a ",
                "401 ",
                "shall ",
                "if a then b shall c ",
                "returns 401 ",
                "* _ ",
                "a,",
                "`"
            })
    @Tag("spec-sentences#AC-9")
    void a_hostile_sentence_is_read_in_a_moment(String piece) {
        String text = "WHEN " + piece.repeat((1 << 18) / piece.length());
        ThreadMXBean thread = ManagementFactory.getThreadMXBean();

        long start = thread.getCurrentThreadCpuTime();
        SentenceReader.read(text);
        SentenceReader.read(text.substring(5));
        Duration cost = Duration.ofNanos(thread.getCurrentThreadCpuTime() - start);

        // Were the cost quadratic it would be minutes.
        assertThat(cost).isLessThan(Duration.ofSeconds(8));
    }

    private static String shown(String text) {
        return switch (SentenceReader.read(text)) {
            case Sentence.Ears ears ->
                    "%s [%s] %s %s %s%s"
                            .formatted(
                                    ears.form(),
                                    ears.clauses().stream()
                                            .map(SentenceReaderTest::shown)
                                            .collect(Collectors.joining("; ")),
                                    ears.system().map(Phrase::text).orElse("-"),
                                    ears.modal().map(each -> each.modal().name()).orElse("-"),
                                    ears.isNegated() ? "not " : "",
                                    ears.response().text());
            case Sentence.Outcome outcome -> "outcome " + http(outcome);
            case Sentence.Plain plain -> "plain";
        };
    }

    private static String shown(Clause clause) {
        return clause.kind() + " " + clause.words().text() + (clause.isTrailing() ? " <" : "");
    }

    private static String http(Sentence sentence) {
        return sentence.outcome()
                .map(http ->
                        "%s %s %s %s"
                                .formatted(
                                        http.method().orElse("-"),
                                        http.path().map(Phrase::text).orElse("-"),
                                        http.statuses().stream()
                                                .map(HttpOutcome.Status::code)
                                                .toList(),
                                        http.conditions().stream().map(Phrase::text).toList()))
                .orElse("none");
    }

    private static List<Phrase> phrases(Sentence sentence) {
        var phrases = new ArrayList<Phrase>();
        if (sentence instanceof Sentence.Ears ears) {
            ears.clauses().forEach(clause -> phrases.add(clause.keyword()));
            ears.clauses().forEach(clause -> phrases.add(clause.words()));
            ears.system().ifPresent(phrases::add);
            ears.modal().ifPresent(each -> phrases.add(each.at()));
            phrases.add(ears.response());
        }
        sentence.outcome()
                .ifPresent(http -> {
                    http.path().ifPresent(phrases::add);
                    http.statuses().forEach(status -> phrases.add(status.at()));
                    phrases.addAll(http.conditions());
                });
        return phrases;
    }
}
