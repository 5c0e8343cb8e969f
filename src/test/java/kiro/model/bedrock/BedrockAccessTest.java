package kiro.model.bedrock;

import static kiro.model.bedrock.Bedrock.GO;
import static kiro.model.bedrock.Bedrock.complete;
import static kiro.model.bedrock.Bedrock.failure;
import static kiro.model.bedrock.Bedrock.request;
import static kiro.model.bedrock.Bedrock.saying;
import static kiro.model.bedrock.Bedrock.stream;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kiro.aws.AwsCredentials;
import kiro.aws.AwsSignIn;
import kiro.aws.AwsWorld;
import kiro.aws.RequestSigner;
import kiro.aws.ServerTime;
import kiro.model.Answer;
import kiro.model.ModelFailure;
import kiro.process.CommandRunner;
import kiro.secret.Secret;
import kiro.testing.AnthropicServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// How requests show that they may be made, and what is mended when they were refused.
class BedrockAccessTest {
    private static final Map<String, String> KEYS =
            Map.of(
                    "AWS_ACCESS_KEY_ID", "AKIDEXAMPLE",
                    "AWS_SECRET_ACCESS_KEY", "secret-of-the-environment",
                    "AWS_SESSION_TOKEN", "token-of-the-environment");
    private static final Instant NOW = Instant.parse("2026-03-01T10:00:00Z");
    private static final DateTimeFormatter STAMP =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);

    @TempDir private Path home;

    private AnthropicServer server;
    private final List<AutoCloseable> opened = new ArrayList<>();

    @BeforeEach
    void begin() {
        server = AnthropicServer.start();
    }

    @AfterEach
    void leave() throws Exception {
        for (AutoCloseable each : opened) {
            each.close();
        }
        server.close();
    }

    private BedrockModel signed(Map<String, String> environment, Clock clock) {
        var time = new ServerTime(clock);
        var signIn =
                new AwsSignIn(
                        new AwsWorld(
                                environment,
                                home,
                                Optional.empty(),
                                Optional.of("eu-central-1"),
                                new CommandRunner(environment, home),
                                kiro.auth.KeptAws.NONE),
                        time);
        BedrockModel model =
                BedrockModel.signed(
                        Bedrock.settings(server.url(), Map.of()), signIn, _ -> signIn, time, clock);
        opened.add(model);
        opened.add(signIn);
        return model;
    }

    private static void refuse(AnthropicServer server, String type, Map<String, String> headers) {
        var all = new java.util.HashMap<>(headers);
        all.put("x-amzn-ErrorType", type);
        server.thenStatus(403, all, "{\"message\":\"no\"}");
    }

    private static String date(Instant time) {
        return DateTimeFormatter.RFC_1123_DATE_TIME.format(time.atOffset(ZoneOffset.UTC));
    }

    private String header(int request, String name) {
        return server.requests().get(request).headers().getOrDefault(name, "");
    }

    @Test
    @Tag("bedrock-model#AC-11")
    void a_key_is_borne_and_nothing_is_signed() throws Exception {
        BedrockModel model = Bedrock.model(server.url(), Map.of());
        opened.add(model);
        server.then(stream(saying("hi")));

        assertThat(complete(model).message().text()).isEqualTo("hi");
        assertThat(header(0, "authorization")).isEqualTo("Bearer key-of-bedrock");
        assertThat(header(0, "accept")).isEqualTo("application/vnd.amazon.eventstream");
        assertThat(server.requests().getFirst().headers()).doesNotContainKey("x-amz-date");
    }

    @Test
    @Tag("bedrock-model#AC-11")
    void a_request_is_signed_over_what_the_server_receives() throws Exception {
        server.then(stream(saying("hi")));

        assertThat(complete(signed(KEYS, Clock.fixed(NOW, ZoneOffset.UTC))).message().text())
                .isEqualTo("hi");

        AnthropicServer.Received received = server.requests().getFirst();
        assertThat(received.headers())
                .containsEntry("x-amz-date", "20260301T100000Z")
                .containsEntry("x-amz-security-token", "token-of-the-environment")
                .containsEntry("content-type", "application/json");
        Map<String, String> expected =
                new RequestSigner("eu-central-1", "bedrock")
                        .headers(
                                new RequestSigner.Unsigned(
                                        "POST",
                                        URI.create(
                                                "http://"
                                                        + received.headers().get("host")
                                                        + received.line().split(" ")[1]),
                                        Map.of("content-type", "application/json"),
                                        List.of(received.body().getBytes(StandardCharsets.UTF_8))),
                                new AwsCredentials(
                                        "AKIDEXAMPLE",
                                        Secret.of("secret-of-the-environment"),
                                        Optional.of(Secret.of("token-of-the-environment")),
                                        Optional.empty(),
                                        ""),
                                NOW);
        assertThat(header(0, "authorization")).isEqualTo(expected.get("Authorization"));
    }

    @Test
    @Tag("bedrock-model#AC-12")
    void a_clock_that_is_wrong_is_corrected_once_by_the_server_and_stays_so() throws Exception {
        Instant real = NOW.plus(Duration.ofHours(3));
        refuse(server, "InvalidSignatureException", Map.of("Date", date(real)));
        server.then(stream(saying("now"))).then(stream(saying("later")));
        BedrockModel model = signed(KEYS, Clock.fixed(NOW, ZoneOffset.UTC));

        assertThat(complete(model).message().text()).isEqualTo("now");
        assertThat(complete(model).message().text()).isEqualTo("later");

        assertThat(server.requests())
                .extracting(each -> each.headers().get("x-amz-date"))
                .containsExactly(STAMP.format(NOW), STAMP.format(real), STAMP.format(real));
    }

    @Test
    @Tag("bedrock-model#AC-12")
    void a_signature_that_is_refused_at_the_right_time_is_not_sent_again() throws Exception {
        refuse(server, "InvalidSignatureException", Map.of("Date", date(NOW.plusSeconds(30))));

        assertThat(failure(signed(KEYS, Clock.fixed(NOW, ZoneOffset.UTC)), request(GO)))
                .isEqualTo(
                        new ModelFailure.Unauthorized(
                                "Amazon Bedrock does not take the credentials of the environment: check them with"
                                        + " 'kiro auth whoami' (HTTP 403, InvalidSignature: no)"));
        assertThat(server.requests()).hasSize(1);
    }

    @Test
    @Tag("bedrock-model#AC-12")
    void credentials_that_expired_in_the_middle_of_a_run_are_looked_for_again() throws Exception {
        Files.createDirectories(home.resolve(".aws"));
        keys("first");
        server.then(stream(saying("one")))
                .then(wire -> {
                    keys("second");
                    byte[] body = "{\"message\":\"expired\"}".getBytes(StandardCharsets.UTF_8);
                    wire.rawHead(
                            403,
                            Map.of(
                                    "Content-Length",
                                    "" + body.length,
                                    "x-amzn-ErrorType",
                                    "ExpiredTokenException"));
                    wire.raw(body);
                })
                .then(stream(saying("two")));
        BedrockModel model = signed(Map.of(), Clock.systemUTC());

        assertThat(complete(model).message().text()).isEqualTo("one");
        assertThat(complete(model).message().text()).isEqualTo("two");

        assertThat(server.requests())
                .extracting(each -> each.headers().get("x-amz-security-token"))
                .containsExactly("token-first", "token-first", "token-second");
    }

    private void keys(String which) throws java.io.IOException {
        Files.writeString(
                home.resolve(".aws/credentials"),
                "[default]\naws_access_key_id = AKID%s\naws_secret_access_key = s\naws_session_token = token-%s\n"
                        .formatted(which, which));
    }

    @Test
    @Tag("bedrock-model#AC-12")
    void credentials_that_stay_expired_are_a_failure_after_one_more_try() throws Exception {
        refuse(server, "ExpiredTokenException", Map.of());
        refuse(server, "ExpiredTokenException", Map.of());

        assertThat(failure(signed(KEYS, Clock.systemUTC()), request(GO)))
                .isEqualTo(
                        new ModelFailure.Unauthorized(
                                "the credentials of the environment have expired: get new ones (HTTP 403, ExpiredToken: no)"));
        assertThat(server.requests()).hasSize(2);
    }

    @Test
    @Tag("bedrock-model#AC-12")
    void without_credentials_nothing_is_sent() throws Exception {
        BedrockModel model = signed(Map.of("AWS_EC2_METADATA_DISABLED", "true"), Clock.systemUTC());

        assertThat(failure(model, request(GO)))
                .isEqualTo(
                        new ModelFailure.Unauthorized(
                                "no AWS credentials were found: sign in with 'kiro auth login --sso-start-url URL', set AWS_PROFILE or aws.profile to a profile,"
                                        + " AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY, or AWS_BEARER_TOKEN_BEDROCK"));
        assertThat(server.requests()).isEmpty();
    }

    private static final String WHOLE_REPLY =
            """
            {
              "output": {"message": {"role": "assistant", "content": [
                {"reasoningContent": {"reasoningText": {"text": "Let me think…", "signature": "c2lnbmVk"}}},
                {"reasoningContent": {"redactedContent": "aGlkZGVu"}},
                {"reasoningContent": {"reasoningText": {"text": "", "signature": "b25seQ=="}}},
                {"text": "Schöne Grüße 🎈"},
                {"toolUse": {"toolUseId": "tooluse_abc", "name": "read", "input": {"path":"a.txt"}}},
                {"hologram": {"light": 1}},
                {"toolUse": {"name": "list", "input": {}}}]}},
              "stopReason": "tool_use",
              "usage": {"inputTokens": 12, "outputTokens": 9, "totalTokens": 161, "cacheReadInputTokens": 100,
                "cacheWriteInputTokens": 40},
              "metrics": {"latencyMs": 7}
            }
            """;

    private static final Answer WHOLE_ANSWER =
            new Answer.Complete(
                    Bedrock.said(Bedrock.WHOLE.toArray(kiro.model.Block[]::new)),
                    new Answer.Stop.ToolUse(),
                    Bedrock.USED);

    private static final Map<String, String> JSON = Map.of("Content-Type", "application/json");

    @Test
    @Tag("bedrock-model#AC-9")
    void a_reply_as_a_whole_is_the_same_as_one_in_pieces() throws Exception {
        BedrockModel model = Bedrock.model(server.url(), Map.of("bedrock.streaming", "off"));
        opened.add(model);
        server.thenStatus(200, JSON, WHOLE_REPLY);

        assertThat(answer(model, request(GO))).isEqualTo(WHOLE_ANSWER);
        assertThat(server.requests().getFirst().line()).contains("/converse HTTP/1.1");
    }

    @Test
    @Tag("bedrock-model#AC-9")
    void a_model_that_does_not_stream_is_asked_for_the_whole_from_then_on() throws Exception {
        BedrockModel model = Bedrock.model(server.url(), Map.of());
        opened.add(model);
        server.thenStatus(
                        400,
                        Map.of("x-amzn-ErrorType", "ValidationException"),
                        "{\"message\":\"This model doesn't support tool use in streaming mode.\"}")
                .thenStatus(200, JSON, WHOLE_REPLY)
                .thenStatus(200, JSON, WHOLE_REPLY);

        assertThat(answer(model, request(GO))).isEqualTo(WHOLE_ANSWER);
        assertThat(answer(model.forSession("s"), request(GO))).isEqualTo(WHOLE_ANSWER);
        assertThat(server.requests())
                .extracting(each -> each.line().replaceFirst(".*/(converse\\S*).*", "$1"))
                .containsExactly("converse-stream", "converse", "converse");
    }

    private Answer answer(kiro.model.Model model, kiro.model.ModelRequest request)
            throws InterruptedException {
        return model.answer(request, _ -> {});
    }

    @Test
    @Tag("bedrock-model#AC-9")
    void a_whole_reply_may_take_all_of_its_time_and_not_more() throws Exception {
        BedrockModel model = Bedrock.model(server.url(), Map.of("bedrock.streaming", "off"));
        opened.add(model);
        server.then(
                        wire -> {
                            java.util.concurrent.TimeUnit.MILLISECONDS.sleep(400);
                            wire.head(200, JSON);
                            wire.chunk(WHOLE_REPLY);
                            wire.endChunks();
                        })
                .then(AnthropicServer.Wire::silence);

        assertThat(answer(model, request(Bedrock.within(100, 100, 60_000), GO)))
                .isEqualTo(WHOLE_ANSWER);
        assertThat(failure(model, request(Bedrock.within(100, 100, 300), GO)))
                .isEqualTo(
                        new ModelFailure.Silent(
                                "the reply was not whole within 300 ms", Duration.ofMillis(300)));
    }

    @Test
    @Tag("bedrock-model#AC-9")
    void a_whole_reply_that_is_cut_or_none_is_a_failure() throws Exception {
        BedrockModel model = Bedrock.model(server.url(), Map.of("bedrock.streaming", "off"));
        opened.add(model);
        byte[] bytes = WHOLE_REPLY.getBytes(StandardCharsets.UTF_8);
        server.then(
                        wire -> {
                            wire.head(200, JSON);
                            wire.chunk(java.util.Arrays.copyOf(bytes, bytes.length / 2));
                            wire.reset();
                        })
                .thenStatus(200, JSON, WHOLE_REPLY.substring(0, 200))
                .thenStatus(200, JSON, "{\"output\":{}}")
                .thenStatus(200, JSON, "");

        assertThat(failure(model, request(GO))).isInstanceOf(ModelFailure.Disconnected.class);
        assertThat(failure(model, request(GO))).isInstanceOf(ModelFailure.Malformed.class);
        assertThat(failure(model, request(GO))).isInstanceOf(ModelFailure.Malformed.class);
        assertThat(failure(model, request(GO))).isInstanceOf(ModelFailure.Disconnected.class);
    }
}
