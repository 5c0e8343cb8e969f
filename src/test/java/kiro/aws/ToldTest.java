package kiro.aws;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpHeaders;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kiro.http.Request;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// What of calls and answers can come into messages and logs.
class ToldTest {
    private static final URI PLACE = URI.create("https://sts.example/?x=1");

    @Test
    @Tag("sign-in#AC-7")
    void what_a_service_says_is_told_in_one_line_that_a_person_can_read() {
        String told = CredentialText.line("Access\n denied\u0000 " + "x".repeat(1_000_000));

        assertThat(told).startsWith("Access denied xxx").endsWith("x ...").hasSizeLessThan(410);
        assertThat(CredentialText.line(" not\tallowed ")).isEqualTo("not allowed");
    }

    @Test
    @Tag("sign-in#AC-7")
    void no_text_of_a_call_or_an_answer_has_credentials_in_it() {
        Map<String, String> headers = Map.of("Authorization", "Bearer secret-1");
        var call =
                new AwsCalls.Call(
                        "POST", PLACE, headers, Optional.of("secret-2"), Duration.ofSeconds(1));
        var answer =
                new AwsCalls.Reply.Answered(
                        200, HttpHeaders.of(Map.of(), (_, _) -> true), "{\"key\": \"secret-3\"}");
        var request =
                new Request(
                        "POST",
                        URI.create("https://a.example/v1?key=secret-4"),
                        headers,
                        List.of("secret-5".getBytes(StandardCharsets.UTF_8)));

        assertThat(List.of(call.toString(), answer.toString(), request.toString()))
                .containsExactly(
                        "POST https://sts.example/?x=1", "HTTP 200", "POST https://a.example");
    }
}
