package kiro;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import kiro.testing.TemporaryWorkspace;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RecordedRunTest {
    private static final String FILE = "notes/today.md";

    @TempDir private Path folder;
    private TemporaryWorkspace project;

    @BeforeEach
    void open() throws Exception {
        project =
                TemporaryWorkspace.in(Files.createDirectories(folder.resolve("w")))
                        .with(".kiro/config.yaml", "mode: semi-automatic\n")
                        .committed();
    }

    private Kiro.Result run(Path script, String... more) {
        var arguments = new java.util.ArrayList<String>();
        arguments.addAll(
                java.util.List.of(
                        "agent",
                        "note the day",
                        "--mode",
                        "autonomous",
                        "--model",
                        "scripted/" + script));
        arguments.addAll(java.util.List.of(more));
        return Kiro.in(project.root())
                .with("DEPLOY_TOKEN", "correct-horse-battery")
                .run(arguments.toArray(String[]::new));
    }

    private Path script(String... lines) throws IOException {
        return Files.writeString(folder.resolve("script.jsonl"), ScriptLines.all(lines));
    }

    @Test
    @Tag("scripted-model#AC-5")
    void a_recorded_run_is_played_again_to_the_same_end() throws IOException {
        Path recording = folder.resolve("recording.jsonl");
        Kiro.Result first =
                run(
                        script(
                                "{\"failure\":\"Overloaded\",\"message\":\"busy\",\"retryAfterMs\":1}",
                                ScriptLines.writes("c1", FILE, "a day\n"),
                                ScriptLines.says("noted")),
                        "--record",
                        recording.toString());
        assertThat(first.code()).as(first.err()).isZero();
        Files.delete(project.root().resolve(FILE));

        Kiro.Result second = run(recording, "--record", folder.resolve("again.jsonl").toString());

        assertThat(second.code()).as(second.err()).isZero();
        assertThat(project.read(FILE)).isEqualTo("a day\n");
        assertThat(folder.resolve("again.jsonl")).hasSameTextualContentAs(recording);
        assertThat(Files.readAllLines(recording))
                .hasSize(3)
                .first()
                .isEqualTo("{\"failure\":\"Overloaded\",\"message\":\"busy\",\"retryAfterMs\":1}");
    }

    @Test
    @Tag("scripted-model#AC-5")
    void a_secret_is_not_kept() throws IOException {
        Path recording = folder.resolve("recording.jsonl");

        run(
                script(ScriptLines.says("the token is correct-horse-battery")),
                "--record",
                recording.toString());

        assertThat(recording)
                .content()
                .contains("the token is [secret]")
                .doesNotContain("correct-horse");
    }

    @Test
    @Tag("scripted-model#AC-5")
    void a_file_that_is_there_or_cannot_be_made_is_said_before_the_run() throws IOException {
        Path script = script(ScriptLines.says("done"));

        Kiro.Result there = run(script, "--record", script.toString());
        Kiro.Result nowhere = run(script, "--record", folder.resolve("no/such.jsonl").toString());

        assertThat(there)
                .isEqualTo(
                        new Kiro.Result(
                                1,
                                "",
                                """
                                error: %s is there already [agent/recording]
                                  next: name a file that is not
                                """
                                        .formatted(script)));
        assertThat(nowhere.code()).isEqualTo(1);
        assertThat(nowhere.err()).contains("such.jsonl cannot be made");
        assertThat(project.root().resolve(".kiro/sessions")).doesNotExist();
    }
}
