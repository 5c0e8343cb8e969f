package kiro.auth;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import kiro.secret.Secret;
import kiro.testing.FakeKeyring;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KeyStoreTest {
    private static final String NAME = "anthropic.api-key";
    private static final Secret KEY = Secret.of("sk-ant-0123456789-\\\"'$wxyz");

    @TempDir private Path home;

    private FakeKeyring keyring;
    private final Map<String, String> environment = new HashMap<>();

    @BeforeEach
    void begin() throws Exception {
        keyring = FakeKeyring.in(home.resolve("bin"));
        environment.put("PATH", keyring.path());
        environment.put("DBUS_SESSION_BUS_ADDRESS", "unix:path=/nowhere");
    }

    private KeyStore on(String system) {
        return new KeyStore(
                Optional.of(CredentialFile.of(environment, home)),
                () -> Keyring.of(environment, system, home));
    }

    private String file() throws Exception {
        return Files.readString(home.resolve(".kiro/credentials.json"));
    }

    @ParameterizedTest
    @Tag("sign-in#AC-2")
    @ValueSource(strings = {"Linux", "Mac OS X"})
    void a_keyring_keeps_a_key_and_gives_it_back_and_no_argument_has_it(String system)
            throws Exception {
        String place = system.equals("Linux") ? "the keyring" : "the keychain";

        assertThat(on(system).keep(NAME, KEY)).isEqualTo(new KeyStore.Keeping.InKeyring(place));

        assertThat(keyring.kept(NAME)).isEqualTo(KEY.reveal());
        assertThat(on(system).value(NAME).map(Secret::reveal)).contains(KEY.reveal());
        assertThat(on(system).keys())
                .isEqualTo(Map.of(NAME, new KeptKey("wxyz", place, Optional.empty())));
        assertThat(keyring.arguments()).doesNotContain("0123456789").doesNotContain("30313233");
        assertThat(file()).doesNotContain("0123456789");

        assertThat(on(system).forget(NAME)).isTrue();
        assertThat(keyring.kept(NAME)).isEmpty();
        assertThat(on(system).keys()).isEmpty();
        assertThat(on(system).forget(NAME)).isFalse();
    }

    @Test
    @Tag("sign-in#AC-2")
    void nothing_is_asked_of_the_keyring_before_the_key_itself_is_wanted() throws Exception {
        on("Linux").keep(NAME, KEY);
        Files.delete(home.resolve("bin/arguments"));
        KeyStore store = on("Linux");

        assertThat(store.keys()).hasSize(1);
        assertThat(store.known()).isEmpty();
        assertThat(home.resolve("bin/arguments")).doesNotExist();

        assertThat(store.value(NAME)).isPresent();
        assertThat(store.value(NAME)).isPresent();
        assertThat(keyring.arguments().lines()).hasSize(1);
        assertThat(store.known()).hasSize(1);
    }

    @ParameterizedTest
    @Tag("sign-in#AC-2")
    @ValueSource(strings = {"Linux", "Mac OS X"})
    void a_keyring_that_does_not_take_it_leaves_it_to_the_file_and_says_why(String system)
            throws Exception {
        keyring.lock();

        assertThat(on(system).keep(NAME, KEY))
                .isEqualTo(
                        new KeyStore.Keeping.InFile(
                                "~/.kiro/credentials.json",
                                system.equals("Linux")
                                        ? "the keyring does not keep it: Cannot create an item in a locked collection"
                                        : "the keychain does not keep it: it does not give back what it was given"));

        assertThat(on(system).value(NAME).map(Secret::reveal)).contains(KEY.reveal());
        assertThat(
                        PosixFilePermissions.toString(
                                Files.getPosixFilePermissions(
                                        home.resolve(".kiro/credentials.json"))))
                .isEqualTo("rw-------");
    }

    @Test
    @Tag("sign-in#AC-2")
    void without_a_session_bus_or_a_tool_nobody_is_called() throws Exception {
        environment.remove("DBUS_SESSION_BUS_ADDRESS");
        KeyStore.Keeping inFile =
                new KeyStore.Keeping.InFile(
                        "~/.kiro/credentials.json", "this system has no keyring that kiro reaches");
        assertThat(on("Linux").keep(NAME, KEY)).isEqualTo(inFile);
        assertThat(home.resolve("bin/arguments")).doesNotExist();

        environment.put("PATH", "/nowhere");
        environment.put("DBUS_SESSION_BUS_ADDRESS", "unix:path=/nowhere");
        assertThat(on("Linux").keep(NAME, KEY)).isEqualTo(inFile);
        assertThat(on("Windows 11").keep(NAME, KEY)).isEqualTo(inFile);
    }

    @Test
    @Tag("sign-in#AC-2")
    void a_key_that_goes_to_the_keyring_leaves_the_file() throws Exception {
        keyring.lock();
        on("Linux").keep(NAME, KEY);
        assertThat(file()).contains("0123456789");
        Files.delete(home.resolve("bin/locked"));

        on("Linux").keep(NAME, KEY);

        assertThat(file()).doesNotContain("0123456789");
    }

    @Test
    @Tag("sign-in#AC-2")
    void what_the_file_has_beside_the_key_stays_in_it() throws Exception {
        Files.createDirectories(home.resolve(".kiro"));
        Files.writeString(
                home.resolve(".kiro/credentials.json"),
                "{\"version\":1,\"keys\":{\"later.api-key\":{\"place\":\"cloud\",\"at\":7}},\"more\":[1]}");

        on("Linux").keep(NAME, KEY);
        on("Linux").forget(NAME);

        assertThat(file().replaceAll("\\s", ""))
                .isEqualTo(
                        "{\"version\":1,\"keys\":{\"later.api-key\":{\"place\":\"cloud\",\"at\":7}},\"more\":[1]}");
    }

    @ParameterizedTest
    @Tag("sign-in#AC-2")
    @ValueSource(strings = {"{\"version\":2}", "[]", "{", "{}"})
    void a_file_that_is_not_understood_is_left_alone(String text) throws Exception {
        Files.createDirectories(home.resolve(".kiro"));
        Files.writeString(home.resolve(".kiro/credentials.json"), text);

        assertThat(on("Linux").keep(NAME, KEY)).isInstanceOf(KeyStore.Keeping.Refused.class);
        assertThat(on("Linux").keys()).isEmpty();
        assertThat(on("Linux").problem()).isPresent();
        assertThat(file()).isEqualTo(text);
        assertThat(home.resolve("bin/arguments")).doesNotExist();
    }
}
