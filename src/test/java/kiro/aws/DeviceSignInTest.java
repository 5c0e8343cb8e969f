package kiro.aws;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The device authorisation of IAM Identity Center, against a server that answers as its OIDC service does.
class DeviceSignInTest {
    private static final CenterPlace PLACE =
            CenterPlace.of("https://d-1.awsapps.com/start", "eu-west-1", Optional.empty());

    /// The SHA-1 of what the AWS CLI names the registration after, as Python computes it.
    private static final String REGISTRATION =
            ".aws/sso/cache/5e919dd0f2d6d294b6267edd4017b71e79fca27f.json";

    private static final String REGISTER =
            "POST /client/register {\"clientName\":\"OpenKiro\",\"clientType\":\"public\",\"scopes\":[\"sso:account:access\"]}";
    private static final String AUTHORIZE =
            "POST /device_authorization {\"clientId\":\"%s\",\"clientSecret\":\"hush\",\"startUrl\":\"https://d-1.awsapps.com/start\"}";
    private static final String TOKEN =
            "POST /token {\"clientId\":\"client\",\"clientSecret\":\"hush\",\"grantType\":\"urn:ietf:params:oauth:grant-type:device_code\",\"deviceCode\":\"device-code\"}";

    @TempDir private Path home;

    private Aws aws;
    private final List<Long> waits = new ArrayList<>();

    @BeforeEach
    void begin() {
        aws = new Aws(home);
    }

    @AfterEach
    void leave() throws Exception {
        aws.close();
    }

    private DeviceSignIn device() {
        return new DeviceSignIn(aws.world(), aws.time(), time -> waits.add(time.toSeconds()));
    }

    private void registers(String client) {
        aws.server.thenStatus(
                200,
                Map.of(),
                "{\"clientId\":\"%s\",\"clientSecret\":\"hush\",\"clientIdIssuedAt\":1772359200,\"clientSecretExpiresAt\":1780000000}"
                        .formatted(client));
    }

    private void authorizes(String page) {
        aws.server.thenStatus(
                200,
                Map.of(),
                "{\"deviceCode\":\"device-code\",\"userCode\":\"ABCD-EFGH\",\"verificationUri\":\"%s\",\"verificationUriComplete\":\"%s?user_code=ABCD-EFGH\",\"expiresIn\":600,\"interval\":2}"
                        .formatted(page, page));
    }

    private void refuses(int status, String type, String error) {
        aws.server.thenStatus(
                status,
                Map.of("x-amzn-ErrorType", type + ":http://internal.amazon.com/coral/"),
                "{\"error\":\"%s\",\"error_description\":\"it says\\nwhy\"}".formatted(error));
    }

    private void pending() {
        refuses(400, "AuthorizationPendingException", "authorization_pending");
    }

    private void gives() {
        aws.server.thenStatus(
                200,
                Map.of(),
                "{\"accessToken\":\"access\",\"tokenType\":\"Bearer\",\"expiresIn\":28800,\"refreshToken\":\"refresh\",\"idToken\":null}");
    }

    private DeviceSignIn.Code begun(DeviceSignIn device) throws Exception {
        return ((DeviceSignIn.Beginning.Begun) device.begin(PLACE)).code();
    }

    private JsonNode file(Path file) throws Exception {
        return JsonMapper.shared().readTree(Files.readString(file));
    }

    @Test
    @Tag("sign-in#AC-5")
    void a_code_is_shown_waited_for_and_the_token_kept_as_the_cli_does() throws Exception {
        registers("client");
        authorizes("https://device.sso.eu-west-1.amazonaws.com/");
        pending();
        refuses(400, "SlowDownException", "slow_down");
        pending();
        gives();
        try (DeviceSignIn device = device()) {
            DeviceSignIn.Code code = begun(device);

            assertThat(code.shown()).isEqualTo("ABCD-EFGH");
            assertThat(code.page())
                    .hasToString("https://device.sso.eu-west-1.amazonaws.com/?user_code=ABCD-EFGH");
            assertThat(code.limit()).isEqualTo(Duration.ofMinutes(10));
            assertThat(device.await(code)).isEqualTo(new DeviceSignIn.Ending.SignedIn());
        }

        assertThat(aws.asked())
                .containsExactly(
                        REGISTER, AUTHORIZE.formatted("client"), TOKEN, TOKEN, TOKEN, TOKEN);
        assertThat(waits).containsExactly(2L, 2L, 7L, 7L);
        Path token = SsoToken.file(home, "https://d-1.awsapps.com/start");
        assertThat(file(token))
                .isEqualTo(
                        JsonMapper.shared()
                                .readTree(
                                        """
                                        {"startUrl":"https://d-1.awsapps.com/start","region":"eu-west-1","accessToken":"access",
                                        "expiresAt":"2026-03-01T18:00:00Z","clientId":"client","clientSecret":"hush",
                                        "registrationExpiresAt":"2026-05-28T20:26:40Z","refreshToken":"refresh","madeBy":"openkiro"}
                                        """));
        assertThat(file(home.resolve(REGISTRATION)))
                .isEqualTo(
                        JsonMapper.shared()
                                .readTree(
                                        """
                                        {"clientId":"client","clientSecret":"hush","expiresAt":"2026-05-28T20:26:40Z","scopes":["sso:account:access"]}
                                        """));
        for (Path file : List.of(token, home.resolve(REGISTRATION))) {
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                    .isEqualTo("rw-------");
        }
    }

    @Test
    @Tag("sign-in#AC-5")
    void the_registration_has_the_name_that_the_cli_gives_it() {
        assertThat(
                        SsoRegistration.file(
                                home,
                                CenterPlace.of(
                                        PLACE.startUrl(), "eu-west-1", Optional.of("my-sso"))))
                .hasFileName("c9be9519610ac1a9a78410eac5329f5fea2871b3.json");
        assertThat(SsoRegistration.file(home, CenterPlace.ofBuilderId()))
                .hasFileName("d30855c6015a9c0849bec4cf8be4b30cea3225f0.json");
        assertThat(
                        SsoRegistration.file(
                                home,
                                CenterPlace.of(
                                        PLACE.startUrl(), "eu-west-1", Optional.of("mü\"\\x"))))
                .hasFileName("cafef48805e79a46cac1648f8231a0f7a03c4f28.json");
    }

    @Test
    @Tag("sign-in#AC-5")
    void a_registration_of_the_cli_serves_while_it_lasts() throws Exception {
        aws.file(
                REGISTRATION,
                "{\"clientId\":\"of-cli\",\"clientSecret\":\"hush\",\"expiresAt\":\"2026-04-01T00:00:00Z\"}");
        authorizes("https://device.sso.eu-west-1.amazonaws.com/");

        try (DeviceSignIn device = device()) {
            begun(device);
        }

        assertThat(aws.asked()).containsExactly(AUTHORIZE.formatted("of-cli"));
    }

    @ParameterizedTest
    @Tag("sign-in#AC-5")
    @ValueSource(
            strings = {
                "{\"clientId\":\"of-cli\",\"clientSecret\":\"hush\",\"expiresAt\":\"2026-03-01T10:10:00Z\"}",
                "{\"clientId\":\"of-cli\",\"clientSecret\":\"hush\",\"expiresAt\":\"2026-04-01T00:00:00Z\",\"grantTypes\":[\"authorization_code\",\"refresh_token\"]}",
                "{\"clientId\":\"of-cli\"}",
                "{"
            })
    void one_that_is_over_broken_or_for_another_way_is_replaced(String kept) throws Exception {
        aws.file(REGISTRATION, kept);
        registers("client");
        authorizes("https://device.sso.eu-west-1.amazonaws.com/");

        try (DeviceSignIn device = device()) {
            begun(device);
        }

        assertThat(aws.asked()).containsExactly(REGISTER, AUTHORIZE.formatted("client"));
        assertThat(file(home.resolve(REGISTRATION)).path("clientId").asString(""))
                .isEqualTo("client");
    }

    @Test
    @Tag("sign-in#AC-5")
    void a_client_that_is_not_known_any_more_is_registered_again() throws Exception {
        aws.file(
                REGISTRATION,
                "{\"clientId\":\"of-cli\",\"clientSecret\":\"hush\",\"expiresAt\":\"2026-04-01T00:00:00Z\"}");
        refuses(401, "InvalidClientException", "invalid_client");
        registers("client");
        authorizes("https://device.sso.eu-west-1.amazonaws.com/");

        try (DeviceSignIn device = device()) {
            assertThat(begun(device).shown()).isEqualTo("ABCD-EFGH");
        }

        assertThat(aws.asked())
                .containsExactly(
                        AUTHORIZE.formatted("of-cli"), REGISTER, AUTHORIZE.formatted("client"));
    }

    @ParameterizedTest
    @Tag("sign-in#AC-6")
    @CsvSource({
        "AccessDeniedException, access_denied, the sign-in was not allowed",
        "ExpiredTokenException, expired_token, nobody allowed the sign-in within 10 minutes",
        "InvalidGrantException, invalid_grant, 'AWS ends the sign-in: invalid_grant, it says why'",
        "InvalidClientException, invalid_client, 'AWS ends the sign-in: invalid_client, it says why'",
    })
    void what_ends_the_sign_in_is_said(String type, String error, String message) throws Exception {
        registers("client");
        authorizes("https://device.sso.eu-west-1.amazonaws.com/");
        pending();
        refuses(error.equals("invalid_client") ? 401 : 400, type, error);

        try (DeviceSignIn device = device()) {
            assertThat(device.await(begun(device)))
                    .isInstanceOfSatisfying(
                            DeviceSignIn.Ending.Failed.class,
                            failed -> assertThat(failed.message()).isEqualTo(message));
        }
        assertThat(SsoToken.file(home, PLACE.startUrl())).doesNotExist();
    }

    @Test
    @Tag("sign-in#AC-6")
    void an_error_is_known_by_its_exception_where_the_body_says_nothing() throws Exception {
        registers("client");
        authorizes("https://device.sso.eu-west-1.amazonaws.com/");
        aws.server
                .thenStatus(400, Map.of("x-amzn-ErrorType", "AuthorizationPendingException"), "")
                .thenStatus(400, Map.of("x-amzn-ErrorType", "SlowDownException"), "{}");
        gives();

        try (DeviceSignIn device = device()) {
            assertThat(device.await(begun(device))).isEqualTo(new DeviceSignIn.Ending.SignedIn());
        }
        assertThat(waits).containsExactly(2L, 2L, 7L);
    }

    @Test
    @Tag("sign-in#AC-6")
    void a_service_that_is_away_for_a_while_is_waited_for() throws Exception {
        registers("client");
        authorizes("https://device.sso.eu-west-1.amazonaws.com/");
        aws.server
                .thenStatus(503, Map.of(), "")
                .then(wire -> wire.cut())
                .thenStatus(200, Map.of(), "<html>")
                .thenStatus(429, Map.of(), "{}");
        gives();

        try (DeviceSignIn device = device()) {
            assertThat(device.await(begun(device))).isEqualTo(new DeviceSignIn.Ending.SignedIn());
        }
        assertThat(waits).containsExactly(2L, 7L, 12L, 17L, 22L);
    }

    @Test
    @Tag("sign-in#AC-6")
    void the_wait_ends_with_the_code() throws Exception {
        registers("client");
        authorizes("https://device.sso.eu-west-1.amazonaws.com/");
        for (int i = 0; i < 300; i++) {
            pending();
        }

        try (DeviceSignIn device = device()) {
            assertThat(device.await(begun(device)))
                    .isEqualTo(
                            new DeviceSignIn.Ending.Failed(
                                    "nobody allowed the sign-in within 10 minutes",
                                    "sign in again"));
        }
        assertThat(waits).hasSize(300);
    }

    @Test
    @Tag("sign-in#AC-6")
    void a_place_that_does_not_exist_is_said() throws Exception {
        registers("client");
        refuses(400, "InvalidRequestException", "invalid_request");

        try (DeviceSignIn device = device()) {
            assertThat(device.begin(PLACE))
                    .isEqualTo(
                            new DeviceSignIn.Beginning.Failed(
                                    "AWS takes no sign-in at https://d-1.awsapps.com/start: invalid_request, it says why",
                                    "look at the start address and at the region, which is that of Identity Center"));
        }
    }

    @Test
    @Tag("sign-in#AC-6")
    void a_page_that_is_not_safe_to_open_is_not_shown() throws Exception {
        for (String page : List.of("file:///etc/passwd", "http://elsewhere.example/", "-x")) {
            registers("client");
            authorizes(page);
            Files.deleteIfExists(home.resolve(REGISTRATION));
            try (DeviceSignIn device = device()) {
                assertThat(device.begin(PLACE))
                        .isEqualTo(
                                new DeviceSignIn.Beginning.Failed(
                                        "the answer has no code, or no page that is safe to open",
                                        "try again in a while"));
            }
        }
    }

    @Test
    @Tag("sign-in#AC-6")
    void nobody_there_is_said_with_the_host() throws Exception {
        aws.with("AWS_ENDPOINT_URL_SSO_OIDC", "http://127.0.0.1:9/");

        try (DeviceSignIn device = device()) {
            assertThat(device.begin(PLACE))
                    .isEqualTo(
                            new DeviceSignIn.Beginning.Failed(
                                    "127.0.0.1 cannot be reached: connection refused",
                                    "try again in a while"));
        }
    }

    @Test
    @Tag("sign-in#AC-5")
    void a_builder_id_asks_for_nothing_beyond_who_it_is() throws Exception {
        registers("client");
        authorizes("https://view.awsapps.com/start/");
        try (DeviceSignIn device = device()) {
            device.begin(CenterPlace.ofBuilderId());
        }

        assertThat(aws.asked())
                .containsExactly(
                        "POST /client/register {\"clientName\":\"OpenKiro\",\"clientType\":\"public\"}",
                        "POST /device_authorization {\"clientId\":\"client\",\"clientSecret\":\"hush\",\"startUrl\":\"https://view.awsapps.com/start\"}");
    }

    @Test
    @Tag("sign-in#AC-7")
    void accounts_and_roles_are_listed_page_by_page() throws Exception {
        registers("client");
        authorizes("https://device.sso.eu-west-1.amazonaws.com/");
        gives();
        try (DeviceSignIn device = device()) {
            device.await(begun(device));
        }
        aws.server.thenStatus(
                200,
                Map.of(),
                "{\"accountList\":[{\"accountId\":\"123456789012\",\"accountName\":\"Dev\",\"emailAddress\":\"dev@acme.example\"}],\"nextToken\":\"more+\"}");
        aws.server.thenStatus(
                200,
                Map.of(),
                "{\"accountList\":[{\"accountId\":\"210987654321\",\"accountName\":\"Prod\\u001b[2J\",\"emailAddress\":\"\"}],\"nextToken\":null}");
        aws.server.thenStatus(
                200,
                Map.of(),
                "{\"roleList\":[{\"roleName\":\"Admin\",\"accountId\":\"123456789012\"}]}");

        try (var portal = new SsoPortal(aws.world(), aws.time())) {
            assertThat(portal.accounts(PLACE))
                    .isEqualTo(
                            new SsoPortal.Listing.Whole<>(
                                    List.of(
                                            new SsoPortal.Account(
                                                    "123456789012", "Dev", "dev@acme.example"),
                                            new SsoPortal.Account(
                                                    "210987654321", "Prod [2J", ""))));
            assertThat(portal.roles(PLACE, "123456789012"))
                    .isEqualTo(new SsoPortal.Listing.Whole<>(List.of("Admin")));
        }
        assertThat(aws.asked().subList(3, 6))
                .containsExactly(
                        "GET /assignment/accounts",
                        "GET /assignment/accounts?next_token=more%2B",
                        "GET /assignment/roles?account_id=123456789012");
        assertThat(aws.server.requests().getLast().headers())
                .containsEntry("x-amz-sso_bearer_token", "access");
    }
}
