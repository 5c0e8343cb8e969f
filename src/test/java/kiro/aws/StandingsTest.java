package kiro.aws;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import kiro.auth.KeptAws;
import kiro.auth.KeptRole;
import kiro.auth.KeptSignIn;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StandingsTest {
    private static final String URL = "https://d-1.awsapps.com/start";

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

    private List<String> words() {
        try (AwsSignIn signIn = aws.signIn()) {
            return signIn.standings().stream().map(StandingsTest::words).toList();
        }
    }

    private static String words(AwsStanding each) {
        return "%s of %s%s%s%s%s"
                .formatted(
                        each.kind(),
                        each.origin(),
                        each.hint().isEmpty() ? "" : " ..." + each.hint(),
                        each.until().map(until -> ", until " + until).orElse(""),
                        each.renewed().map(until -> ", renewed until " + until).orElse(""),
                        each.isUsable() ? "" : "; " + each.problem() + ": " + each.fix());
    }

    private void token(String until, String more) {
        aws.file(
                home.relativize(SsoToken.file(home, URL)).toString(),
                "{\"accessToken\":\"access\",\"expiresAt\":\"%s\"%s}".formatted(until, more));
    }

    private static final String RENEWABLE =
            ",\"clientId\":\"c\",\"clientSecret\":\"s\",\"refreshToken\":\"r\",\"registrationExpiresAt\":\"2026-05-01T00:00:00Z\"";

    private void everything() {
        aws.with("AWS_ACCESS_KEY_ID", "AKIAIOSFODNN7EXAMPLE")
                .with("AWS_SECRET_ACCESS_KEY", "secret")
                .with("AWS_ROLE_ARN", "arn:aws:iam::1:role/x")
                .with("AWS_WEB_IDENTITY_TOKEN_FILE", "/token")
                .with("AWS_CONTAINER_CREDENTIALS_FULL_URI", "http://127.0.0.1/x")
                .config(
                        """
                        [default]
                        credential_process = print-them
                        [profile dev]
                        sso_start_url = %s
                        sso_region = eu-west-1
                        sso_account_id = 1
                        sso_role_name = Ops
                        [profile keys]
                        aws_access_key_id = AKIAIOSFODNN7OTHERONE
                        aws_secret_access_key = s
                        [profile role]
                        role_arn = arn
                        [profile half]
                        sso_session = gone
                        [profile empty]
                        region = eu-west-1
                        """
                                .formatted(URL))
                .kept(
                        new KeptAws(
                                Optional.of(
                                        new KeptSignIn(
                                                URL,
                                                "eu-west-1",
                                                Optional.empty(),
                                                Optional.of("123456789012"),
                                                Optional.of("Dev"))),
                                Optional.empty(),
                                Optional.of(
                                        new KeptRole(
                                                "arn:aws:iam::1:role/b",
                                                "eu-west-1",
                                                KeptRole.Way.CREDENTIALS))));
        token("2026-03-01T18:00:00Z", RENEWABLE);
    }

    @Test
    @Tag("sign-in#AC-10")
    void every_way_is_told_in_the_order_in_which_it_is_gone_and_nobody_is_asked() {
        everything();

        assertThat(words())
                .containsExactly(
                        "role of arn:aws:iam::1:role/b",
                        "keys of the environment ...MPLE",
                        "web identity of the environment",
                        "sign-in of the role Dev in the account 123456789012 at d-1.awsapps.com, until 2026-03-01T18:00:00Z, renewed until 2026-05-01T00:00:00Z",
                        "program of the profile 'default'",
                        "role of the container");
        assertThat(aws.server.requests()).isEmpty();
    }

    @Test
    @Tag("sign-in#AC-10")
    void a_profile_that_is_named_goes_before_the_sign_in() {
        everything();
        assertThat(
                        aws.profile("dev").signIn().standings().stream()
                                .map(StandingsTest::words)
                                .skip(3))
                .containsExactly(
                        "sign-in of the profile 'dev', until 2026-03-01T18:00:00Z, renewed until 2026-05-01T00:00:00Z",
                        "role of the container",
                        "sign-in of the role Dev in the account 123456789012 at d-1.awsapps.com, until 2026-03-01T18:00:00Z, renewed until 2026-05-01T00:00:00Z");
        assertThat(aws.profile("keys").signIn().standings().get(3).hint()).isEqualTo("RONE");
        assertThat(words(aws.profile("role").signIn().standings().get(3)))
                .isEqualTo("role of the profile 'role'");
        assertThat(words(aws.profile("half").signIn().standings().get(3)))
                .startsWith("sign-in of the profile 'half'; it does not say where");
        assertThat(words(aws.profile("empty").signIn().standings().get(3)))
                .isEqualTo(
                        "profile of the profile 'empty'; it has no credentials: choose another by aws.profile");
        assertThat(words(aws.profile("none").signIn().standings().get(3)))
                .contains("there is no such profile");
    }

    @Test
    @Tag("sign-in#AC-10")
    void a_sign_in_that_is_over_says_how_to_sign_in() {
        aws.kept(
                new KeptAws(
                        Optional.of(
                                new KeptSignIn(
                                        URL,
                                        "eu-west-1",
                                        Optional.empty(),
                                        Optional.of("123456789012"),
                                        Optional.of("Dev"))),
                        Optional.of(
                                new KeptSignIn(
                                        "https://view.awsapps.com/start",
                                        "us-east-1",
                                        Optional.empty(),
                                        Optional.empty(),
                                        Optional.empty())),
                        Optional.empty()));
        String login =
                "sign in with 'kiro auth login --sso-start-url https://d-1.awsapps.com/start --region eu-west-1 --account 123456789012 --role Dev'";
        String who = "sign-in of the role Dev in the account 123456789012 at d-1.awsapps.com";

        assertThat(words()).containsExactly(who + "; nobody is signed in: " + login);
        token("2026-03-01T09:00:00Z", "");
        assertThat(words())
                .containsExactly(who + ", until 2026-03-01T09:00:00Z; it has expired: " + login);
        token("2026-03-01T09:00:00Z", RENEWABLE);
        assertThat(words())
                .containsExactly(
                        who + ", until 2026-03-01T09:00:00Z, renewed until 2026-05-01T00:00:00Z");
        try (AwsSignIn signIn = aws.signIn()) {
            assertThat(signIn.builderId().map(StandingsTest::words))
                    .contains(
                            "sign-in of AWS Builder ID; nobody is signed in: sign in with 'kiro auth login --builder-id'");
            assertThat(signIn.builderId().flatMap(AwsStanding::until))
                    .isEqualTo(Optional.<Instant>empty());
        }
    }

    @Test
    @Tag("sign-in#AC-10")
    void half_a_pair_and_a_job_that_may_not_ask_are_unusable() {
        aws.with("AWS_ACCESS_KEY_ID", "AKIA")
                .kept(
                        new KeptAws(
                                Optional.empty(),
                                Optional.empty(),
                                Optional.of(
                                        new KeptRole(
                                                "arn:aws:iam::1:role/b",
                                                "eu-west-1",
                                                KeptRole.Way.GITHUB))));

        assertThat(words())
                .containsExactly(
                        "role of arn:aws:iam::1:role/b, by a token of GitHub; this is no job of GitHub that may ask for a token: forget it with 'kiro auth logout aws'",
                        "keys of the environment; half of the pair is missing: set it, or unset the other half");
    }

    @Test
    @Tag("sign-in#AC-12")
    void what_ends_soon_or_is_over_is_told_before_a_run() {
        aws.kept(
                new KeptAws(
                        Optional.of(
                                new KeptSignIn(
                                        URL,
                                        "eu-west-1",
                                        Optional.empty(),
                                        Optional.of("123456789012"),
                                        Optional.of("Dev"))),
                        Optional.empty(),
                        Optional.empty()));
        String who = "the role Dev in the account 123456789012 at d-1.awsapps.com";
        String login =
                "sign in with 'kiro auth login --sso-start-url https://d-1.awsapps.com/start --region eu-west-1 --account 123456789012 --role Dev'";

        assertThat(outlook()).isEqualTo(new Outlook.Over(who + ": nobody is signed in", login));
        token("2026-03-01T09:00:00Z", "");
        assertThat(outlook()).isEqualTo(new Outlook.Over(who + ": it has expired", login));
        token("2026-03-01T10:25:00Z", "");
        assertThat(outlook())
                .isEqualTo(
                        new Outlook.Ending(
                                "the sign-in for %s ends in 25 minutes: %s if the run may take longer"
                                        .formatted(who, login)));
        token("2026-03-01T10:25:00Z", RENEWABLE);
        assertThat(outlook()).isEqualTo(new Outlook.Clear());
        token("2026-03-01T18:00:00Z", "");
        assertThat(outlook()).isEqualTo(new Outlook.Clear());

        aws.with("AWS_ACCESS_KEY_ID", "AKIA").with("AWS_SECRET_ACCESS_KEY", "s");
        token("2026-03-01T09:00:00Z", "");
        assertThat(outlook()).as("it is not used").isEqualTo(new Outlook.Clear());
    }

    private Outlook outlook() {
        try (AwsSignIn signIn = aws.signIn()) {
            return signIn.outlook();
        }
    }
}
