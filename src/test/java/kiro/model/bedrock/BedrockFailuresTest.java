package kiro.model.bedrock;

import static kiro.model.bedrock.Bedrock.GO;
import static kiro.model.bedrock.Bedrock.delta;
import static kiro.model.bedrock.Bedrock.end;
import static kiro.model.bedrock.Bedrock.failure;
import static kiro.model.bedrock.Bedrock.request;
import static kiro.model.bedrock.Bedrock.start;
import static kiro.model.bedrock.Bedrock.stop;
import static kiro.model.bedrock.Bedrock.stream;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kiro.model.ModelFailure;
import kiro.model.Usage;
import kiro.testing.AnthropicServer;
import kiro.testing.AwsFrames;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Errors in the form that Bedrock gives them, by status and in the middle of a stream.
class BedrockFailuresTest {
    private AnthropicServer server;
    private BedrockModel model;

    @BeforeEach
    void begin() {
        server = AnthropicServer.start();
        model = Bedrock.model(server.url(), Map.of("bedrock.guardrail", "gr1:2"));
    }

    @AfterEach
    void leave() throws Exception {
        model.close();
        server.close();
    }

    @ParameterizedTest
    @Tag("bedrock-model#AC-5")
    @CsvSource(
            delimiter = '|',
            value = {
                "400 | ValidationException | The maximum tokens you requested exceeds the model limit of 4096 | ContextTooLong | the conversation is too long for MODEL",
                "400 | ValidationException | Input is too long for requested model. | ContextTooLong | the conversation is too long for MODEL",
                "400 | ValidationException | The model returned the following errors: input length and `max_tokens` exceed context limit: 1 + 2 > 3 | ContextTooLong | the conversation is too long for MODEL",
                "400 | ValidationException | messages.1.content.0: bad | Rejected | Amazon Bedrock rejects the request",
                "400 | ValidationException | Invocation of model ID x with on-demand throughput isn’t supported. Retry your request with the ID or ARN of an inference profile that contains this model. | Rejected | MODEL is served by inference profiles alone: set model to bedrock/eu.MODEL, or to the ARN of a profile of your own",
                "400 | ValidationException | The provided model identifier is invalid. | Rejected | no model 'MODEL' in eu-central-1: see 'aws bedrock list-inference-profiles' and 'aws bedrock list-foundation-models'",
                "400 | ServiceQuotaExceededException | no more | Rejected | a quota of the account is used up: have it raised in the console of Service Quotas",
                "403 | AccessDeniedException | You don't have access to the model with the specified model ID. | Unauthorized | the key of bedrock.api-key (AWS_BEARER_TOKEN_BEDROCK) may not use MODEL: allow bedrock:InvokeModel and bedrock:InvokeModelWithResponseStream on the model and on its inference profile",
                "403 | UnrecognizedClientException:http://internal.amazon.com/coral/x/ | The security token included in the request is invalid. | Unauthorized | Amazon Bedrock does not take the credentials of the key of bedrock.api-key (AWS_BEARER_TOKEN_BEDROCK): check them with 'kiro auth whoami'",
                "403 | ExpiredTokenException | The security token included in the request is expired | Unauthorized | the credentials of the key of bedrock.api-key (AWS_BEARER_TOKEN_BEDROCK) have expired: get new ones",
                "404 | ResourceNotFoundException | This model version has reached the end of its life. | Rejected | no model 'MODEL' in eu-central-1: see 'aws bedrock list-inference-profiles' and 'aws bedrock list-foundation-models'",
                "408 | ModelTimeoutException | slow | ProviderFault | Amazon Bedrock failed",
                "424 | ModelErrorException | broken | ProviderFault | Amazon Bedrock failed",
                "429 | ThrottlingException | Too many tokens, please wait before trying again. | RateLimited | too many requests",
                "429 | ThrottlingException | Too many tokens per day, please wait before trying again. | Rejected | the quota of the day is used up: go on tomorrow, or with another model or region",
                "429 | ModelNotReadyException | loading | Overloaded | MODEL is not ready yet",
                "500 | InternalServerException | oh | ProviderFault | Amazon Bedrock failed",
                "503 | ServiceUnavailableException | busy | Overloaded | Amazon Bedrock is unavailable",
                "502 | '' | bad gateway | ProviderFault | Amazon Bedrock failed",
                "429 | '' | slow down | RateLimited | too many requests",
                "418 | TeapotException | short and stout | Rejected | Amazon Bedrock rejects the request",
            })
    void each_error_is_the_failure_it_stands_for(
            int status, String type, String message, String kind, String words) throws Exception {
        String bare = type.replaceFirst("Exception.*", "");
        boolean isNamed = !bare.isEmpty() && status != 418;
        server.thenStatus(
                status,
                type.isEmpty() ? Map.of() : Map.of("x-amzn-ErrorType", type),
                "{\"message\":\"" + message + "\"}");

        ModelFailure failure = failure(model, request(GO));

        assertThat(failure.getClass().getSimpleName()).isEqualTo(kind);
        assertThat(failure.message())
                .isEqualTo(
                        words.replace("MODEL", Bedrock.CLAUDE)
                                + " (HTTP "
                                + status
                                + (isNamed ? ", " + bare : "")
                                + ": "
                                + message
                                + ")");
    }

    @Test
    @Tag("bedrock-model#AC-5")
    void the_kind_may_stand_in_the_body_and_the_time_to_wait_in_a_header() throws Exception {
        server.thenStatus(
                429,
                Map.of("Retry-After", "7"),
                "{\"__type\":\"com.amazon.coral.availability#ThrottlingException\",\"Message\":\"slower\"}");

        assertThat(failure(model, request(GO)))
                .isEqualTo(
                        new ModelFailure.RateLimited(
                                "too many requests (HTTP 429, Throttling: slower)",
                                Optional.of(Duration.ofSeconds(7))));
    }

    @Test
    @Tag("bedrock-model#AC-5")
    void what_is_repeated_of_a_request_or_of_a_key_is_not_shown() throws Exception {
        server.thenStatus(
                403,
                Map.of("x-amzn-ErrorType", "InvalidSignatureException"),
                "{\"message\":\"The request signature we calculated does not match key-of-bedrock.\\n\\nThe Canonical String for this request should have been\\n'POST\\n/model'\"}");

        assertThat(failure(model, request(GO)).message())
                .endsWith(
                        "(HTTP 403, InvalidSignature: The request signature we calculated does not match [secret].)");
    }

    @ParameterizedTest
    @Tag("bedrock-model#AC-5")
    @CsvSource(
            delimiter = '|',
            value = {
                "throttlingException | {\"message\":\"Too many tokens\"} | RateLimited | too many requests (Throttling: Too many tokens)",
                "modelStreamErrorException | {\"message\":\"it broke\",\"originalStatusCode\":500,\"originalMessage\":\"inside\"} | ProviderFault | Amazon Bedrock failed (ModelStreamError: it broke (inside))",
                "modelStreamErrorException | {\"message\":\"it broke\",\"originalStatusCode\":429} | RateLimited | too many requests (Throttling: it broke)",
                "internalServerException | {\"message\":\"oh\"} | ProviderFault | Amazon Bedrock failed (InternalServer: oh)",
                "serviceUnavailableException | {} | Overloaded | Amazon Bedrock is unavailable (ServiceUnavailable)",
                "validationException | {\"message\":\"Input is too long\"} | ContextTooLong | the conversation is too long for MODEL (Validation: Input is too long)",
                "validationException | {\"message\":\"no\"} | Rejected | Amazon Bedrock rejects the request (Validation: no)",
                "somethingNewException | {\"message\":\"hm\"} | ProviderFault | Amazon Bedrock failed (SomethingNew: hm)",
                "throttlingException | no json | RateLimited | too many requests (Throttling: no json)",
            })
    void an_exception_in_the_middle_of_a_stream_is_the_failure_it_stands_for(
            String type, String json, String kind, String words) throws Exception {
        for (int at : List.of(0, 1, 2)) {
            List<byte[]> begun = Bedrock.everything().subList(0, at);
            server.then(stream(Bedrock.with(begun, at, AwsFrames.exception(type, json))));

            ModelFailure failure = failure(model, request(GO));

            assertThat(failure.getClass().getSimpleName()).isEqualTo(kind);
            assertThat(failure.message()).isEqualTo(words.replace("MODEL", Bedrock.CLAUDE));
        }
    }

    @Test
    @Tag("bedrock-model#AC-5")
    void an_error_that_no_exception_stands_for_is_told_by_its_code() throws Exception {
        server.then(
                stream(List.of(start(), AwsFrames.error("InternalError", "the front end died"))));

        assertThat(failure(model, request(GO)))
                .isEqualTo(
                        new ModelFailure.ProviderFault(
                                "Amazon Bedrock failed (InternalError: the front end died)"));
    }

    @Test
    @Tag("bedrock-model#AC-8")
    void a_guardrail_that_stops_a_reply_is_said_with_its_judgements_and_no_call_is_made()
            throws Exception {
        server.then(
                stream(
                        List.of(
                                start(),
                                Bedrock.call(0, "t1", "read"),
                                stop(0),
                                delta(1, "{\"text\":\"Sorry, not that.\"}"),
                                stop(1),
                                end("guardrail_intervened"),
                                AwsFrames.event(
                                        "metadata",
                                        """
                                        {"usage": {"inputTokens": 1, "outputTokens": 1}, "trace": {"guardrail": {
                                          "inputAssessment": {"gr1": {
                                            "topicPolicy": {"topics": [{"name": "Payroll", "type": "DENY", "action": "BLOCKED"}]},
                                            "wordPolicy": {"customWords": [{"match": "hush", "action": "BLOCKED"}]},
                                            "invocationMetrics": {"guardrailProcessingLatency": 3}}},
                                          "outputAssessments": {"gr1": [{
                                            "contentPolicy": {"filters": [
                                              {"type": "VIOLENCE", "confidence": "HIGH", "action": "BLOCKED"},
                                              {"type": "HATE", "confidence": "LOW", "action": "NONE"}]},
                                            "sensitiveInformationPolicy": {"piiEntities": [
                                              {"type": "EMAIL", "match": "a@b.c", "action": "ANONYMIZED"}]}}]}}}}\
                                        """))));

        assertThat(failure(model, request(GO)))
                .isEqualTo(
                        new ModelFailure.Blocked(
                                "the guardrail gr1 (version 2) stopped this (topic Payroll in the request, a word of the list in the request,"
                                        + " filter VIOLENCE in the reply, personal data EMAIL in the reply): Sorry, not that.",
                                new Usage(1, 0, 0, 1, 0)));
    }

    @Test
    @Tag("bedrock-model#AC-8")
    void a_guardrail_that_tells_nothing_is_said_all_the_same() throws Exception {
        server.then(stream(List.of(start(), end("guardrail_intervened"))));

        assertThat(failure(model, request(GO)).message())
                .isEqualTo("the guardrail gr1 (version 2) stopped this: it gives no message");
    }
}
