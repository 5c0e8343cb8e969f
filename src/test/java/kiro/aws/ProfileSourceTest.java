package kiro.aws;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kiro.secret.Secret;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProfileSourceTest {
    private static final String ROLE = "arn:aws:iam::123456789012:role/dev";

    @TempDir private Path home;

    private Aws aws;

    @BeforeEach
    void begin() {
        aws = new Aws(home);
    }

    @AfterEach
    void leave() throws Exception {
        aws.close();
    }

    @Test
    @Tag("aws-access#AC-3")
    void files_are_read_in_every_form_that_the_tools_write() throws Exception {
        aws.config(
                        """
                        # a remark
                        ; another one
                        [default]
                        region=eu-west-1
                        s3 =
                          max_concurrent_requests = 20
                          addressing_style = path

                        [ profile   "my work" ]   # mine
                        Region = eu-north-1 ; near
                        aws_access_key_id = from-config
                        aws_secret_access_key = s#1
                        [profile my work]
                        output = json
                        """)
                .credentials(
                        "[my work]\r\naws_access_key_id = K\r\naws_secret_access_key=s/+=#;x\r\naws_session_token = t\r\n");

        assertThat(aws.profile("my work").words())
                .isEqualTo("K s/+=#;x t - of the profile 'my work'");
        assertThat(aws.signIn().region()).contains("eu-north-1");
        assertThat(aws.profile("default").signIn().region()).contains("eu-west-1");
    }

    @ParameterizedTest
    @Tag("aws-access#AC-3")
    @CsvSource({
        "'[default]\nregion\n', 2",
        "'region = x\n', 1",
        "'[default\nregion = x\n', 1",
        "'[default]\n= x\n', 2",
    })
    void a_line_that_is_neither_section_nor_setting_is_named(String text, int line)
            throws Exception {
        aws.config(text);

        assertThat(aws.words())
                .isEqualTo(
                        "~/.aws/config:%d is neither a section nor a setting: mend the file"
                                .formatted(line));
    }

    @Test
    @Tag("aws-access#AC-3")
    void files_may_lie_elsewhere_and_what_cannot_be_read_is_said() throws Exception {
        aws.file("own/c", "[profile x]\nregion = eu-west-1\n")
                .file("own/k", "[x]\naws_access_key_id = K\naws_secret_access_key = s\n")
                .with("AWS_CONFIG_FILE", "~/own/c")
                .with("AWS_SHARED_CREDENTIALS_FILE", home.resolve("own/k").toString())
                .profile("x");
        assertThat(aws.words()).isEqualTo("K s - - of the profile 'x'");

        Files.write(home.resolve("own/k"), new byte[] {(byte) 0xff, (byte) 0xfe});
        assertThat(aws.words()).isEqualTo("~/own/k is not UTF-8: mend the file");
        aws.with("AWS_SHARED_CREDENTIALS_FILE", home.resolve("own").toString());
        assertThat(aws.words()).startsWith("~/own cannot be read: ");
    }

    private Path program(String text) throws Exception {
        aws.file("bin/lend it", "#!/bin/sh\n" + text + "\n");
        Path program = home.resolve("bin/lend it");
        Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwx------"));
        return program;
    }

    @Test
    @Tag("aws-access#AC-4")
    void a_program_is_run_without_a_shell_and_with_the_whole_environment() throws Exception {
        Path program =
                program(
                        "printf '{\"Version\":1,\"AccessKeyId\":\"%s\",\"SecretAccessKey\":\"%s\",\"SessionToken\":\"%s\",\"Expiration\":\"2026-03-01T12:00:00+01:00\"}' \"${1#a }\" \"$2\" \"$LENDER_TOKEN\"");
        aws.with("LENDER_TOKEN", "t")
                .config(
                        "[default]\ncredential_process = '%s' \"a b\" $HOME;x\n"
                                .formatted(program));

        assertThat(aws.words())
                .isEqualTo("b $HOME;x t 2026-03-01T11:00:00Z of the profile 'default'");
        aws.config("[default]\ncredential_process = ~/bin/lend\\ it K s\n");
        assertThat(aws.words()).startsWith("K s t ");
    }

    @Test
    @Tag("aws-access#AC-4")
    void a_program_that_fails_is_named_without_what_it_printed() throws Exception {
        Path program = program("echo the-secret-itself; echo locked >&2; exit 3");
        String before = "credential_process of the profile 'default' ";
        aws.config("[default]\ncredential_process = '%s'\n".formatted(program));
        assertThat(aws.words()).isEqualTo(before + "ended with code 3: locked: mend what it says");

        program("echo '{\"Version\":2}'");
        assertThat(aws.words())
                .isEqualTo(
                        before
                                + "printed no credentials of version 1: have it print JSON as AWS documents it");
        program("exit 0");
        assertThat(aws.words()).startsWith(before + "printed no credentials of version 1");
        aws.config("[default]\ncredential_process = 'open\n");
        assertThat(aws.words()).isEqualTo(before + "has an open quotation mark: close it");
        aws.config("[default]\ncredential_process = /no/such/program\n");
        assertThat(aws.words()).startsWith(before).doesNotContain("secret-itself");
    }

    private static String lent(String key) {
        return """
        <AssumeRoleResponse xmlns="https://sts.amazonaws.com/doc/2011-06-15/"><AssumeRoleResult>
        <AssumedRoleUser><Arn>arn:aws:sts::1:assumed-role/dev/x</Arn></AssumedRoleUser>
        <Credentials><SecretAccessKey>se&amp;cret</SecretAccessKey><SessionToken>to/ken</SessionToken>
        <Expiration>2026-03-01T11:00:00Z</Expiration><AccessKeyId>%s</AccessKeyId></Credentials>
        </AssumeRoleResult></AssumeRoleResponse>
        """
                .formatted(key);
    }

    @Test
    @Tag("aws-access#AC-6")
    void a_role_is_taken_on_with_another_profile_and_the_request_is_signed() throws Exception {
        aws.config(
                        """
                        [profile dev]
                        role_arn = %s
                        source_profile = base
                        role_session_name = me@work
                        external_id = ex/1
                        duration_seconds = 900
                        region = eu-west-1
                        """
                                .formatted(ROLE))
                .credentials("[base]\naws_access_key_id = K\naws_secret_access_key = s\n")
                .profile("dev");
        aws.server.thenStatus(200, Map.of("Content-Type", "text/xml"), lent("ASIA1"));

        assertThat(aws.words())
                .isEqualTo("ASIA1 se&cret to/ken 2026-03-01T11:00:00Z of the profile 'dev'");

        assertThat(aws.asked())
                .containsExactly(
                        "POST / Action=AssumeRole&DurationSeconds=900&ExternalId=ex%2F1"
                                + "&RoleArn=arn%3Aaws%3Aiam%3A%3A123456789012%3Arole%2Fdev&RoleSessionName=me%40work&Version=2011-06-15");
        var received = aws.server.requests().getFirst();
        assertThat(received.headers().get("authorization"))
                .isEqualTo(
                        new RequestSigner("eu-west-1", "sts")
                                .headers(
                                        new RequestSigner.Unsigned(
                                                "POST",
                                                URI.create(aws.server.url() + "/"),
                                                Map.of(
                                                        "content-type",
                                                        received.headers()
                                                                .getOrDefault("content-type", "")),
                                                List.of(
                                                        received.body()
                                                                .getBytes(StandardCharsets.UTF_8))),
                                        new AwsCredentials(
                                                "K",
                                                Secret.of("s"),
                                                Optional.empty(),
                                                Optional.empty(),
                                                ""),
                                        Aws.NOW)
                                .get("Authorization"));
    }

    @Test
    @Tag("aws-bill#AC-8")
    void only_the_role_that_calls_bears_the_tag_of_the_session() throws Exception {
        aws.config(
                        """
                        [profile a]
                        role_arn = %1$s-a
                        source_profile = b
                        [profile b]
                        role_arn = %1$s-b
                        source_profile = base
                        """
                                .formatted(ROLE))
                .credentials("[base]\naws_access_key_id = K\naws_secret_access_key = s\n")
                .profile("a");
        aws.server.thenStatus(200, Map.of(), lent("of-b")).thenStatus(200, Map.of(), lent("of-a"));

        try (AwsSignIn signIn = aws.signIn()) {
            AwsSignIn own = signIn.forSession("20260301-100000-abcd");
            assertThat(Aws.words(own.credentials())).startsWith("of-a ");
            assertThat(signIn.forSession("20260301-100000-abcd")).isSameAs(own);
            assertThat(signIn.bearsTags()).isTrue();
        }

        assertThat(aws.asked().getFirst()).doesNotContain("Tags");
        assertThat(aws.asked().getLast())
                .endsWith(
                        "&Tags.member.1.Key=kiro%3Asession&Tags.member.1.Value=20260301-100000-abcd&Version=2011-06-15");
    }

    @Test
    @Tag("aws-bill#AC-8")
    void a_trust_policy_that_allows_no_tags_is_named() throws Exception {
        aws.config("[profile a]\nrole_arn = %s\nsource_profile = base\n".formatted(ROLE))
                .credentials("[base]\naws_access_key_id = K\naws_secret_access_key = s\n")
                .profile("a");
        aws.server.thenStatus(
                403,
                Map.of(),
                "<ErrorResponse><Error><Type>Sender</Type><Code>AccessDenied</Code><Message>not authorized to perform: sts:TagSession</Message></Error></ErrorResponse>");

        try (AwsSignIn signIn = aws.signIn()) {
            assertThat(Aws.words(signIn.forSession("s").credentials()))
                    .isEqualTo(
                            "the profile 'a' may not take on %s (AccessDenied: not authorized to perform: sts:TagSession): look at the role's trust policy: it has to allow sts:TagSession beside sts:AssumeRole, or cost.session-tag has to be off"
                                    .formatted(ROLE));
        }
    }

    @Test
    @Tag("aws-bill#AC-8")
    void credentials_without_a_role_bear_no_tag() throws Exception {
        aws.config(
                        """
                        [profile keys]
                        aws_access_key_id = K
                        aws_secret_access_key = s
                        [profile web]
                        role_arn = %1$s
                        web_identity_token_file = ~/token
                        [profile role]
                        role_arn = %1$s
                        source_profile = keys
                        """
                                .formatted(ROLE))
                .file("token", "web");
        assertThat(aws.profile("keys").signIn().bearsTags()).isFalse();
        assertThat(aws.profile("web").signIn().bearsTags()).isFalse();
        assertThat(aws.profile("role").signIn().bearsTags()).isTrue();
        assertThat(aws.with("AWS_ACCESS_KEY_ID", "K").signIn().bearsTags()).isFalse();
    }

    @Test
    @Tag("aws-access#AC-4")
    void roles_are_taken_on_one_after_another_and_of_other_places() throws Exception {
        aws.config(
                        """
                        [profile a]
                        role_arn = %1$s-a
                        source_profile = b
                        [profile b]
                        role_arn = %1$s-b
                        source_profile = b
                        aws_access_key_id = K
                        aws_secret_access_key = s
                        [profile e]
                        role_arn = %1$s-e
                        credential_source = Environment
                        [profile c]
                        role_arn = %1$s-c
                        credential_source = EcsContainer
                        [profile w]
                        role_arn = %1$s-w
                        web_identity_token_file = ~/token
                        """
                                .formatted(ROLE))
                .file("token", "web");
        aws.server.thenStatus(200, Map.of(), lent("of-b")).thenStatus(200, Map.of(), lent("of-a"));
        assertThat(aws.profile("a").words()).startsWith("of-a ");
        assertThat(aws.server.requests().get(0).headers().get("authorization"))
                .contains("Credential=K/");
        assertThat(aws.server.requests().get(1).headers().get("authorization"))
                .contains("Credential=of-b/");

        aws.server.thenStatus(200, Map.of(), lent("of-w"));
        assertThat(aws.profile("w").words()).startsWith("of-w ");
        assertThat(aws.asked().getLast())
                .contains(
                        "Action=AssumeRoleWithWebIdentity",
                        "WebIdentityToken=web",
                        "RoleSessionName=kiro-");
        assertThat(aws.server.requests().getLast().headers()).doesNotContainKey("authorization");

        aws.with("AWS_CONTAINER_CREDENTIALS_FULL_URI", aws.server.url() + "/creds");
        aws.server
                .thenStatus(200, Map.of(), "{\"AccessKeyId\":\"C\",\"SecretAccessKey\":\"c\"}")
                .thenStatus(200, Map.of(), lent("of-c"));
        assertThat(aws.profile("c").words()).startsWith("of-c ");
    }

    @Test
    @Tag("aws-access#AC-4")
    void what_leads_nowhere_is_said_with_the_way_out() throws Exception {
        aws.config(
                """
                [profile a]
                role_arn = x
                source_profile = b
                [profile b]
                role_arn = y
                source_profile = a
                [profile gone]
                role_arn = x
                source_profile = nowhere
                [profile none]
                role_arn = x
                [profile bare]
                role_arn = x
                source_profile = empty
                [profile empty]
                region = eu-west-1
                [profile mfa]
                role_arn = x
                source_profile = a
                mfa_serial = arn:aws:iam::1:mfa/me
                [profile login]
                login_session = arn:aws:iam::1:user/me
                [profile sso]
                sso_session = gone
                sso_account_id = 1
                sso_role_name = r
                [profile web]
                role_arn = x
                web_identity_token_file = /no/such/file
                """);

        assertThat(aws.profile("a").words())
                .isEqualTo(
                        "the profiles a, b wait for each other: have the last source_profile name one with keys or a sign-in");
        assertThat(aws.profile("gone").words()).startsWith("there is no profile 'nowhere' in ");
        assertThat(aws.profile("none").words())
                .isEqualTo(
                        "the profile 'none' takes on a role with credentials that are not there:"
                                + " set its source_profile or credential_source");
        assertThat(aws.profile("bare").words())
                .startsWith("the profile 'empty' has no credentials");
        assertThat(aws.profile("mfa").words())
                .startsWith("the profile 'mfa' asks for a code of a second factor: ")
                .contains("export-credentials --profile mfa");
        assertThat(aws.profile("login").words())
                .startsWith("the profile 'login' is one of 'aws login'")
                .contains("export-credentials --profile login");
        assertThat(aws.profile("sso").words())
                .startsWith("the profile 'sso' signs in, and does not say where");
        assertThat(aws.profile("web").words())
                .isEqualTo(
                        "the token of the profile 'web' cannot be read: /no/such/file:"
                                + " mend AWS_WEB_IDENTITY_TOKEN_FILE or web_identity_token_file");
        assertThat(aws.server.requests()).isEmpty();
    }

    private static String refusal(String code, String message) {
        return "<ErrorResponse xmlns=\"https://sts.amazonaws.com/doc/2011-06-15/\"><Error><Type>Sender</Type><Code>%s</Code><Message>%s</Message></Error><RequestId>1</RequestId></ErrorResponse>"
                .formatted(code, message);
    }

    @Test
    @Tag("aws-access#AC-6")
    void a_refusal_names_the_role_the_code_and_the_reason() throws Exception {
        aws.config("[default]\nrole_arn = %s\nsource_profile = base\n".formatted(ROLE))
                .credentials("[base]\naws_access_key_id = K\naws_secret_access_key = s\n");
        String before = "the profile 'default' may not take on " + ROLE + " ";
        aws.server
                .thenStatus(403, Map.of(), refusal("AccessDenied", "User: x is not\nauthorized"))
                .thenStatus(403, Map.of(), refusal("ExpiredToken", "over"))
                .thenStatus(400, Map.of(), refusal("Throttling", "slower"))
                .thenStatus(500, Map.of(), "<html>")
                .thenStatus(200, Map.of(), "<nothing/>")
                .thenStatus(
                        400,
                        Map.of(),
                        "<!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/passwd\">]><Error><Message>&e;</Message></Error>");

        assertThat(aws.words())
                .isEqualTo(
                        before
                                + "(AccessDenied: User: x is not authorized): look at the role's trust policy");
        assertThat(aws.words()).isEqualTo(before + "(ExpiredToken: over): sign in again");
        assertThat(aws.words())
                .isEqualTo(
                        before
                                + "(Throttling: slower): look at the role's trust policy (may pass)");
        assertThat(aws.words())
                .isEqualTo(
                        before
                                + "(HTTP 500: no reason given): look at the role's trust policy (may pass)");
        assertThat(aws.words())
                .isEqualTo("STS answers without credentials: try again in a while (may pass)");
        assertThat(aws.words()).doesNotContain("root:");
        aws.server.close();
        assertThat(aws.words())
                .startsWith("127.0.0.1 cannot be reached for the profile 'default': ")
                .endsWith("(may pass)");
    }
}
