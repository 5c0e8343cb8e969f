package kiro.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DialogueTest {
    private static final Duration LONG = Duration.ofSeconds(30);

    @TempDir Path folder;
    private Dialogue dialogue;

    @BeforeEach
    void start() {
        var commands = new CommandRunner(Map.of("PATH", "/usr/bin:/bin"), folder.resolve("spill"));
        dialogue =
                Dialogue.with(commands, Command.of(folder, LONG, List.of("/bin/sh"))).orElseThrow();
    }

    @AfterEach
    void end() {
        dialogue.close();
    }

    private Dialogue.Answer ask(String line, Duration limit) throws InterruptedException {
        return dialogue.ask(bytes(line + "; printf 'END\\0'\n"), bytes("END\0"), limit);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static void assertWhole(Dialogue.Answer answer, String text) {
        assertThat(answer)
                .isInstanceOfSatisfying(
                        Dialogue.Answer.Whole.class,
                        whole -> assertThat(whole.bytes()).isEqualTo(bytes(text)));
    }

    @Test
    void one_command_answers_each_question() throws Exception {
        assertWhole(ask("number=1; printf one", LONG), "one");
        assertWhole(ask("printf 'two\\n\\0'", LONG), "two\n\0");
        assertWhole(ask(":", LONG), "");
        assertWhole(ask("printf $number", LONG), "1");
    }

    @Test
    void a_long_answer_is_whole() throws Exception {
        assertWhole(
                ask("i=0; while [ $i -lt 20000 ]; do printf '0123456789'; i=$((i+1)); done", LONG),
                "0123456789".repeat(20_000));
        assertWhole(ask("printf more", LONG), "more");
    }

    @Test
    void what_a_command_printed_before_it_ended_is_no_answer() throws Exception {
        assertThat(ask("printf one; kill -KILL $$", LONG)).isEqualTo(new Dialogue.Answer.Ended());
        assertThat(ask("printf two", LONG)).isEqualTo(new Dialogue.Answer.Ended());
    }

    @Test
    void an_answer_that_is_late_is_missing_and_the_command_over() throws Exception {
        assertThat(ask("exec sleep 60", Duration.ofMillis(100)))
                .isEqualTo(new Dialogue.Answer.Missing());
        assertThat(ask("printf two", LONG)).isEqualTo(new Dialogue.Answer.Ended());
    }

    @Test
    void who_is_interrupted_leaves_no_answer_for_the_next_question() {
        Thread.currentThread().interrupt();
        assertThatThrownBy(() -> ask("sleep 60", LONG)).isInstanceOf(InterruptedException.class);
        assertThat(dialogueHasEnded()).isTrue();
    }

    private boolean dialogueHasEnded() {
        try {
            return ask(":", LONG) instanceof Dialogue.Answer.Ended;
        } catch (InterruptedException interrupted) {
            throw new AssertionError(interrupted);
        }
    }

    @Test
    void a_program_that_is_not_there_holds_no_dialogue() {
        var commands = new CommandRunner(Map.of(), folder.resolve("spill"));
        assertThat(Dialogue.with(commands, Command.of(folder, LONG, List.of("/nowhere/at-all"))))
                .isEmpty();
    }
}
