package kiro.memory;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("memory#AC-5")
class MemorySecretsTest {
    private static final Map<String, String> ENVIRONMENT =
            Map.of("BILLING_TOKEN", "correct-horse-battery", "DB_PASSWORD", "Tr0ub4dor&3xyz");

    @TempDir private Path folder;

    /// Each has its secret behind the `|`.
    @ParameterizedTest
    @ValueSource(
            strings = {
                "key |AKIA{}IOSFODNN7EXAMPLE",
                "key |ASIA{}IOSFODNN7EXAMPLE",
                "the AWS secret is |wJalrXUtnFEMI{}/K7MDENG/bPxRfiCYEXAMPLEKEY",
                "push with |ghp_{}abcdefghijklmnopqrstuvwxyz0123456789",
                "push with |github_pat_{}11ABCDEFG0abcdefghijkl_mnop",
                "push with |glpat-{}abcdefghij0123456789",
                "ask with |sk-{}proj-abcdefghijklmnopqrstuvwx0123",
                "pay with |sk_live_{}abcdefghijklmnop1234",
                "tell |xoxb-{}123456789012-abcdefghijkl",
                "publish with |npm_{}abcdefghijklmnopqrstuvwxyz0123456789",
                "maps |AIza{}SyA-abcdefghijklmnopqrstuvwxyz01234",
                "jwt |eyJhbGciOiJIUzI1NiJ9.{}eyJzdWIiOiIxMjM0In0.abcdefghijklmno",
                "-----BEGIN RSA PRIVATE KEY-----\n|MIIEpAIBAAKCAQEA1234{}\n-----END RSA PRIVATE KEY-----",
                "connect to postgres://app:|s3cr{}etpw@db.example.com/app",
                "connect to mongodb+srv://root:|hunt{}er2@cluster0.example.net",
                "Authorization: Bearer |abcdef{}.ghijkl-mnopqr",
                "password = |hunt{}er2hunter2",
                "password is |hunt{}er2",
                "the Password: |Ab{}12!",
                "set API_KEY='|abcd{}efghij'",
                "client secret: \"|correct{}horse\"",
                "billing uses |correct-horse-{}battery",
                "in Base64 |Y29ycmVjdC1ob3JzZS1{}iYXR0ZXJ5",
                "as a URL |Tr0ub4dor%26{}3xyz",
            })
    void a_secret_is_kept_in_no_part_of_the_file(String written) throws Exception {
        String text = written.replace("|", "").replace("{}", "");
        String secret = written.substring(written.indexOf('|') + 1).replace("{}", "");
        String core = secret.split("[@'\"\n]")[0];
        MemoryHere here = MemoryHere.in(folder, ENVIRONMENT).with(MemoryHere.convention("fine"));
        here.edited("\"version\": 2,", "\"version\": 2, \"note\": %s,".formatted(quoted(text)));

        here.with(
                new Fact.Integration(
                        new Statement(
                                new FactId("i-1"),
                                text,
                                new Source.OfPerson(text),
                                MemoryHere.DAY,
                                Weight.CERTAIN,
                                new Scope(List.of(text), List.of(text)),
                                List.of())));

        assertThat(here.text()).doesNotContain(core).contains("[secret]");
    }

    @Test
    void a_value_whose_key_speaks_of_a_secret_is_none_that_is_kept() throws Exception {
        MemoryHere here = MemoryHere.in(folder).with(MemoryHere.convention("fine"));
        here.edited("\"version\": 2,", "\"version\": 2, \"dbPassword\": \"swordfish\",");

        here.with(MemoryHere.convention("more"));

        assertThat(here.text()).doesNotContain("swordfish");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "passwords are hashed with bcrypt",
                "the token is checked in AuthFilter",
                "secrets come from AWS Secrets Manager",
                "each request has an API key in X-Api-Key",
                "commit 8f14e45fceea167a5a36dedd4bea2543a1b2c3d4 moved it",
                "tokens: JWT, signed with RS256 keys of the identity provider",
            })
    void what_is_said_about_secrets_is_kept(String text) throws Exception {
        MemoryHere here = MemoryHere.in(folder).with(MemoryHere.convention(text));

        assertThat(here.memory().read().facts().facts())
                .extracting(Fact::text)
                .containsExactly(text);
    }

    private static String quoted(String text) {
        return '"' + text.replace("\"", "\\\"").replace("\n", "\\n") + '"';
    }
}
