package kiro.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.stream.Stream;
import kiro.config.ConfigFiles.Change;
import kiro.config.ConfigFiles.Owner;
import kiro.finding.Finding;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ConfigFilesTest {
    @TempDir Path folder;
    private ConfigFiles files;
    private Path persons;
    private Path teams;

    @BeforeEach
    void makeFolders() throws IOException {
        Files.createDirectories(folder.resolve("project/.kiro"));
        files = new ConfigFiles(Map.of(), folder.resolve("home"), folder.resolve("project"));
        persons = folder.resolve("home/.kiro/config.yaml");
        teams = folder.resolve("project/.kiro/config.yaml");
    }

    @Test
    @Timeout(20)
    @Tag("configuration#AC-4")
    void a_pipe_or_a_device_is_not_waited_for() throws Exception {
        Files.createDirectories(persons.getParent());
        assertThat(new ProcessBuilder("mkfifo", persons.toString()).start().waitFor()).isZero();
        Files.createSymbolicLink(teams, Path.of("/dev/zero"));

        for (ConfigFiles.Owner owner : ConfigFiles.Owner.values()) {
            assertThat(files.read(owner).findings())
                    .extracting(finding -> finding.message().replaceFirst("^\\S+ ", ""))
                    .containsExactly("is a device or a pipe, and is not read");
        }
    }

    static Stream<Arguments> changes() {
        return Stream.of(
                Arguments.of("nothing yet", "", "agent.rounds", "3", "agent:\n  rounds: 3\n"),
                Arguments.of(
                        "a comment behind the value",
                        "mode: interactive # as we agreed\nmodel: built-in\n",
                        "mode",
                        "semi-automatic",
                        "mode: semi-automatic # as we agreed\nmodel: built-in\n"),
                Arguments.of(
                        "a group that is there",
                        "# ours\nagent:\n    rounds: 3 # enough\n\n# the rest\nmode: interactive\n",
                        "agent.max-turns",
                        "9",
                        "# ours\nagent:\n    rounds: 3 # enough\n    max-turns: 9\n\n# the rest\nmode: interactive\n"),
                Arguments.of(
                        "a group with nothing in it",
                        "agent: # later\nmode: interactive\n",
                        "agent.rounds",
                        "2",
                        "agent: # later\n  rounds: 2\nmode: interactive\n"),
                Arguments.of(
                        "braces",
                        "agent: {rounds: 3, max-turns: 8}\n",
                        "agent.max-time",
                        "1h",
                        "agent: {rounds: 3, max-turns: 8, max-time: 1h}\n"),
                Arguments.of(
                        "empty braces",
                        "agent: {}\n",
                        "agent.max-time",
                        "1h",
                        "agent: {max-time: 1h}\n"),
                Arguments.of(
                        "braces all over",
                        "{mode: interactive}",
                        "risk.paths.*.sql",
                        "low",
                        "{mode: interactive, risk: {paths: {\"*.sql\": low}}}"),
                Arguments.of(
                        "a list on lines of its own becomes one on its line",
                        "check:\n  source: # code\n    - src/a\n    - src/b # and b\n  base: main\n",
                        "check.source",
                        "lib/**\n*.sql",
                        "check:\n  source: [lib/**, \"*.sql\"] # code # and b\n  base: main\n"),
                Arguments.of(
                        "a block of text",
                        "model: |\n  built-in\n\nmode: interactive\n",
                        "model",
                        "openai/x",
                        "model: openai/x\n\nmode: interactive\n"),
                Arguments.of(
                        "no line end at the end",
                        "mode: interactive",
                        "model",
                        "built-in",
                        "mode: interactive\nmodel: built-in\n"),
                Arguments.of(
                        "line ends of Windows",
                        "agent:\r\n  rounds: 3\r\nmode: interactive\r\n",
                        "agent.max-turns",
                        "9",
                        "agent:\r\n  rounds: 3\r\n  max-turns: 9\r\nmode: interactive\r\n"),
                Arguments.of(
                        "a byte order mark, and letters outside of the first plane",
                        "\ufeff# \ud83d\ude80 go\nmode: interactive\n",
                        "mode",
                        "semi-automatic",
                        "\ufeff# \ud83d\ude80 go\nmode: semi-automatic\n"),
                Arguments.of(
                        "a text that would be a number",
                        "",
                        "check.base",
                        "2024",
                        "check:\n  base: \"2024\"\n"),
                Arguments.of(
                        "a text that would be something else",
                        "",
                        "check.base",
                        "a: b #c",
                        "check:\n  base: \"a: b #c\"\n"),
                Arguments.of(
                        "a value of the wrong type is mended",
                        "agent:\n  rounds: many\nmode: interactive\n",
                        "agent.rounds",
                        "3",
                        "agent:\n  rounds: 3\nmode: interactive\n"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("changes")
    @Tag("configuration#AC-13")
    void a_setting_is_set_in_place(
            String what, String before, String name, String value, String after)
            throws IOException {
        Files.writeString(teams, before);

        Change change = files.set(Owner.TEAM, key(name), value);

        assertThat(change).isEqualTo(new Change.Written(".kiro/config.yaml"));
        assertThat(teams).hasContent(after).content().isEqualTo(after);
    }

    static Stream<Arguments> removals() {
        return Stream.of(
                Arguments.of(
                        "with the group that has nothing left",
                        "# ours\nagent:\n  rounds: 3\nmode: interactive\n",
                        "agent.rounds",
                        "# ours\nmode: interactive\n"),
                Arguments.of(
                        "out of a group",
                        "agent:\n  rounds: 3\n  # turns\n  max-turns: 4\n",
                        "agent.rounds",
                        "agent:\n  # turns\n  max-turns: 4\n"),
                Arguments.of(
                        "a list",
                        "check:\n  source:\n    - a\n    - b\n  base: main\n",
                        "check.source",
                        "check:\n  base: main\n"),
                Arguments.of(
                        "the first in braces",
                        "agent: {rounds: 3, max-turns: 4}\n",
                        "agent.rounds",
                        "agent: {max-turns: 4}\n"),
                Arguments.of(
                        "the last in braces",
                        "agent: {rounds: 3, max-turns: 4}\n",
                        "agent.max-turns",
                        "agent: {rounds: 3}\n"),
                Arguments.of("the only one", "mode: interactive # so\n", "mode", ""),
                Arguments.of(
                        "one of the wrong type",
                        "agent:\n  rounds: many\nmode: interactive\n",
                        "agent.rounds",
                        "mode: interactive\n"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("removals")
    @Tag("configuration#AC-13")
    void a_setting_is_taken_out(String what, String before, String name, String after)
            throws IOException {
        Files.writeString(teams, before);

        Change change = files.unset(Owner.TEAM, key(name));

        assertThat(change).isEqualTo(new Change.Written(".kiro/config.yaml"));
        assertThat(teams).content().isEqualTo(after);
    }

    @Test
    @Tag("configuration#AC-13")
    void what_was_set_and_taken_out_again_leaves_every_byte() throws IOException {
        String before = "# a\n\ncheck: {base: main}\nagent:\n   rounds: 3  # b\n\n# c\n";
        Files.writeString(teams, before);

        for (ConfigKey known : ConfigKeys.all()) {
            String name =
                    known.name()
                            .replace("spec.rules.*", "spec.rules.spec/vague")
                            .replaceFirst("^(knowledge\\..*)\\*$", "$1docs")
                            .replace("*", "*.sql");
            if (known.teams().isEmpty()
                    || before.contains(name.substring(name.lastIndexOf('.') + 1) + ":")) {
                continue;
            }
            assertThat(files.set(Owner.TEAM, key(name), sample(known.teams().get())))
                    .as(name)
                    .isInstanceOf(Change.Written.class);
            assertThat(files.unset(Owner.TEAM, key(name))).isInstanceOf(Change.Written.class);
            assertThat(teams).as(name).content().isEqualTo(before);
        }
    }

    private static String sample(ValueType type) {
        return switch (type) {
            case ValueType.Text _, ValueType.Hidden _ -> "text";
            case ValueType.PositiveNumber _ -> "7";
            case ValueType.TimeSpan _ -> "90s";
            case ValueType.Amount _ -> "2.50";
            case ValueType.Globs _ -> "*.sql\nsrc/**";
            case ValueType.Names _ -> "openai\nanthropic/opus";
            case ValueType.Formed formed ->
                    "ABCDEFGHIJ".matches(formed.form()) ? "ABCDEFGHIJ" : "openai/small";
            case ValueType.OneOf choice -> choice.values().getFirst();
        };
    }

    @Test
    @Tag("configuration#AC-13")
    void what_the_file_says_already_is_not_written() throws IOException {
        Files.writeString(teams, "mode:   interactive\n");

        assertThat(files.set(Owner.TEAM, key("mode"), "interactive"))
                .isEqualTo(new Change.Unchanged(".kiro/config.yaml"));
        assertThat(files.unset(Owner.TEAM, key("model")))
                .isEqualTo(new Change.Unchanged(".kiro/config.yaml"));
    }

    @Test
    @Tag("configuration#AC-14")
    void a_projects_file_is_not_given_what_it_may_not_set() throws IOException {
        assertThat(rules(files.set(Owner.TEAM, key("tests.command"), "make test")))
                .containsExactly("config/forbidden-here");
        assertThat(rules(files.set(Owner.TEAM, key("mode"), "autonomous")))
                .containsExactly("config/forbidden-here");
        assertThat(teams).doesNotExist();
    }

    @ParameterizedTest
    @MethodSource("broken")
    @Tag("configuration#AC-14")
    void a_broken_file_is_left_as_it_is(String text, String rule) throws IOException {
        Files.writeString(teams, text);

        assertThat(rules(files.set(Owner.TEAM, key("agent.max-turns"), "9"))).containsExactly(rule);
        assertThat(rules(files.unset(Owner.TEAM, key("agent.rounds")))).containsExactly(rule);
        assertThat(teams).content().isEqualTo(text);
    }

    static Stream<Arguments> broken() {
        return Stream.of(
                Arguments.of("agent: [\n", "config/not-yaml"),
                Arguments.of("agent:\n  rounds: 3\nmode: loud\n", "config/wrong-type"),
                Arguments.of("- a\n- b\n", "config/wrong-type"),
                Arguments.of("agent: 3\n", "config/wrong-type"),
                Arguments.of("x".repeat(70_000), "config/too-large"));
    }

    @Test
    @Tag("configuration#AC-14")
    void a_value_that_others_refer_to_is_not_guessed_at() throws IOException {
        String text = "agent: &a\n  rounds: 3\ncheck:\n  base: main\n<<: *a\n";
        Files.writeString(teams, text);

        assertThat(files.set(Owner.TEAM, key("agent.rounds"), "4")).isNotNull();
        assertThat(Files.readString(teams)).isIn(text, text.replace("3", "4"));
    }

    @Test
    @Tag("configuration#AC-14")
    void a_projects_file_that_is_a_link_is_not_followed() throws IOException {
        Path elsewhere = Files.writeString(folder.resolve("elsewhere.yaml"), "mode: interactive\n");
        Files.createSymbolicLink(teams, elsewhere);

        assertThat(rules(files.set(Owner.TEAM, key("mode"), "semi-automatic")))
                .containsExactly("config/link");
        assertThat(elsewhere).hasContent("mode: interactive");
    }

    @Test
    @Tag("configuration#AC-15")
    void a_persons_file_is_made_for_them_alone_and_stays_a_link() throws IOException {
        files.set(Owner.PERSON, key("anthropic.api-key"), "sk-1");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(persons)))
                .isEqualTo("rw-------");

        Path dotfiles = folder.resolve("dotfiles.yaml");
        Files.move(persons, dotfiles);
        Files.createSymbolicLink(persons, dotfiles);
        files.set(Owner.PERSON, key("agent.rounds"), "3");

        assertThat(persons).isSymbolicLink();
        assertThat(dotfiles).hasContent("anthropic:\n  api-key: sk-1\nagent:\n  rounds: 3\n");
    }

    @Test
    @Tag("configuration#AC-15")
    void who_may_read_a_file_stays_as_it_is_until_it_holds_a_key() throws IOException {
        Files.createDirectories(persons.getParent());
        Files.writeString(persons, "mode: interactive\n");
        Files.setPosixFilePermissions(persons, PosixFilePermissions.fromString("rw-r-----"));

        files.set(Owner.PERSON, key("agent.rounds"), "3");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(persons)))
                .isEqualTo("rw-r-----");

        files.set(Owner.PERSON, key("openai.api-key"), "sk-1");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(persons)))
                .isEqualTo("rw-------");
    }

    private static ConfigKey key(String name) {
        return ConfigKeys.find(name).orElseThrow();
    }

    private static Stream<String> rules(Change change) {
        return change instanceof Change.Refused refused
                ? refused.findings().stream().map(Finding::rule).map(String::valueOf)
                : Stream.of(change.toString());
    }
}
