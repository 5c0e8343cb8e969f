package kiro;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import kiro.testing.TemporaryWorkspace;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HooksGithubCommandTest {
    @TempDir private Path folder;

    @Test
    @Tag("pull-request-events#AC-4")
    void a_workflow_starts_the_hooks_on_its_pull_request() {
        TemporaryWorkspace files =
                TemporaryWorkspace.in(folder)
                        .with(
                                "project/.kiro/hooks.yaml",
                                """
                                version: 1
                                hooks:
                                  - {name: describe, on: pr-opened, command: cat}
                                  - {name: look, on: pr-updated, command: echo updated}
                                """)
                        .with(
                                "opened.json",
                                """
                                {"action": "opened", "number": 7, "pull_request": {"number": 7, "title": "Add tax", "html_url": "https://x/7",
                                 "head": {"ref": "tax", "sha": "b1"}, "base": {"ref": "main"}}}
                                """)
                        .with("push.json", "{\"ref\": \"refs/heads/main\"}");
        Kiro kiro = Kiro.in(folder.resolve("project"));
        kiro.run("trust", "--yes");

        Kiro.Result none = kiro.run("hooks", "github");
        Kiro.Result opened =
                kiro.with("GITHUB_EVENT_PATH", files.root().resolve("opened.json").toString())
                        .run("hooks", "github");
        Kiro.Result push =
                kiro.with("GITHUB_EVENT_PATH", files.root().resolve("push.json").toString())
                        .run("hooks", "github");

        assertThat(none.code()).isEqualTo(1);
        assertThat(none.err()).contains("GITHUB_EVENT_PATH names no file");
        assertThat(opened.code()).as(opened.err()).isEqualTo(0);
        assertThat(opened.out())
                .contains("describe", "Add tax", "\"number\":7")
                .doesNotContain("look");
        assertThat(push)
                .isEqualTo(
                        new Kiro.Result(
                                0, "nothing to start: the event is about no pull request\n", ""));
    }
}
