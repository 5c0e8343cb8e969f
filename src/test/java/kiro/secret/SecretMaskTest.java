package kiro.secret;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SecretMaskTest {
    private static final SecretMask MASK =
            SecretMask.of(
                    Map.of(
                            "DEPLOY_TOKEN", "correct horse battery",
                            "SHORT_KEY", "abc",
                            "PATH", "/usr/local/bin"));

    @ParameterizedTest
    @ValueSource(
            strings = {
                "AKIAIOSFODNN7EXAMPLE",
                "ghp_0123456789abcdefghijABCDEFGHIJ012345",
                "sk-ant-" + "a0b1c2d3e4f5g6h7i8j9",
                "xoxb-123456789012-abcdefghij",
                "eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxMjM0NTY3ODkwIn0.dozjgNryP4J3jVmNHl0w5N",
                "correct horse battery"
            })
    @Tag("sessions#AC-12")
    void what_is_a_secret_by_itself_is_masked_whole(String secret) {
        assertThat(MASK.mask("before " + secret + " after")).isEqualTo("before [secret] after");
    }

    @Test
    @Tag("sessions#AC-12")
    void a_private_key_is_masked_even_where_its_end_is_cut_off() {
        String key = "-----BEGIN RSA PRIVATE KEY-----\nMIIEow\nabc\n";

        assertThat(MASK.mask("a\n" + key + "-----END RSA PRIVATE KEY-----\nb"))
                .isEqualTo("a\n[secret]\nb");
        assertThat(MASK.mask("a\n" + key)).isEqualTo("a\n[secret]");
    }

    @Test
    @Tag("sessions#AC-12")
    void what_stands_around_a_value_is_kept() {
        assertThat(
                        MASK.mask(
                                """
                                Authorization: Bearer abcdefgh12345678
                                postgres://app:hunter2@db.example.com/app
                                {"password": "s3cretPassw0rd"}
                                API_KEY=0123456789abcdef\
                                """))
                .isEqualTo(
                        """
                        Authorization: Bearer [secret]
                        postgres://app:[secret]@db.example.com/app
                        {"password": "[secret]"}
                        API_KEY=[secret]\
                        """);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "String token = request.getHeader(name);",
                "password = passwordEncoder2.encode(raw)",
                "token: authenticationToken",
                "the key abc and /usr/local/bin stay",
                "see https://example.com:8080/a@b",
                "commit 9f86d081884c7d659a2feaa0c55ad015a3bf4f1b"
            })
    @Tag("sessions#AC-12")
    void code_and_prose_stay_as_they_are(String text) {
        assertThat(MASK.mask(text)).isEqualTo(text);
    }

    @Test
    @Tag("sessions#AC-12")
    void a_long_text_takes_no_longer_than_it_is() {
        String text = "password=" + "a".repeat(200_000) + " ://" + "b".repeat(200_000);

        assertThat(MASK.mask(text)).isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a", "ab", "abc", "user:"})
    @Tag("loop-hygiene#AC-11")
    void a_known_secret_is_masked_in_base64_wherever_it_begins(String before) {
        String encoded =
                Base64.getEncoder()
                        .encodeToString(
                                (before + "correct horse battery" + " and more").getBytes(UTF_8));

        assertThat(MASK.mask("data: " + encoded))
                .contains("[secret]")
                .doesNotContain(encoded.substring(8, 24));
    }

    @Test
    @Tag("loop-hygiene#AC-11")
    void a_known_secret_is_masked_in_a_url() {
        assertThat(MASK.mask("GET /?q=correct+horse+battery&x=1"))
                .isEqualTo("GET /?q=[secret]&x=1");
    }

    @Test
    @Tag("loop-hygiene#AC-11")
    void a_secret_of_the_settings_is_masked_whatever_its_form() {
        var mask = SecretMask.of(Map.of(), List.of(Secret.of("my own key")));

        assertThat(mask.mask("it is my own key.")).isEqualTo("it is [secret].");
    }

    @Test
    @Tag("loop-hygiene#AC-13")
    void what_only_may_be_a_secret_stays_in_the_projects_files_for_the_model() {
        String file =
                "String password = \"abc123def456ghi\";\nkey = ghp_0123456789abcdefghijABCDEFGHIJ012345";

        assertThat(MASK.maskCertain(file))
                .isEqualTo("String password = \"abc123def456ghi\";\nkey = [secret]");
    }
}
