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
import tools.jackson.databind.json.JsonMapper;

/// Signing in to AWS, against a server that plays the services of Identity Center, STS and GitHub.
@Timeout(60)
class AuthAwsCommandsTest {
    private static final String URL = "https://acme.awsapps.com/start";
    private static final String[] LOGIN = {
        "auth", "login", "--sso-start-url", URL + "/#/", "--region", "eu-west-1"
    };

    @TempDir private Path folder;

    private AnthropicServer server;
    private TemporaryWorkspace workspace;

    @BeforeEach
    void begin() throws Exception {
        server = AnthropicServer.start();
        workspace =
                TemporaryWorkspace.in(Files.createDirectories(folder.resolve("w")))
                        .with("README.md", "# Demo\n");
    }

    @AfterEach
    void leave() throws Exception {
        server.close();
    }

    /// Signs in, in the first account, as a role that is named at once.
    private Kiro.Result loginAs(String role) {
        return kiro().run(
                        "auth",
                        "login",
                        "--sso-start-url",
                        URL,
                        "--region",
                        "eu-west-1",
                        "--account",
                        "111111111111",
                        "--role",
                        role);
    }

    private Kiro kiro() {
        return Kiro.in(workspace.root())
                .with("HOME", folder.resolve("home").toString())
                .with("AWS_EC2_METADATA_DISABLED", "true")
                .with("AWS_ENDPOINT_URL_SSO_OIDC", server.url().toString())
                .with("AWS_ENDPOINT_URL_SSO", server.url().toString())
                .with("AWS_ENDPOINT_URL_STS", server.url().toString());
    }

    private void answers(String json) {
        server.thenStatus(200, Map.of(), json);
    }

    private void signsIn() {
        answers(
                "{\"clientId\":\"client\",\"clientSecret\":\"hush-client\",\"clientSecretExpiresAt\":1780000000}");
        authorizes();
        answers(
                "{\"accessToken\":\"hush-access\",\"expiresIn\":28800,\"refreshToken\":\"hush-refresh\",\"tokenType\":\"Bearer\"}");
    }

    private void authorizes() {
        answers(
                "{\"deviceCode\":\"hush-device\",\"userCode\":\"ABCD-EFGH\",\"verificationUri\":\"https://device.sso.eu-west-1.amazonaws.com/\",\"verificationUriComplete\":\"https://device.sso.eu-west-1.amazonaws.com/?user_code=ABCD-EFGH\",\"expiresIn\":600,\"interval\":1}");
    }

    private void lists() {
        answers(
                "{\"accountList\":[{\"accountId\":\"111111111111\",\"accountName\":\"Acme Dev\"},{\"accountId\":\"222222222222\",\"accountName\":\"Acme Prod\"}]}");
    }

    private void roles(String... names) {
        answers(
                "{\"roleList\":[%s]}"
                        .formatted(
                                List.of(names).stream()
                                        .map("{\"roleName\":\"%s\"}"::formatted)
                                        .collect(java.util.stream.Collectors.joining(","))));
    }

    private void lends() {
        answers(
                "{\"roleCredentials\":{\"accessKeyId\":\"ASIA\",\"secretAccessKey\":\"hush-key\",\"sessionToken\":\"hush-token\",\"expiration\":1772370000000}}");
    }

    private List<String> asked() {
        return server.requests().stream()
                .map(each -> each.line().replace(" HTTP/1.1", ""))
                .toList();
    }

    private static void isDiscreet(Kiro.Result result) {
        assertThat(result.out() + result.err()).doesNotContain("hush");
    }

    @Test
    @Tag("sign-in#AC-5")
    @Tag("sign-in#AC-7")
    void a_person_compares_a_code_chooses_by_number_and_is_signed_in() throws Exception {
        signsIn();
        lists();
        roles("Admin", "Developer");
        lends();

        Kiro.Result result = kiro().typing("9", "2", "1").run(LOGIN);

        isDiscreet(result);
        assertThat(result)
                .isEqualTo(
                        new Kiro.Result(
                                0,
                                """
                                open this page, see that it shows the code below, and allow the sign-in:
                                  https://device.sso.eu-west-1.amazonaws.com/?user_code=ABCD-EFGH
                                  ABCD-EFGH
                                signed in at acme.awsapps.com until 2026-03-01 20:00 UTC, renewed by itself until 2026-05-28 20:26 UTC
                                accounts:
                                   1  111111111111  Acme Dev
                                   2  222222222222  Acme Prod
                                account (1-2): type a number from 1 to 2
                                account (1-2): roles:
                                   1  Admin
                                   2  Developer
                                role (1-2): AWS is asked as the role Admin in the account 222222222222
                                say in which region models are asked: kiro config set aws.region REGION
                                choose a model: 'kiro models list bedrock' shows those that you can use
                                """,
                                ""));
        assertThat(server.requests().get(1).body()).contains("\"startUrl\":\"" + URL + "\"");
        assertThat(
                        JsonMapper.shared()
                                .readTree(
                                        Files.readString(
                                                folder.resolve("home/.kiro/credentials.json"))))
                .isEqualTo(
                        JsonMapper.shared()
                                .readTree(
                                        """
                                        {"version":1,"identityCenter":{"startUrl":"https://acme.awsapps.com/start","region":"eu-west-1",
                                        "account":"222222222222","role":"Admin"}}
                                        """));

        assertThat(kiro().run("auth", "status").out())
                .isEqualTo(
                        """
                        FOR  WHAT     WHERE                                                      UNTIL                 STATE
                        aws  sign-in  the role Admin in the account 222222222222 at              2026-05-28 20:26 UTC  used
                                      acme.awsapps.com
                        """);
        assertThat(kiro().with("AWS_REGION", "eu-west-1").run("models", "list").out())
                .contains("credentials of the role Admin in the account 222222222222 at");
    }

    @Test
    @Tag("sign-in#AC-7")
    void without_a_terminal_the_flags_are_named_and_the_sign_in_is_not_made_twice() {
        signsIn();
        lists();

        Kiro.Result first = kiro().run(LOGIN);

        assertThat(first.code()).isEqualTo(3);
        assertThat(first.out()).contains("  2  222222222222  Acme Prod");
        assertThat(first.err())
                .isEqualTo(
                        "error: there is nobody to choose the account [auth/no-account]\n"
                                + "  next: call it again with --account ID --role NAME: you are signed in\n");

        lends();
        Kiro.Result second = loginAs("Developer");
        assertThat(second.code()).as(second.err()).isZero();
        assertThat(second.out())
                .startsWith("already signed in at acme.awsapps.com until 2026-03-01 20:00 UTC");
        assertThat(server.requests()).hasSize(5);
    }

    @Test
    @Tag("sign-in#AC-7")
    void the_only_account_and_role_are_taken() {
        signsIn();
        answers(
                "{\"accountList\":[{\"accountId\":\"111111111111\",\"accountName\":\"Acme Dev\"}]}");
        roles("Developer");
        lends();

        Kiro.Result result = kiro().run(LOGIN);

        assertThat(result.code()).as(result.err()).isZero();
        assertThat(result.out())
                .endsWith(
                        "the only account is 111111111111  Acme Dev\nthe only role is Developer\n"
                                + "AWS is asked as the role Developer in the account 111111111111\n"
                                + "say in which region models are asked: kiro config set aws.region REGION\n"
                                + "choose a model: 'kiro models list bedrock' shows those that you can use\n");
    }

    @Test
    @Tag("sign-in#AC-7")
    void a_role_that_lends_nothing_is_not_kept() {
        signsIn();
        server.thenStatus(403, Map.of(), "{\"message\":\"No access\"}");

        Kiro.Result result = loginAs("Typo");

        assertThat(result.code()).isEqualTo(1);
        assertThat(result.err())
                .contains(
                        "gets no credentials of the role Typo in the account 111111111111 (HTTP 403, No access) [auth/no-credentials]");
        assertThat(folder.resolve("home/.kiro/credentials.json")).doesNotExist();
    }

    @Test
    @Tag("sign-in#AC-7")
    void what_goes_before_it_is_said() {
        signsIn();
        answers(
                "{\"accountList\":[{\"accountId\":\"111111111111\",\"accountName\":\"Acme Dev\"}]}");
        roles("Developer");
        lends();

        Kiro.Result result =
                kiro().with("AWS_ACCESS_KEY_ID", "AKIAIOSFODNN7EXAMPLE")
                        .with("AWS_SECRET_ACCESS_KEY", "hush-key")
                        .run(LOGIN);

        isDiscreet(result);
        assertThat(result.err())
                .isEqualTo(
                        "warning: the environment goes before it: 'kiro auth status' shows the order\n");
    }

    @Test
    @Tag("sign-in#AC-6")
    void a_sign_in_that_is_not_allowed_ends_with_why() {
        answers(
                "{\"clientId\":\"client\",\"clientSecret\":\"hush-client\",\"clientSecretExpiresAt\":1780000000}");
        authorizes();
        server.thenStatus(400, Map.of(), "{\"error\":\"access_denied\"}");

        Kiro.Result result = kiro().run(LOGIN);

        isDiscreet(result);
        assertThat(result.code()).isEqualTo(1);
        assertThat(result.err())
                .isEqualTo(
                        "error: the sign-in was not allowed [auth/not-signed-in]\n"
                                + "  next: sign in again, and allow it on the page\n");
        assertThat(folder.resolve("home/.kiro/credentials.json")).doesNotExist();
    }

    @Test
    @Tag("sign-in#AC-5")
    void a_sign_in_shares_the_name_that_the_aws_cli_gives_it() throws Exception {
        config(
                """
                [sso-session acme]
                sso_start_url = https://acme.awsapps.com/start/#
                sso_region = eu-west-1
                [profile dev]
                sso_session = acme
                sso_account_id = 111111111111
                sso_role_name = Developer
                region = eu-west-1
                """);
        signsIn();
        lends();

        Kiro.Result result =
                kiro().run(
                                "auth",
                                "login",
                                "--sso-start-url",
                                URL,
                                "--account",
                                "111111111111",
                                "--role",
                                "Developer");

        assertThat(result.code()).as(result.err()).isZero();
        // The SHA-1 of `acme`.
        assertThat(
                        folder.resolve(
                                "home/.aws/sso/cache/293abb6b76d7791c0732cc517d38c4b5c734b87f.json"))
                .exists();

        Kiro.Result again = kiro().run("auth", "login", "--profile", "dev");
        assertThat(again.code()).isZero();
        assertThat(again.out())
                .startsWith("already signed in at acme.awsapps.com (acme)")
                .endsWith("to use it, set the profile: kiro config set aws.profile dev\n");
        assertThat(kiro().run("auth", "login", "--profile", "none").err())
                .contains("no profile 'none' in ~/.aws/config signs in to Identity Center");
    }

    private void config(String text) throws Exception {
        Files.createDirectories(folder.resolve("home/.aws"));
        Files.writeString(folder.resolve("home/.aws/config"), text);
    }

    @Test
    @Tag("sign-in#AC-5")
    void a_builder_id_is_kept_and_said_to_lend_nothing() {
        signsIn();

        Kiro.Result result = kiro().run("auth", "login", "--builder-id");

        assertThat(result.code()).as(result.err()).isZero();
        assertThat(result.out())
                .contains("signed in at AWS Builder ID until 2026-03-01 20:00 UTC")
                .endsWith(
                        "a Builder ID has no AWS account: models on Bedrock need --sso-start-url\n");
        assertThat(kiro().run("auth", "status").out())
                .contains("builder-id  sign-in  AWS Builder ID");
        assertThat(kiro().run("auth", "whoami").out())
                .isEqualTo("builder-id  sign-in of AWS Builder ID\n");
        answers("{}");
        assertThat(kiro().run("auth", "logout", "builder-id").out())
                .isEqualTo("the sign-in at AWS Builder ID is forgotten\n");
        assertThat(asked().getLast()).isEqualTo("POST /logout");
    }

    @Test
    @Tag("sign-in#AC-1")
    void what_is_no_address_region_account_or_role_is_refused() {
        for (String wrong :
                List.of(
                        "--sso-start-url http://acme.example/start",
                        "--sso-start-url https://user:pass@acme.example/start --region eu-west-1",
                        "--sso-start-url acme",
                        "--sso-start-url https://acme.awsapps.com/start",
                        "--sso-start-url https://acme.awsapps.com/start --region evil.example/",
                        "--sso-start-url https://acme.awsapps.com/start --region eu-west-1 --account 12",
                        "--sso-start-url https://acme.awsapps.com/start --region eu-west-1 --role a/b",
                        "--aws-role build",
                        "--builder-id --anthropic",
                        "--builder-id --profile dev")) {
            var args = new java.util.ArrayList<>(List.of("auth", "login"));
            args.addAll(List.of(wrong.split(" ")));
            assertThat(kiro().run(args.toArray(String[]::new)).code()).as(wrong).isEqualTo(64);
        }
        assertThat(server.requests()).isEmpty();
    }

    @Test
    @Tag("sign-in#AC-9")
    void a_job_of_github_signs_in_to_a_role_and_keeps_no_secret() throws Exception {
        answers("{\"value\":\"hush.jwt.token\"}");
        server.thenStatus(
                200,
                Map.of(),
                """
                <AssumeRoleWithWebIdentityResponse xmlns="https://sts.amazonaws.com/doc/2011-06-15/"><AssumeRoleWithWebIdentityResult>
                <Credentials><AccessKeyId>ASIAROLE</AccessKeyId><SecretAccessKey>hush-s</SecretAccessKey>
                <SessionToken>hush-t</SessionToken><Expiration>2026-03-01T13:00:00Z</Expiration></Credentials>
                </AssumeRoleWithWebIdentityResult></AssumeRoleWithWebIdentityResponse>
                """);
        server.thenStatus(
                200,
                Map.of(),
                """
                <GetCallerIdentityResponse><GetCallerIdentityResult><Arn>arn:aws:sts::123456789012:assumed-role/build/kiro</Arn>
                <Account>123456789012</Account></GetCallerIdentityResult></GetCallerIdentityResponse>
                """);

        Kiro.Result result =
                kiro().with("ACTIONS_ID_TOKEN_REQUEST_URL", server.url() + "/idtoken?x=1")
                        .with("ACTIONS_ID_TOKEN_REQUEST_TOKEN", "hush-pass")
                        .run("auth", "login", "--aws-role", "arn:aws:iam::123456789012:role/build");

        isDiscreet(result);
        assertThat(result)
                .isEqualTo(
                        new Kiro.Result(
                                0,
                                """
                                AWS is asked as arn:aws:sts::123456789012:assumed-role/build/kiro
                                  taken on with a token of this job of GitHub, again whenever that ends
                                """,
                                ""));
        assertThat(Files.readString(folder.resolve("home/.kiro/credentials.json")))
                .contains("\"way\" : \"github\"")
                .doesNotContain("hush");
        assertThat(kiro().run("auth", "logout", "aws").out())
                .isEqualTo("the role arn:aws:iam::123456789012:role/build is forgotten\n");
    }

    @Test
    @Tag("sign-in#AC-9")
    void a_role_that_is_refused_is_not_kept() {
        server.thenStatus(
                403,
                Map.of(),
                "<ErrorResponse><Error><Code>AccessDenied</Code><Message>not authorized to perform: sts:AssumeRole</Message></Error></ErrorResponse>");

        Kiro.Result result =
                kiro().with("AWS_ACCESS_KEY_ID", "AKIA")
                        .with("AWS_SECRET_ACCESS_KEY", "hush")
                        .run("auth", "login", "--aws-role", "arn:aws:iam::123456789012:role/build");

        assertThat(result.code()).isEqualTo(1);
        assertThat(result.err())
                .contains(
                        "the environment may not take on arn:aws:iam::123456789012:role/build (AccessDenied: not authorized to perform: sts:AssumeRole)");
        assertThat(folder.resolve("home/.kiro/credentials.json")).doesNotExist();
    }

    @Test
    @Tag("sign-in#AC-10")
    void who_one_is_is_told_in_words_and_to_programs() {
        String identity =
                """
                <GetCallerIdentityResponse><GetCallerIdentityResult><Arn>arn:aws:iam::123456789012:user/ada</Arn>
                <Account>123456789012</Account></GetCallerIdentityResult></GetCallerIdentityResponse>
                """;
        server.thenStatus(200, Map.of(), identity).thenStatus(200, Map.of(), identity);
        Kiro ada =
                kiro().with("AWS_ACCESS_KEY_ID", "AKIA")
                        .with("AWS_SECRET_ACCESS_KEY", "hush")
                        .with("OPENAI_API_KEY", "sk-0123456789abcdefwxyz");

        assertThat(ada.run("auth", "whoami"))
                .isEqualTo(
                        new Kiro.Result(
                                0,
                                """
                                aws         arn:aws:iam::123456789012:user/ada
                                            account 123456789012, by the environment
                                openai      key ...wxyz of environment OPENAI_API_KEY
                                """,
                                ""));
        assertThat(JsonMapper.shared().readTree(ada.run("auth", "whoami", "--json").out()))
                .isEqualTo(
                        JsonMapper.shared()
                                .readTree(
                                        """
                                        {"version":1,"aws":{"arn":"arn:aws:iam::123456789012:user/ada","account":"123456789012","origin":"the environment"},
                                        "credentials":[{"service":"openai","kind":"key","origin":"environment OPENAI_API_KEY","state":"used","endsIn":"wxyz"}]}
                                        """));
    }

    @Test
    @Tag("sign-in#AC-10")
    void nobody_is_told_what_to_do() {
        Kiro.Result result = kiro().run("auth", "whoami");

        assertThat(result.code()).isEqualTo(1);
        assertThat(result.err()).contains("you are signed in with nothing");
    }

    @Test
    @Tag("sign-in#AC-4")
    void a_sign_in_of_the_aws_cli_is_forgotten_only_when_that_is_asked_for() throws Exception {
        signsIn();
        lends();
        loginAs("Developer");
        Path token = cached();
        String made = Files.readString(token);
        // The AWS CLI has signed in anew meanwhile.
        Files.writeString(token, made.replace(",\"madeBy\":\"openkiro\"", ""));

        Kiro.Result mild = kiro().run("auth", "logout", "aws");
        assertThat(mild.out()).isEqualTo("the sign-in at acme.awsapps.com is forgotten\n");
        assertThat(mild.err())
                .contains("the AWS CLI uses its sign-in at acme.awsapps.com on: --shared");
        assertThat(token).exists();
        assertThat(server.requests()).hasSize(4);

        Files.writeString(token, made);
        lends();
        loginAs("Developer");
        answers("{}");
        assertThat(kiro().run("auth", "logout", "aws").out())
                .isEqualTo("the sign-in at acme.awsapps.com is forgotten\n");
        assertThat(token).doesNotExist();
        assertThat(server.requests().getLast().headers())
                .containsEntry("x-amz-sso_bearer_token", "hush-access");
    }

    private Path cached() throws Exception {
        try (var files = Files.list(folder.resolve("home/.aws/sso/cache"))) {
            return files.filter(
                            file -> {
                                try {
                                    return Files.readString(file).contains("accessToken");
                                } catch (java.io.IOException unreadable) {
                                    return false;
                                }
                            })
                    .findFirst()
                    .orElseThrow();
        }
    }

    /// Where credentials go is the environment's and the person's to say.
    @Test
    @Tag("sign-in#AC-11")
    void a_project_says_nothing_of_where_to_sign_in() throws Exception {
        workspace.with(
                ".kiro/config.yaml",
                """
                aws: {profile: other, endpoint: "http://127.0.0.1:9", region: us-west-2}
                anthropic: {base-url: "http://127.0.0.1:9", api-key: theirs}
                """);
        workspace.with(".env", "AWS_ENDPOINT_URL_SSO_OIDC=http://127.0.0.1:9\n");
        signsIn();
        lists();

        Kiro.Result result = kiro().run(LOGIN);

        assertThat(result.out()).contains("signed in at acme.awsapps.com");
        assertThat(asked())
                .containsExactly(
                        "POST /client/register",
                        "POST /device_authorization",
                        "POST /token",
                        "GET /assignment/accounts");
    }

    @Test
    @Tag("sign-in#AC-9")
    void a_token_that_is_not_taken_says_what_mends_it() throws Exception {
        Files.createDirectories(folder.resolve("home"));
        Path token = Files.writeString(folder.resolve("token"), "hush-token");
        for (var each :
                Map.of(
                                "ExpiredTokenException", "have the token made anew",
                                "InvalidIdentityToken", "among its identity providers")
                        .entrySet()) {
            server.thenStatus(
                    400,
                    Map.of(),
                    "<ErrorResponse><Error><Code>%s</Code><Message>no</Message></Error></ErrorResponse>"
                            .formatted(each.getKey()));

            Kiro.Result result =
                    kiro().with("AWS_WEB_IDENTITY_TOKEN_FILE", token.toString())
                            .run(
                                    "auth",
                                    "login",
                                    "--aws-role",
                                    "arn:aws:iam::123456789012:role/build");

            assertThat(result.code()).isEqualTo(1);
            assertThat(result.err())
                    .contains("(" + each.getKey() + ": no)", each.getValue())
                    .doesNotContain("sign in again");
            isDiscreet(result);
        }
    }
}
