package kiro.aws;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import kiro.testing.AnthropicServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Credentials that containers and machines are lent.
class MachineSourcesTest {
    private static final String LENT =
            "{\"Code\":\"Success\",\"Type\":\"AWS-HMAC\",\"AccessKeyId\":\"A\",\"SecretAccessKey\":\"s\",\"Token\":\"t\",\"Expiration\":\"2026-03-01T16:00:00Z\"}";

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

    private void isOnEc2() {
        aws.with("AWS_EC2_METADATA_DISABLED", "false")
                .with("AWS_EC2_METADATA_SERVICE_ENDPOINT", aws.server.url() + "/");
    }

    @Test
    @Tag("aws-access#AC-7")
    void the_machine_is_asked_by_a_token_for_its_role_and_its_region() throws Exception {
        isOnEc2();
        aws.server
                .thenStatus(200, Map.of(), "tok")
                .thenStatus(200, Map.of(), "my-role\n")
                .thenStatus(200, Map.of(), LENT);

        assertThat(aws.words()).isEqualTo("A s t 2026-03-01T16:00:00Z of the instance's role");
        assertThat(aws.asked())
                .containsExactly(
                        "PUT /latest/api/token",
                        "GET /latest/meta-data/iam/security-credentials/",
                        "GET /latest/meta-data/iam/security-credentials/my-role");
        assertThat(aws.server.requests().getFirst().headers())
                .containsEntry("x-aws-ec2-metadata-token-ttl-seconds", "21600");
        assertThat(aws.server.requests().getLast().headers())
                .containsEntry("x-aws-ec2-metadata-token", "tok");
    }

    @Test
    @Tag("aws-access#AC-9")
    void the_machine_says_its_region() throws Exception {
        isOnEc2();
        aws.server.thenStatus(200, Map.of(), "tok").thenStatus(200, Map.of(), "eu-west-3");

        try (AwsSignIn signIn = aws.signIn()) {
            assertThat(signIn.regionOfMachine()).contains("eu-west-3");
        }
        assertThat(aws.asked())
                .containsExactly("PUT /latest/api/token", "GET /latest/meta-data/placement/region");
    }

    @Test
    @Tag("aws-access#AC-7")
    void a_machine_without_a_role_or_without_the_service_has_none_and_does_not_keep_waiting()
            throws Exception {
        isOnEc2();
        aws.server.thenStatus(200, Map.of(), "tok").thenStatus(404, Map.of(), "");
        assertThat(aws.words()).startsWith("no AWS credentials were found");

        aws.server.then(AnthropicServer.Wire::silence);
        long begin = System.nanoTime();
        assertThat(aws.words()).startsWith("no AWS credentials were found");
        assertThat(System.nanoTime() - begin).isLessThan(5_000_000_000L);

        aws.server
                .thenStatus(200, Map.of(), "tok")
                .thenStatus(200, Map.of(), "my-role")
                .thenStatus(200, Map.of(), "{\"Code\":\"AssumeRoleUnauthorizedAccess\"}");
        assertThat(aws.words())
                .isEqualTo(
                        "the instance's role has no credentials at the moment: try again in a while (may pass)");
    }

    @Test
    @Tag("aws-access#AC-8")
    void a_machine_that_has_lent_before_may_lend_again() throws Exception {
        isOnEc2();
        aws.server
                .thenStatus(200, Map.of(), "tok")
                .thenStatus(200, Map.of(), "my-role")
                .thenStatus(200, Map.of(), LENT.replace("2026-03-01T16", "2026-03-01T09"))
                .thenStatus(503, Map.of(), "");
        try (AwsSignIn signIn = aws.signIn()) {
            assertThat(Aws.words(signIn.credentials())).startsWith("A s t ");
            assertThat(Aws.words(signIn.credentials()))
                    .isEqualTo(
                            "the instance's role has no credentials at the moment: try again in a while (may pass)");
        }
    }

    @Test
    @Tag("aws-access#AC-7")
    void an_interrupt_ends_the_search_at_once() throws Exception {
        aws.with("AWS_CONTAINER_CREDENTIALS_FULL_URI", aws.server.url() + "/creds");
        var asked = new CountDownLatch(1);
        aws.server.then(wire -> {
            asked.countDown();
            wire.silence();
        });
        var ended = new AtomicReference<String>("");
        try (AwsSignIn signIn = aws.signIn()) {
            Thread looking =
                    Thread.ofVirtual()
                            .start(() -> {
                                try {
                                    ended.set(Aws.words(signIn.credentials()));
                                } catch (InterruptedException stopped) {
                                    ended.set("interrupted");
                                }
                            });
            assertThat(asked.await(10, TimeUnit.SECONDS)).isTrue();
            looking.interrupt();
            assertThat(looking.join(Duration.ofSeconds(2))).isTrue();
        }
        assertThat(ended).hasValue("interrupted");
    }

    @Test
    @Tag("aws-access#AC-7")
    void a_container_is_asked_with_its_token() throws Exception {
        aws.with("AWS_CONTAINER_CREDENTIALS_FULL_URI", aws.server.url() + "/v1/credentials")
                .with("AWS_CONTAINER_AUTHORIZATION_TOKEN", "as-a-value")
                .with("AWS_EC2_METADATA_DISABLED", "true");
        aws.server.thenStatus(200, Map.of(), LENT).thenStatus(200, Map.of(), LENT);
        assertThat(aws.words()).isEqualTo("A s t 2026-03-01T16:00:00Z of the container's role");

        aws.file("pod-token", "in-a-file\n")
                .with("AWS_CONTAINER_AUTHORIZATION_TOKEN_FILE", "~/pod-token");
        assertThat(aws.words()).startsWith("A s t ");

        assertThat(aws.server.requests())
                .extracting(each -> each.headers().get("authorization"))
                .containsExactly("as-a-value", "in-a-file");
        aws.with("AWS_CONTAINER_AUTHORIZATION_TOKEN_FILE", "/no/such/file");
        assertThat(aws.words())
                .isEqualTo(
                        "the container's token cannot be read: /no/such/file: mend AWS_CONTAINER_AUTHORIZATION_TOKEN_FILE");
    }

    @ParameterizedTest
    @Tag("aws-access#AC-7")
    @ValueSource(
            strings = {
                "http://example.com/x",
                "http://127.0.0.1.evil.example/x",
                "ftp://127.0.0.1/x",
                "x"
            })
    void a_container_is_not_asked_where_others_can_listen(String address) throws Exception {
        aws.with("AWS_CONTAINER_CREDENTIALS_FULL_URI", address)
                .with("AWS_CONTAINER_AUTHORIZATION_TOKEN", "token");

        assertThat(aws.words())
                .isEqualTo(
                        "AWS_CONTAINER_CREDENTIALS_FULL_URI is neither encrypted nor an address of this machine:"
                                + " set it to an https address");
    }

    @Test
    @Tag("aws-access#AC-7")
    void a_container_that_is_refused_or_answers_nonsense_is_said() throws Exception {
        aws.with("AWS_CONTAINER_CREDENTIALS_FULL_URI", aws.server.url() + "/v1/credentials");
        aws.server
                .thenStatus(403, Map.of(), "no")
                .thenStatus(200, Map.of(), "<html>")
                .thenStatus(200, Map.of(), "{}");

        assertThat(aws.words())
                .isEqualTo(
                        "the container's role is refused (HTTP 403): look at the role of the task or the pod");
        for (int i = 0; i < 2; i++) {
            assertThat(aws.words())
                    .isEqualTo(
                            "the container's role has no credentials: try again in a while (may pass)");
        }
    }
}
