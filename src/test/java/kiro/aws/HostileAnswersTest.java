package kiro.aws;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kiro.auth.KeptAws;
import kiro.auth.KeptRole;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Services of sign-ins that answer with anything at all: whatever it is, it is said, and nothing breaks.
class HostileAnswersTest {
    private static final CenterPlace PLACE =
            CenterPlace.of("https://d-1.awsapps.com/start", "eu-west-1", Optional.empty());

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

    static List<String> answers() {
        return List.of(
                "",
                "{",
                "{}",
                "[]",
                "null",
                "\"text\"",
                "<html>",
                "\u0000\u001b[2J",
                "[".repeat(5_000),
                "{\"clientId\":{},\"clientSecret\":[],\"clientSecretExpiresAt\":\"soon\"}",
                "{\"clientId\":\"c\",\"clientSecret\":\"s\",\"clientSecretExpiresAt\":9223372036854775807}",
                "{\"clientId\":\"c\",\"clientSecret\":\"s\",\"clientSecretExpiresAt\":-1e300}",
                "{\"deviceCode\":\"d\",\"userCode\":\"u\",\"verificationUri\":\"https://[\",\"expiresIn\":-5,\"interval\":1e99}",
                "{\"accessToken\":\"\",\"expiresIn\":1}",
                "{\"accessToken\":\"a\\nb\",\"expiresIn\":60}",
                "{\"accessToken\":{\"a\":1},\"expiresIn\":{}}",
                "{\"accountList\":\"x\",\"roleList\":{\"a\":1},\"nextToken\":7}",
                "{\"roleCredentials\":[],\"value\":9}",
                "{\"roleCredentials\":{\"accessKeyId\":\"\",\"secretAccessKey\":7,\"expiration\":\"x\"}}");
    }

    private void answersAlways(String answer) {
        for (int i = 0; i < 130; i++) {
            aws.server.thenStatus(200, Map.of(), answer);
        }
    }

    @ParameterizedTest
    @Tag("sign-in#AC-6")
    @MethodSource("answers")
    void a_registration_or_a_code_that_is_none_is_said(String answer) throws Exception {
        answersAlways(answer);

        try (DeviceSignIn device = new DeviceSignIn(aws.world(), aws.time(), _ -> {})) {
            assertThat(device.begin(PLACE)).isInstanceOf(DeviceSignIn.Beginning.Failed.class);
        }
        Files.deleteIfExists(SsoRegistration.file(home, PLACE));
        aws.close();
        aws = new Aws(home);
        registers();
        answersAlways(answer);
        try (DeviceSignIn device = new DeviceSignIn(aws.world(), aws.time(), _ -> {})) {
            assertThat(device.begin(PLACE)).isInstanceOf(DeviceSignIn.Beginning.Failed.class);
        }
    }

    @ParameterizedTest
    @Tag("sign-in#AC-6")
    @MethodSource("answers")
    void a_token_that_is_none_is_said_and_not_kept(String answer) throws Exception {
        registers();
        aws.server.thenStatus(
                200,
                Map.of(),
                "{\"deviceCode\":\"d\",\"userCode\":\"u\",\"verificationUri\":\"https://device.example/\",\"expiresIn\":60,\"interval\":5}");
        answersAlways(answer);

        try (DeviceSignIn device = new DeviceSignIn(aws.world(), aws.time(), _ -> {})) {
            DeviceSignIn.Code code = ((DeviceSignIn.Beginning.Begun) device.begin(PLACE)).code();
            assertThat(device.await(code)).isInstanceOf(DeviceSignIn.Ending.Failed.class);
        }
        assertThat(SsoToken.file(home, PLACE.startUrl())).doesNotExist();
    }

    private void registers() {
        aws.server.thenStatus(
                200,
                Map.of(),
                "{\"clientId\":\"c\",\"clientSecret\":\"s\",\"clientSecretExpiresAt\":1780000000}");
    }

    private void signedIn() {
        aws.file(
                home.relativize(SsoToken.file(home, PLACE.startUrl())).toString(),
                "{\"accessToken\":\"access\",\"expiresAt\":\"2026-03-01T18:00:00Z\"}");
    }

    @ParameterizedTest
    @Tag("sign-in#AC-7")
    @MethodSource("answers")
    void a_portal_that_answers_anything_lists_nothing_and_lends_nothing(String answer)
            throws Exception {
        signedIn();
        answersAlways(answer);

        try (var portal = new SsoPortal(aws.world(), aws.time())) {
            SsoPortal.Listing<SsoPortal.Account> accounts = portal.accounts(PLACE);
            if (accounts
                    instanceof
                    SsoPortal.Listing.Whole<SsoPortal.Account>(List<SsoPortal.Account> all)) {
                assertThat(all).allMatch(each -> each.id().isEmpty());
            }
            assertThat(portal.lent(KnownPlaces.kept(PLACE, Optional.of("1"), Optional.of("Dev"))))
                    .isInstanceOf(Lookup.Failed.class);
        }
    }

    @ParameterizedTest
    @Tag("sign-in#AC-9")
    @MethodSource("answers")
    void github_and_sts_that_answer_anything_lend_nothing(String answer) throws Exception {
        aws.kept(
                        new KeptAws(
                                Optional.empty(),
                                Optional.empty(),
                                Optional.of(
                                        new KeptRole(
                                                "arn:aws:iam::1:role/b",
                                                "eu-west-1",
                                                KeptRole.Way.GITHUB))))
                .with("ACTIONS_ID_TOKEN_REQUEST_URL", aws.server.url() + "/idtoken")
                .with("ACTIONS_ID_TOKEN_REQUEST_TOKEN", "pass");
        answersAlways(answer);

        assertThat(aws.found()).isInstanceOf(Lookup.Failed.class);

        aws.kept(KeptAws.NONE).with("AWS_ACCESS_KEY_ID", "A").with("AWS_SECRET_ACCESS_KEY", "s");
        try (AwsSignIn signIn = aws.signIn()) {
            assertThat(signIn.identity("eu-west-1")).isInstanceOf(Identity.Failed.class);
        }
    }

    @Test
    @Tag("sign-in#AC-7")
    void keys_that_cannot_be_sent_are_said() throws Exception {
        aws.with("AWS_ACCESS_KEY_ID", "AKIA").with("AWS_SECRET_ACCESS_KEY", "one\ntwo");

        assertThat(aws.words())
                .isEqualTo(
                        "the credentials of the environment have a character that none have: copy them again, or sign in again");
    }

    @Test
    @Tag("sign-in#AC-8")
    void a_token_in_a_file_that_cannot_be_sent_is_none() throws Exception {
        aws.file(
                home.relativize(SsoToken.file(home, PLACE.startUrl())).toString(),
                "{\"accessToken\":\"a\\r\\nx: y\",\"expiresAt\":\"2026-03-01T18:00:00Z\"}");

        try (var portal = new SsoPortal(aws.world(), aws.time())) {
            assertThat(portal.signedIn(PLACE)).isEmpty();
        }
        assertThat(aws.server.requests()).isEmpty();
    }

    @Test
    @Tag("sign-in#AC-7")
    void a_list_without_an_end_is_given_up() throws Exception {
        signedIn();
        answersAlways(
                "{\"accountList\":[{\"accountId\":\"1\",\"accountName\":\"x\"}],\"nextToken\":\"again\"}");

        try (var portal = new SsoPortal(aws.world(), aws.time())) {
            SsoPortal.Listing<SsoPortal.Account> accounts = portal.accounts(PLACE);
            assertThat(
                            accounts instanceof SsoPortal.Listing.Whole<SsoPortal.Account>(var all)
                                    ? all.size()
                                    : 0)
                    .isEqualTo(100);
        }
    }

    @Test
    @Tag("sign-in#AC-8")
    void times_beyond_all_reason_are_cut() throws Exception {
        aws.file(
                home.relativize(SsoToken.file(home, PLACE.startUrl())).toString(),
                "{\"accessToken\":\"access\",\"expiresAt\":\"2026-03-01T09:00:00Z\",\"clientId\":\"c\",\"clientSecret\":\"s\",\"refreshToken\":\"r\",\"registrationExpiresAt\":\"2026-05-01T00:00:00Z\"}");
        aws.server.thenStatus(
                200, Map.of(), "{\"accessToken\":\"next\",\"expiresIn\":9223372036854775807}");

        try (var portal = new SsoPortal(aws.world(), aws.time())) {
            assertThat(portal.signedIn(PLACE).map(SsoPortal.SignedIn::until))
                    .contains(Aws.NOW.plusSeconds(86_400L * 365));
        }
    }
}
