package kiro.aws;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AwsSignInTest {
    private static final String NOTHING =
            "no AWS credentials were found: sign in with 'kiro auth login --sso-start-url URL', set AWS_PROFILE or aws.profile to a profile, AWS_ACCESS_KEY_ID and"
                    + " AWS_SECRET_ACCESS_KEY, or AWS_BEARER_TOKEN_BEDROCK";

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

    private static String assumed(String name, String until) {
        return """
        <AssumeRoleWithWebIdentityResponse xmlns="https://sts.amazonaws.com/doc/2011-06-15/">
          <AssumeRoleWithWebIdentityResult>
            <Credentials>
              <AccessKeyId>ASIA%s</AccessKeyId><SecretAccessKey>secret</SecretAccessKey>
              <SessionToken>token</SessionToken><Expiration>%s</Expiration>
            </Credentials>
          </AssumeRoleWithWebIdentityResult>
        </AssumeRoleWithWebIdentityResponse>
        """
                .formatted(name, until);
    }

    @Test
    @Tag("aws-access#AC-2")
    void places_are_looked_at_in_order_and_the_first_one_gives() throws Exception {
        aws.with("AWS_CONTAINER_CREDENTIALS_FULL_URI", aws.server.url() + "/creds");
        aws.server.thenStatus(
                200, Map.of(), "{\"AccessKeyId\":\"C\",\"SecretAccessKey\":\"c\",\"Token\":\"t\"}");
        assertThat(aws.words()).isEqualTo("C c t - of the container's role");

        aws.credentials("[default]\naws_access_key_id = P\naws_secret_access_key = p\n");
        assertThat(aws.words()).isEqualTo("P p - - of the profile 'default'");

        aws.file("token", "web-token\n")
                .with("AWS_WEB_IDENTITY_TOKEN_FILE", home.resolve("token").toString())
                .with("AWS_ROLE_ARN", "arn:aws:iam::123456789012:role/ci");
        aws.server.thenStatus(200, Map.of(), assumed("W", "2026-03-01T11:00:00Z"));
        assertThat(aws.words())
                .isEqualTo(
                        "ASIAW secret token 2026-03-01T11:00:00Z of the web identity of the environment");

        aws.with("AWS_ACCESS_KEY_ID", "E").with("AWS_SECRET_ACCESS_KEY", "e");
        assertThat(aws.words()).isEqualTo("E e - - of the environment");
        aws.with("AWS_SESSION_TOKEN", "t");
        assertThat(aws.words()).isEqualTo("E e t - of the environment");
    }

    @Test
    @Tag("aws-access#AC-2")
    void nothing_anywhere_says_what_to_set() throws Exception {
        assertThat(aws.words()).isEqualTo(NOTHING);
        aws.config("[default]\nregion = eu-west-1\n");
        assertThat(aws.words()).isEqualTo(NOTHING);
    }

    @Test
    @Tag("aws-access#AC-2")
    void a_place_that_should_have_some_ends_the_search() throws Exception {
        aws.with("AWS_CONTAINER_CREDENTIALS_FULL_URI", aws.server.url() + "/creds");

        aws.profile("work").config("[default]\n").credentials("[other]\naws_access_key_id = x\n");
        assertThat(aws.words())
                .isEqualTo(
                        "there is no profile 'work' in ~/.aws/config or ~/.aws/credentials: choose one of"
                                + " 'aws configure list-profiles' by aws.profile or AWS_PROFILE");
        aws.config("[profile work]\nregion = eu-west-1\n");
        assertThat(aws.words())
                .isEqualTo(
                        "the profile 'work' has no credentials: sign in, or add keys with"
                                + " 'aws configure --profile work'");
        aws.profile("other");
        assertThat(aws.words())
                .isEqualTo(
                        "the profile 'other' has half a pair of keys: add the other half with"
                                + " 'aws configure --profile other'");
        aws.with("AWS_ACCESS_KEY_ID", "E");
        assertThat(aws.words())
                .isEqualTo(
                        "half of the AWS credentials is in the environment, and AWS_SECRET_ACCESS_KEY is not:"
                                + " set it, or unset the other half");
        assertThat(aws.server.requests()).isEmpty();
    }

    @Test
    @Tag("aws-access#AC-8")
    void credentials_are_looked_for_once_however_many_ask() throws Exception {
        aws.with("AWS_CONTAINER_CREDENTIALS_FULL_URI", aws.server.url() + "/creds");
        aws.server.thenStatus(
                200,
                Map.of(),
                "{\"AccessKeyId\":\"C\",\"SecretAccessKey\":\"c\",\"Expiration\":\"2026-03-01T10:05:01Z\"}");
        var asking = new ArrayList<Callable<Lookup>>();
        try (AwsSignIn signIn = aws.signIn();
                var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < 20; i++) {
                asking.add(signIn::credentials);
            }
            for (var each : threads.invokeAll(asking)) {
                assertThat(Aws.words(each.get()))
                        .isEqualTo("C c - 2026-03-01T10:05:01Z of the container's role");
            }
        }

        assertThat(aws.asked()).containsExactly("GET /creds");
    }

    /// A clock that a test sets.
    private static final class Hand extends Clock {
        private Instant now = Aws.NOW;

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return InstantSource.fixed(now).withZone(zone);
        }
    }

    @Test
    @Tag("aws-access#AC-8")
    void they_are_looked_for_again_before_they_expire_and_go_on_while_nobody_answers()
            throws Exception {
        var hand = new Hand();
        aws.at(hand).with("AWS_CONTAINER_CREDENTIALS_FULL_URI", aws.server.url() + "/creds");
        String form = "{\"AccessKeyId\":\"%s\",\"SecretAccessKey\":\"c\",\"Expiration\":\"%s\"}";
        aws.server
                .thenStatus(200, Map.of(), form.formatted("one", "2026-03-01T11:00:00Z"))
                .thenStatus(503, Map.of(), "")
                .thenStatus(200, Map.of(), form.formatted("two", "2026-03-01T12:00:00Z"))
                .thenStatus(503, Map.of(), "")
                .thenStatus(500, Map.of(), "")
                .thenStatus(500, Map.of(), "");
        var keys = new ArrayList<String>();
        try (AwsSignIn signIn = aws.signIn()) {
            for (int minutes : List.of(0, 54, 56, 57, 58, 119, 121)) {
                hand.now = Aws.NOW.plus(Duration.ofMinutes(minutes));
                keys.add(Aws.words(signIn.credentials()).split(" ")[0]);
            }
            assertThat(Aws.words(signIn.credentials()))
                    .isEqualTo(
                            "the container's role is refused (HTTP 500): look at the role of the task or the pod (may pass)");
        }

        assertThat(keys).containsExactly("one", "one", "one", "two", "two", "two", "the");
        assertThat(aws.server.requests()).hasSize(6);
    }

    @Test
    @Tag("aws-access#AC-9")
    void the_region_is_the_one_that_is_set_else_the_profiles() throws Exception {
        aws.config(
                "[default]\nregion = eu-west-1\n[profile work]\nregion = eu-north-1\n[profile odd]\nregion = evil.example/\n");
        assertThat(aws.signIn().region()).contains("eu-west-1");
        assertThat(aws.profile("work").signIn().region()).contains("eu-north-1");
        assertThat(aws.profile("odd").signIn().region()).isEmpty();
        assertThat(aws.with("AWS_DEFAULT_REGION", "us-east-2").signIn().region())
                .contains("us-east-2");
        assertThat(aws.region("ap-south-1").signIn().region()).contains("ap-south-1");
        assertThat(new Aws(home.resolve("empty")).signIn().region()).isEmpty();
    }
}
