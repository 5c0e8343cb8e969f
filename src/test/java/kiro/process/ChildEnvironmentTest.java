package kiro.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("commands#AC-11")
class ChildEnvironmentTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "ANTHROPIC_API_KEY",
                "OPENAI_APIKEY",
                "openai_api_key",
                "STRIPE_KEY",
                "GITHUB_TOKEN",
                "NPM_TOKEN",
                "GH_PAT",
                "AWS_ACCESS_KEY_ID",
                "AWS_SECRET_ACCESS_KEY",
                "AWS_SESSION_TOKEN",
                "DB_PASSWORD",
                "PGPASSWORD",
                "MYSQL_PWD",
                "CLIENT_SECRET",
                "SECRET",
                "SECRETS_FILE",
                "SIGNING_KEY_1",
                "GOOGLE_APPLICATION_CREDENTIALS",
                "SENTRY_DSN",
                "SESSION_COOKIE",
                "NPM_CONFIG__AUTH",
                "spring.datasource.password",
                "SSH_KEY_PASSPHRASE",
                "SONAR-TOKEN"
            })
    void a_credential_is_not_passed_on(String name) {
        assertThat(ChildEnvironment.of(Map.of(name, "value"))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "PATH",
                "HOME",
                "PWD",
                "OLDPWD",
                "LANG",
                "LC_ALL",
                "TERM",
                "USER",
                "SHELL",
                "TMPDIR",
                "CI",
                "JAVA_HOME",
                "MAVEN_OPTS",
                "MAVEN_ARGS",
                "GRADLE_USER_HOME",
                "NODE_OPTIONS",
                "GOPATH",
                "SSH_AUTH_SOCK",
                "SSH_ASKPASS",
                "GIT_AUTHOR_NAME",
                "XAUTHORITY",
                "KEYBOARD_LAYOUT",
                "TOKENIZERS_PARALLELISM",
                "AWS_PROFILE",
                "AWS_REGION",
                "BYPASS",
                "COMPATIBILITY"
            })
    void what_only_looks_like_one_is_passed_on(String name) {
        assertThat(ChildEnvironment.of(Map.of(name, "value"))).isEqualTo(Map.of(name, "value"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "postgres://app:hunter2@db.example/app",
                "amqp://:pass@queue/",
                "jdbc:postgresql://app:hunter2@db/app"
            })
    void an_address_with_a_password_is_not_passed_on(String value) {
        assertThat(ChildEnvironment.of(Map.of("DATABASE_URL", value))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"https://example.com/a:b@c", "git@github.com:a/b.git", "http://host:8080/"})
    void an_address_without_one_is_passed_on(String value) {
        assertThat(ChildEnvironment.of(Map.of("URL", value))).isEqualTo(Map.of("URL", value));
    }

    @ParameterizedTest
    @ValueSource(strings = {"https_proxy", "HTTP_PROXY"})
    void a_proxy_is_needed_with_its_password(String name) {
        var environment = Map.of(name, "http://me:pass@proxy:3128");
        assertThat(ChildEnvironment.of(environment)).isEqualTo(environment);
    }
}
