package kiro.model.anthropic;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpHeaders;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import kiro.http.Framing;
import kiro.model.ModelFailure;
import kiro.model.WireFailures;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("anthropic-model#AC-6")
class FailureReaderTest {
    private final WireFailures failures =
            AnthropicModel.failures(
                    Conversations.settings(URI.create("https://api.example")), Conversations.CLOCK);

    @ParameterizedTest
    @CsvSource({
        "400, Rejected, 'Anthropic rejects the request (HTTP 400: hm)'",
        "401, Unauthorized, 'Anthropic refuses the key: change it (ANTHROPIC_API_KEY, or ''kiro auth login --anthropic'') to one that may use claude-test (HTTP 401: hm)'",
        "402, Rejected, 'Anthropic rejects the request (HTTP 402: hm)'",
        "403, Unauthorized, 'Anthropic refuses the key: change it (ANTHROPIC_API_KEY, or ''kiro auth login --anthropic'') to one that may use claude-test (HTTP 403: hm)'",
        "404, Rejected, 'no model ''claude-test'' at https://api.example: set model or anthropic.base-url (HTTP 404: hm)'",
        "408, ProviderFault, 'Anthropic failed (HTTP 408: hm)'",
        "409, ProviderFault, 'Anthropic failed (HTTP 409: hm)'",
        "413, ContextTooLong, 'the conversation is too long for claude-test (HTTP 413: hm)'",
        "422, Rejected, 'Anthropic rejects the request (HTTP 422: hm)'",
        "429, RateLimited, 'too many requests (HTTP 429: hm)'",
        "500, ProviderFault, 'Anthropic failed (HTTP 500: hm)'",
        "502, ProviderFault, 'Anthropic failed (HTTP 502: hm)'",
        "503, Overloaded, 'the service is unavailable (HTTP 503: hm)'",
        "504, ProviderFault, 'Anthropic failed (HTTP 504: hm)'",
        "529, Overloaded, 'Anthropic is overloaded (HTTP 529: hm)'",
        "204, Rejected, 'Anthropic rejects the request (HTTP 204: hm)'"
    })
    void each_status_is_the_failure_it_stands_for(int status, String kind, String message) {
        ModelFailure failure = failures.ofStatus(status, headers(Map.of()), error("hm"));

        assertThat(failure.getClass().getSimpleName()).isEqualTo(kind);
        assertThat(failure.message()).isEqualTo(message);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "prompt is too long: 208310 tokens > 200000 maximum",
                "input length and `max_tokens` exceed context limit: 188240 + 21333 > 200000",
                "This model's maximum context length is 8192 tokens"
            })
    void a_conversation_that_is_too_long_is_told_from_other_bad_requests(String message) {
        assertThat(failures.ofStatus(400, headers(Map.of()), error(message)))
                .isEqualTo(
                        new ModelFailure.ContextTooLong(
                                "the conversation is too long for claude-test (HTTP 400: "
                                        + message
                                        + ")"));
    }

    @ParameterizedTest
    @CsvSource({
        "7, 7000",
        "' 7 ', 7000",
        "0, 0",
        "0.25, 250",
        "'Thu, 01 Jan 2026 00:01:30 GMT', 90000",
        "'Wed, 31 Dec 2025 00:00:00 GMT', 0",
        "soon, ",
        "-5, ",
        "'Thu, 99 Jan 2026 00:01:30 GMT', "
    })
    void the_time_to_wait_is_read_as_seconds_or_as_a_date(String text, Long millis) {
        ModelFailure failure =
                failures.ofStatus(429, headers(Map.of("retry-after", text)), error("hm"));

        assertThat(failure)
                .isEqualTo(
                        new ModelFailure.RateLimited(
                                "too many requests (HTTP 429: hm)",
                                Optional.ofNullable(millis).map(Duration::ofMillis)));
    }

    @Test
    void a_date_to_wait_for_is_measured_by_the_servers_clock() {
        ModelFailure failure =
                failures.ofStatus(
                        529,
                        headers(
                                Map.of(
                                        "Date", "Mon, 05 Jan 2026 10:00:00 GMT",
                                        "Retry-After", "Mon, 05 Jan 2026 10:00:20 GMT")),
                        error("hm"));

        assertThat(failure)
                .isEqualTo(
                        new ModelFailure.Overloaded(
                                "Anthropic is overloaded (HTTP 529: hm)",
                                Optional.of(Duration.ofSeconds(20))));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "<html><body>Bad gateway</body></html>",
                "{\"type\":\"error\",\"error\":{\"mess",
                "{\"error\":\"no type\"}",
                "\u0000"
            })
    void a_body_that_says_nothing_is_left_out(String body) {
        assertThat(failures.ofStatus(500, headers(Map.of()), body.getBytes(StandardCharsets.UTF_8)))
                .isEqualTo(new ModelFailure.ProviderFault("Anthropic failed (HTTP 500)"));
    }

    @Test
    void a_redirect_is_named_and_not_followed() {
        assertThat(
                        failures.ofStatus(
                                302,
                                headers(Map.of("Location", "https://other.example/")),
                                new byte[0]))
                .isEqualTo(
                        new ModelFailure.Rejected(
                                "https://api.example sends requests to https://other.example/, and"
                                        + " the key is not sent there: set anthropic.base-url to the"
                                        + " server itself (HTTP 302)"));
    }

    @Test
    void a_response_that_is_no_event_stream_points_at_the_address() {
        assertThat(
                        failures.notAStream(
                                Framing.EVENTS,
                                "text/html",
                                "<html>".getBytes(StandardCharsets.UTF_8)))
                .isEqualTo(
                        new ModelFailure.Rejected(
                                "https://api.example answers with text/html instead of an event"
                                        + " stream: is anthropic.base-url right?"));
        assertThat(
                        failures.notAStream(
                                Framing.EVENTS,
                                "application/json",
                                error("busy", "overloaded_error")))
                .isEqualTo(
                        new ModelFailure.Overloaded(
                                "Anthropic is overloaded (overloaded_error: busy)",
                                Optional.empty()));
    }

    @Test
    void the_key_is_masked_and_a_long_message_is_cut_to_one_line() {
        String message = "key " + Conversations.KEY + "\nis\twrong " + "x".repeat(500);

        String shown =
                failures.ofStatus(
                                401,
                                headers(Map.of()),
                                error(message.replace("\n", "\\n").replace("\t", "\\t")))
                        .message();

        assertThat(shown)
                .doesNotContain(Conversations.KEY)
                .contains("key [secret] is wrong xxx")
                .endsWith("x...)")
                .doesNotContain("\n")
                .hasSizeLessThan(450);
        assertThat(
                        failures.ofBroken(
                                        new java.io.IOException("bad header " + Conversations.KEY))
                                .message())
                .isEqualTo("the connection to https://api.example broke: bad header [secret]");
    }

    private static byte[] error(String message) {
        return error(message, "invalid_request_error");
    }

    private static byte[] error(String message, String type) {
        return "{\"type\":\"error\",\"error\":{\"type\":\"%s\",\"message\":\"%s\"},\"request_id\":\"r\"}"
                .formatted(type, message)
                .getBytes(StandardCharsets.UTF_8);
    }

    private static HttpHeaders headers(Map<String, String> values) {
        var all = new TreeMap<String, List<String>>();
        values.forEach((name, value) -> all.put(name, List.of(value)));
        return HttpHeaders.of(all, (name, value) -> true);
    }
}
