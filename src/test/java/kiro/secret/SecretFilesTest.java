package kiro.secret;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("permissions#AC-11")
class SecretFilesTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                ".env",
                ".ENV",
                ".env.local",
                "deploy/.env.production",
                ".envrc",
                ".netrc",
                "home/.pgpass",
                ".pypirc",
                ".htpasswd",
                ".git-credentials",
                "id_rsa",
                "keys/id_ed25519",
                "certs/server.pem",
                "a.key",
                "a.p12",
                "store.jks",
                "x/.aws/credentials",
                ".aws/sso/cache/0a1b.json",
                "home/.aws/cli/cache/0a1b.json",
                ".kube/config",
                ".docker/config.json",
                ".ssh/known_hosts",
                "config/secrets.yml",
                "credentials.json"
            })
    void hold_secrets(String path) {
        assertThat(SecretFiles.include(path)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                ".env.example",
                ".env.local.sample",
                "environment.md",
                "keyboard.ts",
                "src/Secrets.java",
                "secrets.md",
                "config/credentials.ts",
                "id_rsa.pub",
                "kube/config",
                ""
            })
    void hold_none(String path) {
        assertThat(SecretFiles.include(path)).isFalse();
    }
}
