package kiro;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import kiro.testing.AnthropicServer;
import kiro.testing.TemporaryWorkspace;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// Whole runs of the agent on Bedrock by a sign-in to Identity Center, and what becomes of them when that ends in the middle.
@Timeout(60)
class SignInRunTest {
    private static final String MODEL = "bedrock/eu.anthropic.claude-sonnet-4-5-20250929-v1:0";
    private static final String PLAN =
            "{\"title\":\"Note\",\"steps\":[{\"action\":\"write it\",\"files\":[\"b.txt\"],\"risk\":\"low\",\"criteria\":[]}]}";
    private static final String LOGIN =
            "kiro auth login --sso-start-url https://acme.awsapps.com/start --region eu-west-1 --account 111111111111 --role Dev";

    @TempDir private Path folder;

    private AnthropicServer bedrock;
    private AnthropicServer aws;
    private TemporaryWorkspace workspace;

    @BeforeEach
    void begin() throws Exception {
        bedrock = AnthropicServer.start();
        aws = AnthropicServer.start();
        workspace =
                TemporaryWorkspace.in(Files.createDirectories(folder.resolve("w")))
                        .with("README.md", "# Demo\n");
        Files.createDirectories(folder.resolve("home/.kiro"));
        Files.writeString(
                folder.resolve("home/.kiro/credentials.json"),
                "{\"version\":1,\"identityCenter\":{\"startUrl\":\"https://acme.awsapps.com/start\",\"region\":\"eu-west-1\",\"account\":\"111111111111\",\"role\":\"Dev\"}}");
    }

    @AfterEach
    void leave() throws Exception {
        bedrock.close();
        aws.close();
    }

    private Kiro kiro() {
        return Kiro.in(workspace.root())
                .with("HOME", folder.resolve("home").toString())
                .with("AWS_EC2_METADATA_DISABLED", "true")
                .with("AWS_REGION", "eu-west-1")
                .with("AWS_ENDPOINT_URL_SSO_OIDC", aws.url().toString())
                .with("AWS_ENDPOINT_URL_SSO", aws.url().toString())
                .with("AWS_ENDPOINT_URL_BEDROCK_RUNTIME", bedrock.url().toString());
    }

    private Kiro.Result run(String... more) {
        var args = new java.util.ArrayList<>(List.of("agent"));
        args.addAll(List.of(more));
        args.addAll(List.of("--mode", "autonomous", "--model", MODEL));
        return kiro().run(args.toArray(String[]::new));
    }

    private void signedIn(String access, String until, String refresh) throws Exception {
        Path file = cache();
        Files.createDirectories(file.getParent());
        Files.writeString(
                file,
                """
                {"startUrl":"https://acme.awsapps.com/start","region":"eu-west-1","accessToken":"%s","expiresAt":"%s","clientId":"client",
                "clientSecret":"hush-client","registrationExpiresAt":"2026-05-01T00:00:00Z","refreshToken":"%s"}
                """
                        .formatted(access, until, refresh));
    }

    /// The SHA-1 of the start address.
    private Path cache() {
        return folder.resolve("home/.aws/sso/cache/40169cea58ca6cbf23fb27b2542923fb5f524af0.json");
    }

    private void lends(String key, String until) {
        aws.thenStatus(
                200,
                Map.of(),
                "{\"roleCredentials\":{\"accessKeyId\":\"%s\",\"secretAccessKey\":\"hush-key\",\"sessionToken\":\"hush-token\",\"expiration\":%d}}"
                        .formatted(key, java.time.Instant.parse(until).toEpochMilli()));
    }

    private void replies(String stop, byte[]... blocks) {
        bedrock.then(ConverseReplies.of(stop, "{\"inputTokens\":10,\"outputTokens\":1}", blocks));
    }

    private void refusesExpired() {
        bedrock.thenStatus(
                403,
                Map.of("x-amzn-ErrorType", "ExpiredTokenException"),
                "{\"message\":\"The security token included in the request is expired\"}");
    }

    private void plansAndWrites() {
        replies("tool_use", ConverseReplies.call("t1", "propose_plan", PLAN));
        replies(
                "tool_use",
                ConverseReplies.call(
                        "t2", "write_file", "{\"path\":\"b.txt\",\"content\":\"hello\\n\"}"));
    }

    private List<String> keys() {
        return bedrock.requests().stream()
                .map(each ->
                        each.headers()
                                .get("authorization")
                                .replaceFirst(".*Credential=([A-Z0-9]*)/.*", "$1"))
                .toList();
    }

    private void isDiscreet(Kiro.Result result) throws Exception {
        assertThat(result.out() + result.err()).doesNotContain("hush");
        try (var files = Files.walk(workspace.root())) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                assertThat(Files.readString(file)).as(file.toString()).doesNotContain("hush");
            }
        }
    }

    @Test
    @Tag("sign-in#AC-8")
    void credentials_and_token_that_end_in_the_middle_are_renewed_and_the_run_goes_on()
            throws Exception {
        signedIn("hush-access", "2026-03-01T14:00:00Z", "hush-refresh");
        lends("ASIAFIRST", "2026-03-01T13:00:00Z");
        replies("tool_use", ConverseReplies.call("t1", "propose_plan", PLAN));
        refusesExpired();
        aws.thenStatus(401, Map.of(), "{\"message\":\"Session token not found or invalid\"}");
        aws.thenStatus(
                200,
                Map.of(),
                "{\"accessToken\":\"hush-next\",\"expiresIn\":3600,\"refreshToken\":\"hush-refresh-2\"}");
        lends("ASIASECOND", "2026-03-01T13:30:00Z");
        replies(
                "tool_use",
                ConverseReplies.call(
                        "t2", "write_file", "{\"path\":\"b.txt\",\"content\":\"hello\\n\"}"));
        replies("end_turn", ConverseReplies.says("written"));

        Kiro.Result result = run("write a long and winding note about it");

        assertThat(result.code()).as(result.out() + result.err()).isZero();
        assertThat(workspace.read("b.txt")).isEqualTo("hello\n");
        assertThat(keys()).containsExactly("ASIAFIRST", "ASIAFIRST", "ASIASECOND", "ASIASECOND");
        isDiscreet(result);
    }

    @Test
    @Tag("sign-in#AC-12")
    void a_sign_in_that_is_revoked_ends_the_run_with_the_command_and_it_goes_on_after_it()
            throws Exception {
        signedIn("hush-access", "2026-03-01T14:00:00Z", "hush-refresh");
        lends("ASIAFIRST", "2026-03-01T13:00:00Z");
        plansAndWrites();
        refusesExpired();
        aws.thenStatus(401, Map.of(), "{\"message\":\"Session token not found or invalid\"}");
        aws.thenStatus(400, Map.of(), "{\"error\":\"invalid_grant\"}");

        Kiro.Result stopped = run("write a long and winding note about it");

        assertThat(stopped.code()).as(stopped.out()).isEqualTo(5);
        assertThat(stopped.out() + stopped.err())
                .contains("has expired: sign in with '" + LOGIN + "'", "--resume");
        isDiscreet(stopped);

        signedIn("hush-new", "2026-03-01T14:00:00Z", "hush-refresh-3");
        lends("ASIATHIRD", "2026-03-01T13:00:00Z");
        replies("end_turn", ConverseReplies.says("written"));
        Kiro.Result resumed = run("--resume");

        assertThat(resumed.code()).as(resumed.out() + resumed.err()).isZero();
        assertThat(workspace.read("b.txt")).isEqualTo("hello\n");
        assertThat(keys()).endsWith("ASIATHIRD");
    }

    @Test
    @Tag("sign-in#AC-12")
    void a_run_does_not_begin_by_a_sign_in_that_is_over() throws Exception {
        signedIn("hush-access", "2026-03-01T11:00:00Z", "");

        Kiro.Result result = run("write a note");

        assertThat(result.code()).isEqualTo(1);
        assertThat(result.err())
                .contains("it has expired [auth/over]", "next: sign in with '" + LOGIN + "'");
        assertThat(bedrock.requests()).isEmpty();
    }

    @Test
    @Tag("sign-in#AC-12")
    void a_run_says_at_its_beginning_that_the_sign_in_ends_soon() throws Exception {
        signedIn("hush-access", "2026-03-01T12:25:00Z", "");
        lends("ASIAFIRST", "2026-03-01T13:00:00Z");
        replies("tool_use", ConverseReplies.call("t1", "list_directory", "{}"));
        replies("end_turn", ConverseReplies.says("no plan"));

        Kiro.Result result = run("write a note");

        assertThat(result.out() + result.err())
                .contains("ends in 25 minutes: sign in with '" + LOGIN + "'");
        assertThat(result.code()).as(result.out() + result.err()).isZero();
    }
}
