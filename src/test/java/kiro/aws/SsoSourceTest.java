package kiro.aws;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Sign-ins to IAM Identity Center, in the files of the AWS CLI.
class SsoSourceTest {
    private static final String ROLE =
            "GET /federation/credentials?role_name=Power%20User&account_id=123456789012";
    private static final String CREDENTIALS =
            "{\"roleCredentials\":{\"accessKeyId\":\"ASIA1\",\"secretAccessKey\":\"s\",\"sessionToken\":\"t\",\"expiration\":1772364600000}}";

    @TempDir private Path home;

    private Aws aws;

    @BeforeEach
    void begin() {
        aws =
                new Aws(home)
                        .profile("dev")
                        .config(
                                """
                                [profile dev]
                                sso_session = my-sso
                                sso_account_id = 123456789012
                                sso_role_name = Power User
                                [sso-session my-sso]
                                sso_start_url = https://d-1.awsapps.com/start
                                sso_region = eu-west-1
                                sso_registration_scopes = sso:account:access
                                """);
    }

    @AfterEach
    void leave() throws Exception {
        aws.close();
    }

    private Path kept() {
        return SsoToken.file(home, "my-sso");
    }

    private void signedIn(String until, String more) throws Exception {
        Files.createDirectories(kept().getParent());
        Files.writeString(
                kept(),
                "{\"startUrl\":\"https://d-1.awsapps.com/start\",\"region\":\"eu-west-1\",\"accessToken\":\"access\",\"expiresAt\":\"%s\"%s}"
                        .formatted(until, more));
    }

    private static String renewable(String registered) {
        return ",\"clientId\":\"client\",\"clientSecret\":\"hush\",\"registrationExpiresAt\":\"%s\",\"refreshToken\":\"refresh\""
                .formatted(registered);
    }

    @Test
    @Tag("aws-access#AC-5")
    void a_sign_in_of_the_cli_gives_the_credentials_of_the_role() throws Exception {
        signedIn("2026-03-01T11:00:00Z", "");
        aws.server.thenStatus(200, Map.of(), CREDENTIALS);

        assertThat(aws.words()).isEqualTo("ASIA1 s t 2026-03-01T11:30:00Z of the profile 'dev'");
        assertThat(aws.asked()).containsExactly(ROLE);
        assertThat(aws.server.requests().getFirst().headers())
                .containsEntry("x-amz-sso_bearer_token", "access");
    }

    @Test
    @Tag("aws-access#AC-5")
    void the_file_is_the_one_that_the_cli_names() {
        // The SHA-1 of the name, as Python computes it.
        assertThat(SsoToken.file(home, "my-sso"))
                .isEqualTo(
                        home.resolve(
                                ".aws/sso/cache/0ad374308c5a4e22f723adf10145eafad7c4031c.json"));
        assertThat(SsoToken.file(home, "https://d-1.awsapps.com/start"))
                .isEqualTo(
                        home.resolve(
                                ".aws/sso/cache/0c54b6c27e90660baa89eaad85ac1d5dae26cb7d.json"));
    }

    @Test
    @Tag("aws-access#AC-5")
    void profiles_of_the_older_form_are_read_as_well() throws Exception {
        aws.config(
                """
                [profile dev]
                sso_start_url = https://d-1.awsapps.com/start
                sso_region = eu-west-1
                sso_account_id = 123456789012
                sso_role_name = Power User
                """);
        aws.file(
                home.relativize(SsoToken.file(home, "https://d-1.awsapps.com/start")).toString(),
                "{\"accessToken\":\"access\",\"expiresAt\":\"2026-03-01T11:00:00UTC\"}");
        aws.server.thenStatus(200, Map.of(), CREDENTIALS);

        assertThat(aws.words()).startsWith("ASIA1 ");
    }

    @Test
    @Tag("aws-access#AC-5")
    void a_sign_in_that_is_nearly_over_is_renewed_in_its_file() throws Exception {
        signedIn("2026-03-01T10:04:00Z", renewable("2026-05-01T00:00:00Z"));
        Files.setPosixFilePermissions(kept(), PosixFilePermissions.fromString("rw-r--r--"));
        aws.server
                .thenStatus(
                        200,
                        Map.of(),
                        "{\"accessToken\":\"next\",\"expiresIn\":3600,\"refreshToken\":\"refresh-2\",\"tokenType\":\"Bearer\"}")
                .thenStatus(200, Map.of(), CREDENTIALS);

        assertThat(aws.words()).startsWith("ASIA1 ");

        assertThat(aws.asked())
                .containsExactly(
                        "POST /token {\"clientId\":\"client\",\"clientSecret\":\"hush\",\"grantType\":\"refresh_token\",\"refreshToken\":\"refresh\"}",
                        ROLE);
        assertThat(aws.server.requests().getLast().headers())
                .containsEntry("x-amz-sso_bearer_token", "next");
        JsonNode file = JsonMapper.shared().readTree(Files.readString(kept()));
        assertThat(file)
                .isEqualTo(
                        JsonMapper.shared()
                                .readTree(
                                        "{\"startUrl\":\"https://d-1.awsapps.com/start\",\"region\":\"eu-west-1\",\"accessToken\":\"next\",\"expiresAt\":\"2026-03-01T11:00:00Z\",\"clientId\":\"client\",\"clientSecret\":\"hush\",\"registrationExpiresAt\":\"2026-05-01T00:00:00Z\",\"refreshToken\":\"refresh-2\"}"));
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(kept())))
                .isEqualTo("rw-------");
        try (var files = Files.list(kept().getParent())) {
            assertThat(files).containsExactly(kept());
        }
    }

    @Test
    @Tag("aws-access#AC-5")
    void a_sign_in_that_is_over_says_how_to_sign_in() throws Exception {
        String fix = "sign in with 'kiro auth login --profile dev'";
        assertThat(aws.words()).isEqualTo("nobody is signed in for the profile 'dev': " + fix);

        String expired = "the sign-in for the profile 'dev' has expired: " + fix;
        signedIn("2026-03-01T09:59:00Z", "");
        assertThat(aws.words()).isEqualTo(expired);
        signedIn("2026-03-01T09:59:00Z", renewable("2026-02-01T00:00:00Z"));
        assertThat(aws.words()).isEqualTo(expired);
        assertThat(aws.server.requests()).isEmpty();

        signedIn("2026-03-01T09:59:00Z", renewable("2026-05-01T00:00:00Z"));
        aws.server.thenStatus(400, Map.of(), "{\"error\":\"invalid_grant\"}");
        assertThat(aws.words()).isEqualTo(expired);

        signedIn("2026-03-01T12:00:00Z", "");
        aws.server.thenStatus(
                401,
                Map.of("x-amzn-ErrorType", "UnauthorizedException"),
                "{\"message\":\"Session token not found or invalid\"}");
        assertThat(aws.words()).isEqualTo(expired);
    }

    @Test
    @Tag("aws-access#AC-5")
    void a_sign_in_that_cannot_be_renewed_goes_on_to_its_end() throws Exception {
        signedIn("2026-03-01T10:04:00Z", renewable("2026-05-01T00:00:00Z"));
        aws.server.thenStatus(503, Map.of(), "").thenStatus(200, Map.of(), CREDENTIALS);

        assertThat(aws.words()).startsWith("ASIA1 ");
    }

    @Test
    @Tag("aws-access#AC-5")
    void a_role_that_is_not_assigned_is_said_and_what_may_pass_is_told_apart() throws Exception {
        signedIn("2026-03-01T12:00:00Z", "");
        aws.server
                .thenStatus(403, Map.of(), "{\"message\":\"Not yours\"}")
                .thenStatus(429, Map.of(), "")
                .thenStatus(200, Map.of(), "{}");
        String said =
                "the profile 'dev' gets no credentials of the role Power User in the account 123456789012 (HTTP %s):"
                        + " have the role assigned to you, or choose another%s";

        assertThat(aws.words()).isEqualTo(said.formatted("403, Not yours", ""));
        assertThat(aws.words()).isEqualTo(said.formatted("429", " (may pass)"));
        assertThat(aws.words())
                .isEqualTo(
                        "Identity Center answers without credentials: try again in a while (may pass)");
    }
}
