package kiro.aws;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import kiro.auth.KeptAws;
import kiro.auth.KeptRole;
import kiro.auth.KeptSignIn;
import kiro.testing.AnthropicServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Credentials by what `kiro auth login` keeps: a sign-in to Identity Center, or a role.
class KeptSignInTest {
    private static final String URL = "https://d-1.awsapps.com/start";
    private static final String LOGIN =
            "sign in with 'kiro auth login --sso-start-url https://d-1.awsapps.com/start --region eu-west-1 --account 123456789012 --role Dev'";
    private static final String ROLE =
            "the role Dev in the account 123456789012 at d-1.awsapps.com";
    private static final String ASK =
            "GET /federation/credentials?role_name=Dev&account_id=123456789012";
    private static final String RENEW =
            "POST /token {\"clientId\":\"client\",\"clientSecret\":\"hush\",\"grantType\":\"refresh_token\",\"refreshToken\":\"%s\"}";
    private static final KeptSignIn CENTER =
            new KeptSignIn(
                    URL,
                    "eu-west-1",
                    Optional.empty(),
                    Optional.of("123456789012"),
                    Optional.of("Dev"));

    @TempDir private Path home;

    private Aws aws;

    @BeforeEach
    void begin() {
        aws = new Aws(home).kept(kept(Optional.empty()));
    }

    @AfterEach
    void leave() throws Exception {
        aws.close();
    }

    private static KeptAws kept(Optional<KeptRole> role) {
        return new KeptAws(Optional.of(CENTER), Optional.empty(), role);
    }

    private static KeptAws role(KeptRole.Way way) {
        return new KeptAws(
                Optional.empty(),
                Optional.empty(),
                Optional.of(new KeptRole("arn:aws:iam::1:role/build", "eu-west-1", way)));
    }

    private Path token() {
        return SsoToken.file(home, URL);
    }

    private void signedIn(String access, String until, String refresh) throws Exception {
        Files.createDirectories(token().getParent());
        Files.writeString(
                token(),
                """
                {"startUrl":"%s","region":"eu-west-1","accessToken":"%s","expiresAt":"%s","clientId":"client",
                "clientSecret":"hush","registrationExpiresAt":"2026-05-01T00:00:00Z","refreshToken":"%s"}
                """
                        .formatted(URL, access, until, refresh));
    }

    private void lends(String key) {
        aws.server.thenStatus(
                200,
                Map.of(),
                "{\"roleCredentials\":{\"accessKeyId\":\"%s\",\"secretAccessKey\":\"s\",\"sessionToken\":\"t\",\"expiration\":1772364600000}}"
                        .formatted(key));
    }

    private void unknownToken() {
        aws.server.thenStatus(
                401,
                Map.of("x-amzn-ErrorType", "UnauthorizedException"),
                "{\"message\":\"Session token not found or invalid\"}");
    }

    private void renews(String access) {
        aws.server.thenStatus(
                200,
                Map.of(),
                "{\"accessToken\":\"%s\",\"expiresIn\":3600,\"refreshToken\":\"refresh-2\",\"tokenType\":\"Bearer\"}"
                        .formatted(access));
    }

    private static String assumed(String key) {
        return """
        <AssumeRoleResponse xmlns="https://sts.amazonaws.com/doc/2011-06-15/"><AssumeRoleResult><Credentials>
        <AccessKeyId>%s</AccessKeyId><SecretAccessKey>s</SecretAccessKey><SessionToken>t</SessionToken>
        <Expiration>2026-03-01T11:00:00Z</Expiration></Credentials></AssumeRoleResult></AssumeRoleResponse>
        """
                .formatted(key);
    }

    private static String error(String code, String message) {
        return "<ErrorResponse xmlns=\"https://sts.amazonaws.com/doc/2011-06-15/\"><Error><Type>Sender</Type><Code>%s</Code><Message>%s</Message></Error><RequestId>1</RequestId></ErrorResponse>"
                .formatted(code, message);
    }

    @Test
    @Tag("sign-in#AC-7")
    void the_role_that_was_chosen_gives_credentials() throws Exception {
        signedIn("access", "2026-03-01T18:00:00Z", "refresh");
        lends("ASIA1");

        assertThat(aws.words()).isEqualTo("ASIA1 s t 2026-03-01T11:30:00Z of " + ROLE);
        assertThat(aws.asked()).containsExactly(ASK);
    }

    @Test
    @Tag("sign-in#AC-7")
    void keys_of_the_environment_and_a_profile_that_is_named_go_before_it() throws Exception {
        signedIn("access", "2026-03-01T18:00:00Z", "refresh");
        aws.config(
                "[default]\naws_access_key_id = AKDEFAULT\naws_secret_access_key = s\n[profile dev]\naws_access_key_id = AKDEV\naws_secret_access_key = s\n");
        lends("ASIA1");

        assertThat(aws.words()).startsWith("ASIA1 ");
        assertThat(aws.profile("dev").words()).startsWith("AKDEV ");
        assertThat(
                        aws.with("AWS_ACCESS_KEY_ID", "AKENV")
                                .with("AWS_SECRET_ACCESS_KEY", "s")
                                .words())
                .startsWith("AKENV ");
    }

    @Test
    @Tag("sign-in#AC-8")
    void a_token_that_is_over_is_renewed_without_a_person() throws Exception {
        signedIn("access", "2026-03-01T09:00:00Z", "refresh");
        renews("next");
        lends("ASIA1");

        assertThat(aws.words()).startsWith("ASIA1 ");

        assertThat(aws.asked()).containsExactly(RENEW.formatted("refresh"), ASK);
        assertThat(Files.readString(token())).contains("refresh-2", "2026-03-01T11:00:00Z");
    }

    @Test
    @Tag("sign-in#AC-8")
    void a_token_that_the_service_takes_no_more_is_renewed_once() throws Exception {
        signedIn("access", "2026-03-01T18:00:00Z", "refresh");
        unknownToken();
        renews("next");
        lends("ASIA1");

        assertThat(aws.words()).startsWith("ASIA1 ");
        assertThat(aws.asked()).containsExactly(ASK, RENEW.formatted("refresh"), ASK);

        unknownToken();
        renews("last");
        unknownToken();
        assertThat(aws.words()).isEqualTo("the sign-in for " + ROLE + " has expired: " + LOGIN);
        assertThat(aws.server.requests()).hasSize(6);
    }

    @Test
    @Tag("sign-in#AC-8")
    void one_that_somebody_else_renewed_meanwhile_is_used() throws Exception {
        signedIn("access", "2026-03-01T09:00:00Z", "refresh");
        aws.server.then(wire -> {
            // A token for renewal serves once: another program was first.
            write("theirs");
            refuse(wire);
        });
        lends("ASIA1");

        assertThat(aws.words()).startsWith("ASIA1 ");
        assertThat(aws.server.requests().getLast().headers())
                .containsEntry("x-amz-sso_bearer_token", "theirs");
        assertThat(Files.readString(token())).contains("theirs");
    }

    private void write(String access) {
        try {
            signedIn(access, "2026-03-01T18:00:00Z", "refresh-3");
        } catch (Exception unwritable) {
            throw new IllegalStateException(unwritable);
        }
    }

    private static void refuse(AnthropicServer.Wire wire) throws java.io.IOException {
        String body = "{\"error\":\"invalid_grant\"}";
        wire.rawHead(
                400,
                Map.of("Content-Type", "application/json", "Content-Length", "" + body.length()));
        wire.raw(body.getBytes(java.nio.charset.StandardCharsets.UTF_8));
    }

    @Test
    @Tag("sign-in#AC-8")
    void one_that_was_revoked_says_how_to_sign_in_and_one_that_nobody_could_be_asked_for_may_pass()
            throws Exception {
        signedIn("access", "2026-03-01T09:00:00Z", "refresh");
        aws.server
                .thenStatus(400, Map.of(), "{\"error\":\"invalid_grant\"}")
                .thenStatus(401, Map.of(), "{\"error\":\"invalid_client\"}")
                .thenStatus(503, Map.of(), "")
                .then(AnthropicServer.Wire::cut);

        String over = "the sign-in for " + ROLE + " has expired: " + LOGIN;
        assertThat(aws.words()).isEqualTo(over);
        assertThat(aws.words()).isEqualTo(over);
        assertThat(aws.words())
                .isEqualTo(
                        "the sign-in for %s is to be renewed, and 127.0.0.1 has no time (HTTP 503): try again in a while (may pass)"
                                .formatted(ROLE));
        assertThat(aws.words()).endsWith("try again in a while (may pass)");

        Files.delete(token());
        assertThat(aws.words()).isEqualTo("nobody is signed in for " + ROLE + ": " + LOGIN);
    }

    @Test
    @Tag("sign-in#AC-9")
    void a_role_is_taken_on_with_what_is_found_without_it() throws Exception {
        aws.kept(role(KeptRole.Way.CREDENTIALS))
                .with("AWS_ACCESS_KEY_ID", "AKENV")
                .with("AWS_SECRET_ACCESS_KEY", "s");
        aws.server.thenStatus(200, Map.of(), assumed("ASIAROLE"));

        assertThat(aws.words())
                .isEqualTo(
                        "ASIAROLE s t 2026-03-01T11:00:00Z of the role arn:aws:iam::1:role/build");
        AnthropicServer.Received asked = aws.server.requests().getFirst();
        assertThat(asked.headers().get("authorization"))
                .contains("Credential=AKENV/20260301/eu-west-1/sts/");
        assertThat(asked.body())
                .startsWith("Action=AssumeRole&RoleArn=arn%3Aaws%3Aiam%3A%3A1%3Arole%2Fbuild&");
    }

    @Test
    @Tag("sign-in#AC-9")
    void a_role_over_a_sign_in_uses_both() throws Exception {
        aws.kept(kept(role(KeptRole.Way.CREDENTIALS).role()));
        signedIn("access", "2026-03-01T18:00:00Z", "refresh");
        lends("ASIA1");
        aws.server.thenStatus(200, Map.of(), assumed("ASIAROLE"));

        assertThat(aws.words()).startsWith("ASIAROLE ");
        assertThat(aws.server.requests().getLast().headers().get("authorization"))
                .contains("Credential=ASIA1/");
    }

    @Test
    @Tag("sign-in#AC-9")
    void a_job_of_github_shows_its_token() throws Exception {
        aws.kept(role(KeptRole.Way.GITHUB))
                .with("ACTIONS_ID_TOKEN_REQUEST_URL", aws.server.url() + "/idtoken?api-version=2.0")
                .with("ACTIONS_ID_TOKEN_REQUEST_TOKEN", "pass-of-the-job")
                .with("GITHUB_RUN_ID", "77");
        aws.server
                .thenStatus(200, Map.of(), "{\"count\":1,\"value\":\"jwt.of.job\"}")
                .thenStatus(200, Map.of(), assumed("ASIAROLE"));

        assertThat(aws.words()).startsWith("ASIAROLE ");

        assertThat(aws.asked())
                .containsExactly(
                        "GET /idtoken?api-version=2.0&audience=sts.amazonaws.com",
                        "POST / Action=AssumeRoleWithWebIdentity&RoleArn=arn%3Aaws%3Aiam%3A%3A1%3Arole%2Fbuild&RoleSessionName=kiro-github-77&Version=2011-06-15&WebIdentityToken=jwt.of.job");
        assertThat(aws.server.requests().getFirst().headers())
                .containsEntry("authorization", "bearer pass-of-the-job");
        assertThat(aws.server.requests().getLast().headers()).doesNotContainKey("authorization");
    }

    @Test
    @Tag("sign-in#AC-9")
    void what_is_wrong_with_a_role_is_said() throws Exception {
        aws.kept(role(KeptRole.Way.GITHUB));
        assertThat(aws.words())
                .isEqualTo(
                        "this is no job of GitHub that may ask for a token: give the job 'permissions: id-token: write', or forget the role with 'kiro auth logout aws'");

        aws.with("ACTIONS_ID_TOKEN_REQUEST_URL", aws.server.url() + "/idtoken")
                .with("ACTIONS_ID_TOKEN_REQUEST_TOKEN", "pass-of-the-job");
        aws.server
                .thenStatus(403, Map.of(), "{}")
                .thenStatus(200, Map.of(), "{\"value\":\"jwt\"}")
                .thenStatus(
                        403,
                        Map.of(),
                        error(
                                "AccessDenied",
                                "Not authorized to perform sts:AssumeRoleWithWebIdentity"));
        assertThat(aws.words())
                .isEqualTo(
                        "GitHub gives the job no token (HTTP 403): give the job 'permissions: id-token: write'");
        assertThat(aws.words())
                .isEqualTo(
                        "this job of GitHub may not take on arn:aws:iam::1:role/build (AccessDenied: Not authorized to perform sts:AssumeRoleWithWebIdentity): look at the role's trust policy");
        assertThat(aws.asked().getFirst()).isEqualTo("GET /idtoken?audience=sts.amazonaws.com");

        assertThat(aws.kept(role(KeptRole.Way.TOKEN_FILE)).words())
                .startsWith("AWS_WEB_IDENTITY_TOKEN_FILE names no token to take on");
        assertThat(aws.kept(role(KeptRole.Way.CREDENTIALS)).words())
                .isEqualTo(
                        "no AWS credentials were found to take on arn:aws:iam::1:role/build with: sign in to AWS, or forget the role with 'kiro auth logout aws'");
    }

    @Test
    @Tag("sign-in#AC-9")
    void the_token_of_a_file_is_read_each_time() throws Exception {
        aws.kept(role(KeptRole.Way.TOKEN_FILE))
                .with("AWS_WEB_IDENTITY_TOKEN_FILE", home.resolve("token").toString())
                .file("token", "jwt-1\n");
        aws.server
                .thenStatus(200, Map.of(), assumed("ASIA1"))
                .thenStatus(200, Map.of(), assumed("ASIA2"));

        assertThat(aws.words()).startsWith("ASIA1 ");
        aws.file("token", "jwt-2\n");
        assertThat(aws.words()).startsWith("ASIA2 ");
        assertThat(aws.asked().getLast()).endsWith("&WebIdentityToken=jwt-2");
    }

    @Test
    @Tag("sign-in#AC-10")
    void who_one_is_is_asked_of_sts_and_a_wrong_clock_is_put_right() throws Exception {
        aws.kept(KeptAws.NONE)
                .with("AWS_ACCESS_KEY_ID", "AKENV")
                .with("AWS_SECRET_ACCESS_KEY", "s");
        aws.server
                .thenStatus(
                        403,
                        Map.of("Date", "Sun, 01 Mar 2026 12:00:00 GMT"),
                        error(
                                "SignatureDoesNotMatch",
                                "Signature expired: 20260301T100000Z is now earlier than 20260301T114500Z"))
                .thenStatus(
                        200,
                        Map.of(),
                        """
                        <GetCallerIdentityResponse xmlns="https://sts.amazonaws.com/doc/2011-06-15/"><GetCallerIdentityResult>
                        <Arn>arn:aws:iam::123456789012:user/ada</Arn><UserId>AIDA</UserId><Account>123456789012</Account>
                        </GetCallerIdentityResult><ResponseMetadata><RequestId>1</RequestId></ResponseMetadata></GetCallerIdentityResponse>
                        """)
                .thenStatus(
                        403,
                        Map.of(),
                        error(
                                "InvalidClientTokenId",
                                "The security token included in the request is invalid."));

        try (AwsSignIn signIn = aws.signIn()) {
            assertThat(signIn.identity("eu-west-1"))
                    .isEqualTo(
                            new Identity.Known(
                                    "arn:aws:iam::123456789012:user/ada",
                                    "123456789012",
                                    "the environment",
                                    Optional.<Instant>empty()));
            assertThat(signIn.identity("eu-west-1"))
                    .isEqualTo(
                            new Identity.Failed(
                                    "AWS does not take the credentials of the environment (InvalidClientTokenId: The security token included in the request is invalid.)",
                                    "sign in again"));
        }
        assertThat(aws.asked().getFirst())
                .isEqualTo("POST / Action=GetCallerIdentity&Version=2011-06-15");
        assertThat(aws.server.requests().get(1).headers())
                .containsEntry("x-amz-date", "20260301T120000Z");
    }

    @Test
    @Tag("sign-in#AC-10")
    void nobody_is_nobody() throws Exception {
        try (AwsSignIn signIn = aws.kept(KeptAws.NONE).signIn()) {
            assertThat(signIn.identity("eu-west-1")).isEqualTo(new Identity.Nobody());
        }
    }
}
