package kiro.aws;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import kiro.aws.RequestSigner.Unsigned;
import kiro.secret.Secret;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Signatures as AWS publishes them in its test suite, and as its own library for Python makes them.
class RequestSignerTest {
    private static final Instant TIME = Instant.parse("2015-08-30T12:36:00Z");
    private static final AwsCredentials LASTING =
            new AwsCredentials(
                    "AKIDEXAMPLE",
                    Secret.of("wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY"),
                    Optional.empty(),
                    Optional.empty(),
                    "a test");

    private static String authorization(
            RequestSigner signer, Unsigned request, AwsCredentials credentials) {
        return String.valueOf(signer.headers(request, credentials, TIME).get("Authorization"));
    }

    @ParameterizedTest
    @Tag("aws-access#AC-1")
    @CsvSource({
        "GET, https://example.amazonaws.com/, 5fa00fa31553b73ebf1942676e86291e8372ff2a2260956d9b8aae1d763fbf31",
        "GET, https://example.amazonaws.com, 5fa00fa31553b73ebf1942676e86291e8372ff2a2260956d9b8aae1d763fbf31",
        "GET, https://example.amazonaws.com/?Param2=value2&Param1=value1, b97d918cfa904a5beff61c982a1b6f458b799221646efd99d3219ec94cdf2500",
        "GET, https://example.amazonaws.com/?Param1=value2&Param1=Value1, eedbc4e291e521cf13422ffca22be7d2eb8146eecf653089df300a15b2382bd1",
        "GET, https://example.amazonaws.com/ሴ, 8318018e0b0f223aa2bbf98705b62bb787dc9c0e678f255a891fd03141be5d85",
        "GET, https://example.amazonaws.com/%E1%88%B4, 697b34846207a3f72246f99d74ae1ee4fe54f44bb06730c58a0d339eb079596d",
        "POST, https://example.amazonaws.com/, 5da7c1a2acd57cee7505fc6676e4e544621c30862966e37dddb68e92efbe5d6b",
    })
    void published_signatures_are_met(String method, String url, String signature) {
        assertThat(
                        authorization(
                                new RequestSigner("us-east-1", "service"),
                                new Unsigned(method, URI.create(url), Map.of(), List.of()),
                                LASTING))
                .isEqualTo(
                        "AWS4-HMAC-SHA256 Credential=AKIDEXAMPLE/20150830/us-east-1/service/aws4_request,"
                                + " SignedHeaders=host;x-amz-date, Signature="
                                + signature);
    }

    @Test
    @Tag("aws-access#AC-1")
    void the_forms_in_between_are_those_that_aws_shows() {
        var covered =
                new TreeMap<>(
                        Map.of(
                                "host",
                                "iam.amazonaws.com",
                                "content-type",
                                "application/x-www-form-urlencoded;   charset=utf-8 ",
                                "x-amz-date",
                                "20150830T123600Z"));
        String canonical =
                RequestSigner.canonical(
                        new Unsigned(
                                "GET",
                                URI.create(
                                        "https://iam.amazonaws.com/?Version=2010-05-08&Action=ListUsers"),
                                Map.of(),
                                List.of()),
                        covered);

        assertThat(canonical)
                .isEqualTo(
                        """
                        GET
                        /
                        Action=ListUsers&Version=2010-05-08
                        content-type:application/x-www-form-urlencoded; charset=utf-8
                        host:iam.amazonaws.com
                        x-amz-date:20150830T123600Z

                        content-type;host;x-amz-date
                        e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855\
                        """);
        assertThat(
                        new RequestSigner("us-east-1", "iam")
                                .stringToSign(canonical, "20150830T123600Z"))
                .isEqualTo(
                        """
                        AWS4-HMAC-SHA256
                        20150830T123600Z
                        20150830/us-east-1/iam/aws4_request
                        f536975d06c0309214f805bb90ccff089219ecd68b2577efef23edd43b7e1a59\
                        """);
    }

    @Test
    @Tag("aws-access#AC-1")
    void headers_that_are_named_are_covered() {
        var request =
                new Unsigned(
                        "GET",
                        URI.create(
                                "https://iam.amazonaws.com/?Action=ListUsers&Version=2010-05-08"),
                        Map.of("Content-Type", "application/x-www-form-urlencoded; charset=utf-8"),
                        List.of());

        assertThat(authorization(new RequestSigner("us-east-1", "iam"), request, LASTING))
                .endsWith(
                        "SignedHeaders=content-type;host;x-amz-date,"
                                + " Signature=5d672d79c15b13162d9279b0855cfba6789a8edb4c82c400e06b5924a6f2b5d7");
    }

    @ParameterizedTest
    @Tag("aws-access#AC-1")
    @CsvSource({
        "eu-central-1, https://bedrock-runtime.eu-central-1.amazonaws.com/model/eu.anthropic.claude-sonnet-4-5-20250929-v1%3A0/converse-stream, '{\"messages\":[]}', 7a623536f465189fb2e50a49480898d6c0255e29e8b26acb7ebb1389f94801b8",
        "us-east-1, http://127.0.0.1:8150/model/m/converse, '{\"ü\":1}', c9b1a8bd6a06c77c72c411d8f9c19eb5e612162e2fe794f35f6141d03671051c",
    })
    void bodies_in_parts_encoded_paths_and_ports_are_signed_as_they_are_sent(
            String region, String url, String body, String signature) {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        var request =
                new Unsigned(
                        "POST",
                        URI.create(url),
                        Map.of("Content-Type", "application/json"),
                        List.of(
                                java.util.Arrays.copyOf(bytes, 3),
                                java.util.Arrays.copyOfRange(bytes, 3, bytes.length)));

        assertThat(authorization(new RequestSigner(region, "bedrock"), request, LASTING))
                .endsWith("Signature=" + signature);
    }

    @Test
    @Tag("aws-access#AC-1")
    void a_session_token_is_sent_and_signed() {
        var lent =
                new AwsCredentials(
                        LASTING.accessKey(),
                        LASTING.secretKey(),
                        Optional.of(Secret.of("to/ken==")),
                        Optional.of(TIME),
                        "a test");
        var request =
                new Unsigned(
                        "POST",
                        URI.create(
                                "https://bedrock-runtime.us-east-1.amazonaws.com/model/arn%3Aaws%3Abedrock%3Aus-east-1%3A123456789012%3Aapplication-inference-profile%2Fabc123/converse"),
                        Map.of("Content-Type", "application/json"),
                        List.of("{\"messages\":[]}".getBytes(StandardCharsets.UTF_8)));

        assertThat(new RequestSigner("us-east-1", "bedrock").headers(request, lent, TIME))
                .isEqualTo(
                        Map.of(
                                "x-amz-date",
                                "20150830T123600Z",
                                "x-amz-security-token",
                                "to/ken==",
                                "Authorization",
                                "AWS4-HMAC-SHA256 Credential=AKIDEXAMPLE/20150830/us-east-1/bedrock/aws4_request,"
                                        + " SignedHeaders=content-type;host;x-amz-date;x-amz-security-token,"
                                        + " Signature=9154a64fd2ac2654d2a5c83c3416d6ed9b32b378cd2c16955f4b173e6ee9cdfe"));
        assertThat(lent.toString()).doesNotContain("to/ken", "wJalr");
    }
}
