package kiro.knowledge.remote;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;
import kiro.auth.KeptAws;
import kiro.aws.AwsCredentials;
import kiro.aws.AwsSignIn;
import kiro.aws.AwsWorld;
import kiro.aws.RequestSigner;
import kiro.aws.ServerTime;
import kiro.knowledge.Found;
import kiro.knowledge.KnowledgeSource;
import kiro.knowledge.Passage;
import kiro.knowledge.Question;
import kiro.process.CommandRunner;
import kiro.secret.Secret;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BedrockBasesTest {
    private static final Instant NOW = Instant.parse("2026-03-01T10:00:00Z");
    private static final String ONE =
            "{\"retrievalResults\":[{\"content\":{\"type\":\"TEXT\",\"text\":\"Ring twice.\"},\"score\":0.7}]}";

    @TempDir private Path folder;
    private final JsonServer server = new JsonServer();
    private final List<Duration> waits = new ArrayList<>();
    private final Map<String, String> environment =
            new HashMap<>(
                    Map.of(
                            "AWS_ACCESS_KEY_ID",
                            "AKIDTEST",
                            "AWS_SECRET_ACCESS_KEY",
                            "secret-of-test",
                            "AWS_EC2_METADATA_DISABLED",
                            "true"));

    @AfterEach
    void close() {
        server.close();
    }

    private BedrockBases bases(String... names) {
        return bases(server.url(), names);
    }

    private BedrockBases bases(URI address, String... names) {
        Clock clock = Clock.fixed(NOW, ZoneOffset.UTC);
        var time = new ServerTime(clock);
        var signIn =
                new AwsSignIn(
                        new AwsWorld(
                                environment,
                                folder,
                                Optional.empty(),
                                Optional.empty(),
                                new CommandRunner(environment, folder.resolve("spill")),
                                KeptAws.NONE),
                        time);
        var entries = new HashMap<String, BedrockBases.Entry>();
        for (String name : names) {
            entries.put(
                    name,
                    new BedrockBases.Entry(
                            new KnowledgeSource.Base(
                                    name,
                                    ".kiro/config.yaml:3",
                                    "ABCDEFGHIJ",
                                    Optional.of("eu-central-1"),
                                    true),
                            Optional.of(
                                    new AwsDoor(
                                            address,
                                            "eu-central-1",
                                            signIn,
                                            time,
                                            Optional.empty())),
                            ""));
        }
        return new BedrockBases(
                entries,
                new Persistence(RandomGenerator.of("L64X128MixRandom"), clock, waits::add),
                Duration.ofSeconds(5),
                signIn::close);
    }

    private Found ask(String words) throws InterruptedException {
        try (BedrockBases bases = bases("handbook")) {
            return bases.search(new Question(words, 4), List.of("handbook"), line -> {});
        }
    }

    @Test
    @Tag("knowledge#AC-12")
    void the_request_is_what_the_service_takes_signed_for_its_region() throws Exception {
        server.then(ONE);

        Found found = ask("who is \"on call\"?");

        assertThat(found)
                .isEqualTo(
                        new Found(
                                List.of(
                                        new Passage(
                                                "handbook",
                                                Passage.Place.of("a document without an address"),
                                                "",
                                                0.7,
                                                "Ring twice.")),
                                List.of(),
                                true));
        JsonServer.Received request = server.received().getFirst();
        assertThat(request.method()).isEqualTo("POST");
        assertThat(request.uri()).hasToString("/knowledgebases/ABCDEFGHIJ/retrieve");
        assertThat(request.body())
                .isEqualTo(
                        "{\"retrievalQuery\":{\"text\":\"who is \\\"on call\\\"?\"},\"retrievalConfiguration\":{\"vectorSearchConfiguration\":{\"numberOfResults\":4}}}");
        assertThat(request.headers()).containsEntry("content-type", "application/json");
        Map<String, String> signed =
                new RequestSigner("eu-central-1", "bedrock")
                        .headers(
                                new RequestSigner.Unsigned(
                                        "POST",
                                        URI.create(server.url() + request.uri().toString()),
                                        Map.of("Content-Type", "application/json"),
                                        List.of(request.body().getBytes(StandardCharsets.UTF_8))),
                                new AwsCredentials(
                                        "AKIDTEST",
                                        Secret.of("secret-of-test"),
                                        Optional.empty(),
                                        Optional.empty(),
                                        "test"),
                                NOW);
        assertThat(request.headers().get("authorization"))
                .isEqualTo(signed.get("Authorization"))
                .contains("/20260301/eu-central-1/bedrock/aws4_request");
    }

    @Test
    @Tag("knowledge#AC-12")
    void a_question_that_is_longer_than_the_service_takes_is_cut_between_characters()
            throws Exception {
        server.then(ONE);

        ask("x".repeat(999) + "\ud83d\ude00".repeat(4));

        assertThat(server.received().getFirst().body())
                .startsWith("{\"retrievalQuery\":{\"text\":\"" + "x".repeat(999) + "\"}");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "S3 | \"s3Location\":{\"uri\":\"s3://b/a.pdf\"} | s3://b/a.pdf",
                "WEB | \"webLocation\":{\"url\":\"https://a.example/x\"} | https://a.example/x",
                "CONFLUENCE | \"confluenceLocation\":{\"url\":\"https://c.example/1\"} | https://c.example/1",
                "SALESFORCE | \"salesforceLocation\":{\"url\":\"https://s.example/1\"} | https://s.example/1",
                "SHAREPOINT | \"sharePointLocation\":{\"url\":\"https://p.example/1\"} | https://p.example/1",
                "CUSTOM | \"customDocumentLocation\":{\"id\":\"doc-7\"} | doc-7",
                "KENDRA | \"kendraDocumentLocation\":{\"uri\":\"https://k.example/1\"} | https://k.example/1",
                "SQL | \"sqlLocation\":{\"query\":\"SELECT 1\"} | SELECT 1",
                "ONEDRIVE | \"oneDriveLocation\":{\"url\":\"https://o.example/1\"} | https://o.example/1",
                "GOOGLEDRIVE | \"googleDriveLocation\":{\"url\":\"https://g.example/1\"} | https://g.example/1",
                "LATER | \"laterLocation\":{\"uri\":\"later://1\"} | later://1",
                "LATER | \"laterPlace\":7 | a document without an address",
            })
    @Tag("knowledge#AC-12")
    void every_kind_of_place_is_cited(String type, String location, String cited) throws Exception {
        server.then(
                "{\"retrievalResults\":[{\"content\":{\"text\":\"t\"},\"location\":{\"type\":\"%s\",%s},\"score\":0.5}]}"
                        .formatted(type, location));

        assertThat(ask("q").passages().getFirst().place()).isEqualTo(Passage.Place.of(cited));
    }

    @Test
    @Tag("knowledge#AC-12")
    void pages_facts_rows_pictures_and_what_is_missing_are_told_as_far_as_they_go()
            throws Exception {
        server.then(
                """
                {"nextToken":"more","guardrailAction":"INTERVENED","later":{"a":[1]},"retrievalResults":[
                 {"content":{"type":"TEXT","text":"A"},"score":0.9,"documentId":"d","metadata":{
                  "x-amz-bedrock-kb-source-uri":"s3://b/a.pdf","x-amz-bedrock-kb-document-page-number":3.0,
                  "team":"payments","year":2024,"tags":["x"]}},
                 {"content":{"type":"ROW","row":[{"columnName":"id","columnValue":"7","type":"LONG"},{"columnName":"name","columnValue":"Ada","type":"STRING"}]}},
                 {"content":{"type":"IMAGE","byteContent":"data:image/png;base64,AAAA"},"location":{"type":"S3","s3Location":{"uri":"s3://b/p.png"}}},
                 {"content":{"type":"TEXT","text":" "}},
                 {}]}
                """);

        Found found = ask("q");

        assertThat(found.passages())
                .containsExactly(
                        new Passage(
                                "handbook",
                                new Passage.Place("s3://b/a.pdf", Optional.empty(), Optional.of(3)),
                                "team=payments, year=2024",
                                0.9,
                                "A"),
                        new Passage(
                                "handbook",
                                Passage.Place.of("a document without an address"),
                                "",
                                0,
                                "id: 7\nname: Ada"),
                        new Passage(
                                "handbook",
                                Passage.Place.of("s3://b/p.png"),
                                "",
                                0,
                                "(image, which cannot be shown here)"));
        assertThat(found.passages().getFirst().citation())
                .isEqualTo(
                        "[handbook] s3://b/a.pdf, page 3 (team=payments, year=2024), score 0.9000");
        assertThat(found.notes()).containsExactly("a guardrail changed what 'handbook' answers");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "403 | AccessDenied | 1 | the environment may not search it: allow bedrock:Retrieve on the knowledge base ABCDEFGHIJ (AccessDenied: told so)",
                "404 | ResourceNotFound | 1 | there is no knowledge base ABCDEFGHIJ in eu-central-1 for this account: check .kiro/config.yaml:3 (ResourceNotFound: told so)",
                "429 | Throttling | 4 | Amazon Bedrock is asked too often just now: try again in a while (Throttling: told so)",
                "400 | ServiceQuotaExceeded | 1 | a quota of the account is used up: see the Service Quotas of Amazon Bedrock in eu-central-1 (ServiceQuotaExceeded: told so)",
                "424 | DependencyFailed | 1 | what it rests on fails: look at its vector store and its model in the console (DependencyFailed: told so)",
                "502 | BadGateway | 4 | what it rests on fails: look at its vector store and its model in the console (BadGateway: told so)",
                "409 | Conflict | 1 | it is being changed: try again in a while (Conflict: told so)",
                "400 | Validation | 1 | the request is refused: a managed knowledge base or other search options may be needed (Validation: told so)",
                "500 | InternalServer | 4 | Amazon Bedrock fails just now: try again in a while (InternalServer: told so)",
                "403 | UnrecognizedClient | 1 | the credentials of the environment are not accepted: check them with 'aws sts get-caller-identity' (UnrecognizedClient: told so)",
                "403 | ExpiredToken | 2 | the credentials of the environment have expired: sign in again (ExpiredToken: told so)",
                "418 | Later | 1 | Amazon Bedrock refuses it (Later: told so)",
            })
    @Tag("knowledge#AC-13")
    void an_error_says_what_to_do_and_what_may_pass_is_asked_again(
            int status, String kind, int asked, String words) throws Exception {
        server.thenError(status, kind, "told so");

        Found found = ask("q");

        assertThat(found)
                .isEqualTo(Found.failed("the knowledge base 'handbook' gave no answer: " + words));
        assertThat(server.received()).hasSize(asked);
    }

    @Test
    @Tag("knowledge#AC-13")
    void a_dependency_is_named_by_what_the_service_calls_it() throws Exception {
        server.then(
                424,
                Map.of("x-amzn-ErrorType", "DependencyFailedException"),
                "{\"message\":\"m\",\"resourceName\":\"OpenSearch\"}");

        assertThat(ask("q").notes().getFirst()).contains("what it rests on fails, OpenSearch:");
    }

    @Test
    @Tag("knowledge#AC-13")
    void after_a_while_that_grows_or_that_the_service_asks_for_it_answers() throws Exception {
        server.thenError(429, "Throttling", "slow down");
        server.then(503, Map.of("Retry-After", "3"), "<html>no JSON</html>");
        server.then(ONE);

        assertThat(ask("q").passages()).hasSize(1);
        assertThat(waits).hasSize(2);
        assertThat(waits.getFirst()).isBetween(Duration.ofMillis(300), Duration.ofMillis(700));
        assertThat(waits.getLast()).isEqualTo(Duration.ofSeconds(3));
    }

    @Test
    @Tag("knowledge#AC-13")
    void a_service_that_asks_for_longer_than_anybody_waits_is_not_waited_for() throws Exception {
        server.then(429, Map.of("Retry-After", "600"), "{}");

        assertThat(ask("q").isWhole()).isFalse();
        assertThat(waits).isEmpty();
    }

    @Test
    @Tag("knowledge#AC-13")
    void a_clock_that_is_wrong_is_corrected_once_by_the_services_date() throws Exception {
        server.then(
                403,
                Map.of("x-amzn-ErrorType", "InvalidSignatureException"),
                "{\"message\":\"Signature expired\"}");
        server.then(ONE);

        assertThat(ask("q").passages()).hasSize(1);
        assertThat(server.received())
                .extracting(request -> request.headers().get("x-amz-date"))
                .satisfiesExactly(
                        wrong -> assertThat(wrong).isEqualTo("20260301T100000Z"),
                        right ->
                                assertThat(right.substring(0, 8))
                                        .as("the date of the server, which is today's")
                                        .isGreaterThan("20260301"));
    }

    @Test
    @Tag("knowledge#AC-13")
    void credentials_that_have_expired_are_looked_for_again() throws Exception {
        environment.remove("AWS_ACCESS_KEY_ID");
        environment.remove("AWS_SECRET_ACCESS_KEY");
        environment.put("PATH", "/usr/bin:/bin");
        Path script = folder.resolve("lend");
        Files.writeString(
                script,
                "#!/bin/sh\nn=$(cat %1$s/count 2>/dev/null || echo 0); n=$((n+1)); echo $n >%1$s/count\nprintf '{\"Version\":1,\"AccessKeyId\":\"AKID%%s\",\"SecretAccessKey\":\"s\",\"SessionToken\":\"t\",\"Expiration\":\"2026-03-01T12:00:00Z\"}' $n\n"
                        .formatted(folder));
        assertThat(script.toFile().setExecutable(true)).isTrue();
        Files.createDirectories(folder.resolve(".aws"));
        Files.writeString(
                folder.resolve(".aws/config"), "[default]\ncredential_process = " + script + "\n");
        server.thenError(
                403, "ExpiredToken", "The security token included in the request is expired");
        server.then(ONE);

        assertThat(ask("q").passages()).hasSize(1);
        assertThat(server.received())
                .extracting(request ->
                        request.headers().get("authorization").replaceAll(".*=(AKID\\d).*", "$1"))
                .containsExactly("AKID1", "AKID2");
    }

    @Test
    @Tag("knowledge#AC-13")
    void without_credentials_nothing_is_sent_and_the_person_is_told_what_to_set() throws Exception {
        environment.remove("AWS_ACCESS_KEY_ID");
        environment.remove("AWS_SECRET_ACCESS_KEY");

        assertThat(ask("q").notes().getFirst())
                .contains("no AWS credentials were found")
                .contains("AWS_PROFILE");
        assertThat(server.received()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "no json", "[]", "7", "{\"retrievalResults\":7}"})
    @Tag("knowledge#AC-13")
    void an_answer_that_is_none_does_no_harm(String body) throws Exception {
        server.then(body);

        Found found = ask("q");

        assertThat(found.passages()).isEmpty();
        assertThat(found.isWhole()).isEqualTo(body.startsWith("{"));
    }

    @Test
    @Tag("knowledge#AC-13")
    void nobody_at_the_address_is_said_and_the_other_base_answers() throws Exception {
        server.then(ONE);
        URI nobody = URI.create("http://127.0.0.1:1");
        try (BedrockBases closed = bases(nobody, "closed")) {
            assertThat(closed.search(new Question("q", 3), List.of("closed"), line -> {}).notes())
                    .singleElement()
                    .asString()
                    .containsIgnoringCase("connection refused");
        }
        try (BedrockBases two = bases("a", "b")) {
            Found found = two.search(new Question("q", 3), List.of("a", "b"), line -> {});
            assertThat(found.passages())
                    .extracting(Passage::source)
                    .containsExactlyInAnyOrder("a", "b");
        }
    }
}
