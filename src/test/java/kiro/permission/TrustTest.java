package kiro.permission;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import kiro.permission.Ruling.Decision;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TrustTest {
    @TempDir Path folder;
    private Path root;
    private Trust trust;

    @BeforeEach
    void makeProject() throws IOException {
        root = Files.createDirectories(folder.resolve("project"));
        trust = new Trust(folder.resolve("home/trust"), root);
        write(".kiro/hooks.yaml", "hooks:\n- run: sh scripts/check.sh --fast\n");
        write(".kiro/hooks/save.json", "{\"command\":\"node tools/a.js\"}");
        write("scripts/check.sh", ". scripts/more.sh\n");
        write("scripts/more.sh", "ls\n");
        write("tools/a.js", "1\n");
        write("src/App.java", "class App {}\n");
        write(".kiro/specs/a.md", "# A\nsee tools/b.js\n");
    }

    @Test
    @Tag("trust#AC-1")
    void what_says_what_runs_is_found_with_the_scripts_that_it_names() {
        assertThat(standings())
                .isEqualTo(
                        "NEW .kiro/hooks.yaml, NEW .kiro/hooks/save.json, NEW scripts/check.sh, NEW scripts/more.sh, NEW tools/a.js");
        assertThat(trust.state().isTrusted()).isFalse();
    }

    @Test
    @Tag("trust#AC-10")
    void what_a_line_runs_without_naming_its_file_is_followed() throws IOException {
        write(
                ".kiro/hooks.yaml",
                "hooks:\n- run: make check\n- run: cd web && ./run.sh && npm run x\n- run: python3 -m jobs.nightly\n"
                        + "- run: source env\n- run: sh plain\n");
        write("Makefile", "check: src/App.java\n\tsh build/steps.sh\n");
        write("build/steps.sh", "ls\n");
        write("web/run.sh", ". ./helper\n");
        write("web/helper", "ls\n");
        write("web/package.json", "{\"scripts\": {\"x\": \"node tools/x.js\"}}\n");
        write("web/tools/x.js", "1\n");
        write("jobs/nightly.py", "pass\n");
        write("env", "A=1\n");
        write("plain", "ls\n");

        assertThat(standings())
                .contains(
                        "NEW Makefile",
                        "NEW build/steps.sh",
                        "NEW web/run.sh",
                        "NEW web/helper",
                        "NEW web/package.json",
                        "NEW web/tools/x.js",
                        "NEW jobs/nightly.py",
                        "NEW env",
                        "NEW plain")
                .doesNotContain("App.java");
    }

    @Test
    @Tag("trust#AC-10")
    void what_a_line_writes_by_a_plain_name_is_none_of_it() throws IOException {
        write(".kiro/hooks.yaml", "hooks:\n- run: touch seen && ls web > listed\n");
        grant();
        write("seen", "");
        write("listed", "a\n");

        assertThat(trust.state().isTrusted()).isTrue();
    }

    @Test
    @Tag("trust#AC-11")
    void more_files_than_can_be_looked_at_are_trusted_by_nobody() throws IOException {
        var some = new ExecutableSettings(root, 3).find();
        assertThat(some.files()).hasSize(3);
        assertThat(some.isWhole()).isFalse();
        assertThat(new ExecutableSettings(root, 5).find().isWhole()).isTrue();

        grant();
        assertThat(trust.state().isTrusted()).isTrue();
        assertThat(new TrustState(trust.state().files(), List.of(), false).isTrusted()).isFalse();
    }

    @Test
    @Tag("trust#AC-2")
    void trust_is_in_the_content() throws IOException {
        grant();
        assertThat(trust.state().isTrusted()).isTrue();

        write("scripts/more.sh", "rm -rf x\n");
        assertThat(standings()).contains("CHANGED scripts/more.sh", "TRUSTED scripts/check.sh");
        assertThat(trust.state().isTrusted()).isFalse();

        write("scripts/more.sh", "ls\n");
        assertThat(trust.state().isTrusted()).isTrue();
        write(".kiro/mcp.yaml", "servers: {}\n");
        assertThat(standings()).contains("NEW .kiro/mcp.yaml");
        Files.delete(root.resolve(".kiro/mcp.yaml"));
        Files.delete(root.resolve(".kiro/hooks/save.json"));
        assertThat(trust.state().missing()).containsExactly(".kiro/hooks/save.json", "tools/a.js");
        assertThat(trust.state().isTrusted()).isTrue();
    }

    @Test
    @Tag("trust#AC-2")
    void only_the_content_that_was_read_is_allowed_and_only_with_all_that_it_names()
            throws IOException {
        byte[] hooks = Files.readAllBytes(root.resolve(".kiro/hooks.yaml"));
        assertThat(trust.allows(".kiro/hooks.yaml", hooks)).isFalse();
        grant();
        assertThat(trust.together().test(".kiro/hooks.yaml", hooks)).isTrue();
        assertThat(trust.together().test(".kiro/other.yaml", hooks)).isFalse();
        assertThat(trust.allows(".kiro/hooks.yaml", hooks)).isTrue();
        assertThat(trust.allows(".kiro/hooks.yaml", "other".getBytes(StandardCharsets.UTF_8)))
                .isFalse();
        assertThat(trust.allows(".kiro/other.yaml", hooks)).isFalse();
        write("scripts/more.sh", "curl x\n");
        assertThat(trust.allows(".kiro/hooks.yaml", hooks)).isFalse();
        assertThat(trust.together().test(".kiro/hooks.yaml", hooks)).isFalse();
    }

    @Test
    @Tag("trust#AC-3")
    void what_changes_between_the_look_and_the_yes_stays_untrusted() throws IOException {
        List<TrustedFile> shown =
                trust.state().files().stream().map(TrustState.Looked::file).toList();
        write("tools/a.js", "2\n");
        trust.grant(shown);
        assertThat(standings()).contains("CHANGED tools/a.js");
    }

    @Test
    @Tag("trust#AC-4")
    void it_is_kept_outside_as_sums_that_can_be_checked_and_taken_back() throws IOException {
        grant();
        assertThat(Files.readAllLines(folder.resolve("home/trust")))
                .allMatch(line -> line.matches("[0-9a-f]{64}  \\S+"))
                .anyMatch(line -> line.endsWith("  tools/a.js"));
        assertThat(trust.revoke()).isTrue();
        assertThat(trust.revoke()).isFalse();
        assertThat(trust.state().isTrusted()).isFalse();
        Files.writeString(folder.resolve("home/trust"), "junk\n");
        assertThat(trust.state().isTrusted()).isFalse();
    }

    @Test
    @Tag("trust#AC-1")
    void links_in_circles_and_folders_in_the_place_of_files_are_survived() throws IOException {
        Files.createSymbolicLink(root.resolve(".kiro/hooks/self"), root.resolve(".kiro/hooks"));
        Files.createDirectories(root.resolve(".kiro/mcp.yaml/x"));
        assertThat(trust.state().isTrusted()).isFalse();
    }

    @Test
    @Tag("trust#AC-12")
    void what_a_hook_writes_takes_no_trust_unless_it_is_run_too() throws IOException {
        write(
                ".kiro/hooks.yaml",
                """
                hooks:
                  - {name: a, on: stop, command: "./scripts/check.sh >>out/a.log 2> ran"}
                  - {name: b, on: stop, command: "make > out/c.sh; sh out/c.sh"}
                  - name: c
                    on: stop
                    use: pr-description
                    with: {output: out/PR.md}
                  - name: d
                    on: stop
                    command: >
                      ./out/d.sh
                """);
        for (String each : List.of("out/a.log", "ran", "out/c.sh", "out/PR.md", "out/d.sh")) {
            write(each, "one\n");
        }
        grant();
        for (String each : List.of("out/a.log", "ran", "out/PR.md")) {
            write(each, "two\n");
        }
        assertThat(trust.state().isTrusted()).isTrue();

        write("out/c.sh", "two\n");
        assertThat(standings()).contains("CHANGED out/c.sh", "TRUSTED out/d.sh");
    }

    @Test
    @Tag("trust#AC-13")
    void the_files_that_a_hook_is_about_take_no_trust() throws IOException {
        write(
                ".kiro/hooks.yaml",
                """
                hooks:
                  - {name: a, on: pre-commit, files: [pom.xml], except: old/a.txt, if: {exists: [b.txt]}, use: dependency-impact}
                  - {name: b, on: manual, use: test-stub, with: {file: src/A.java}}
                  - {name: c, on: stop, command: "sh files.sh files: x/run.sh"}
                  - {name: d, on: file-saved, files: y/run.sh, command: sh y/run.sh}
                """);
        write(
                ".kiro/hooks/a.json",
                "{\"version\":\"v1\",\"hooks\":[{\"name\":\"a\",\"trigger\":\"PostFileSave\",\"matcher\":\"data/a.csv\",\"action\":{\"type\":\"command\",\"command\":\"z/run.sh\"}}]}");
        write(
                ".kiro/hooks/b.kiro.hook",
                "{\"when\":{\"type\":\"fileEdited\",\"patterns\":[\"package.json\"]},\"then\":{\"type\":\"runCommand\",\"command\":\"node w/run.js\"}}");
        List<String> data =
                List.of(
                        "pom.xml",
                        "old/a.txt",
                        "b.txt",
                        "src/A.java",
                        "data/a.csv",
                        "package.json");
        List<String> run = List.of("files.sh", "x/run.sh", "y/run.sh", "z/run.sh", "w/run.js");
        for (String each : data) {
            write(each, "one\n");
        }
        for (String each : run) {
            write(each, "one\n");
        }
        grant();
        for (String each : data) {
            write(each, "two\n");
        }
        assertThat(trust.state().isTrusted()).isTrue();

        for (String each : run) {
            write(each, "two\n");
        }
        assertThat(standings())
                .contains(
                        "CHANGED files.sh",
                        "CHANGED x/run.sh",
                        "CHANGED y/run.sh",
                        "CHANGED z/run.sh",
                        "CHANGED w/run.js");
    }

    @Test
    @Tag("trust#AC-5")
    void rules_in_the_repository_forbid_at_once_and_allow_when_they_are_trusted()
            throws IOException {
        write(
                ".kiro/permissions.yaml",
                "rules:\n- {capability: shell, match: mvn test, effect: allow}\n- {capability: shell, match: npm *, effect: deny}\n");
        PermissionFiles files =
                PermissionFiles.of(folder.resolve("none"), Map.of(), folder.resolve("home"), root);
        var untrusted = (PermissionFiles.Reading.Whole) files.read();
        assertThat(untrusted.rules().rules())
                .extracting(PermissionRule::effect)
                .containsExactly(Decision.DENY);
        assertThat(untrusted.warnings())
                .extracting(finding -> finding.rule().value())
                .containsExactly("permissions/untrusted");

        files.trust()
                .grant(
                        files.trust().state().files().stream()
                                .map(TrustState.Looked::file)
                                .toList());
        var trusted = (PermissionFiles.Reading.Whole) files.read();
        assertThat(trusted.warnings()).isEmpty();
        assertThat(trusted.rules().rules())
                .extracting(PermissionRule::effect)
                .containsExactly(Decision.ALLOW, Decision.DENY);
        write("scripts/more.sh", "other\n");
        assertThat(((PermissionFiles.Reading.Whole) files.read()).rules().rules()).hasSize(1);
    }

    private void grant() throws IOException {
        trust.grant(trust.state().files().stream().map(TrustState.Looked::file).toList());
    }

    private String standings() {
        return trust.state().files().stream()
                .map(looked -> looked.standing() + " " + looked.file().path())
                .collect(Collectors.joining(", "));
    }

    private void write(String path, String text) throws IOException {
        Path file = root.resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text, StandardCharsets.UTF_8);
    }
}
