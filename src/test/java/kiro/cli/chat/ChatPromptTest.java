package kiro.cli.chat;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import kiro.cli.terminal.Frame;
import kiro.cli.terminal.Key;
import kiro.cli.terminal.Size;
import kiro.cli.terminal.StyledLine;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ChatPromptTest {
    private static final List<String> FILES =
            List.of("README.md", "src/App.java", "src/AppTest.java", "docs/apple.md");

    @TempDir private Path folder;
    private final TypedInbox inbox = new TypedInbox();
    private ChatPrompt prompt;

    @BeforeEach
    void open() {
        prompt =
                new ChatPrompt(
                        inbox,
                        new ChatHistory(folder.resolve("history"), UnaryOperator.identity()),
                        new Completion(() -> FILES, () -> List.of("login", "logout")));
    }

    @Test
    @Tag("chat#AC-3")
    void what_is_entered_goes_into_the_inbox_and_lines_may_be_several() throws Exception {
        type("one\\");
        press(Key.Named.ENTER);
        type("two");
        press(Key.Named.NEW_LINE);
        type("three");
        assertThat(rows()).containsExactly("> one", "  two", "  three");
        press(Key.Named.ENTER);

        assertThat(inbox.next()).contains("one\ntwo\nthree");
        assertThat(rows()).containsExactly("> ");
    }

    @Test
    @Tag("chat#AC-3")
    void commands_files_and_specs_are_completed_in_turn() {
        type("/con");
        press(Key.Named.TAB);
        assertThat(rows()).containsExactly("> /context ");

        press(new Key.Control('u'));
        type("see @app");
        press(Key.Named.TAB);
        assertThat(rows())
                .containsExactly(
                        "> see @src/App.java ",
                        "  ▸ @src/App.java",
                        "    @src/AppTest.java",
                        "    @docs/apple.md");
        press(Key.Named.TAB);
        assertThat(rows().getFirst()).isEqualTo("> see @src/AppTest.java ");
        press(Key.Named.BACK_TAB);
        press(Key.Named.BACK_TAB);
        assertThat(rows().getFirst()).isEqualTo("> see @docs/apple.md ");
        type("and #logo");
        press(Key.Named.TAB);
        assertThat(rows()).containsExactly("> see @docs/apple.md and #logout ");
    }

    @Test
    void nothing_fits_and_nothing_changes() {
        type("see @zzz");
        press(Key.Named.TAB);

        assertThat(rows()).containsExactly("> see @zzz");
    }

    @Test
    @Tag("chat#AC-3")
    void what_was_typed_before_comes_back_and_the_unfinished_text_after_it() {
        enter("first");
        enter("second");
        type("third");
        press(Key.Named.UP);
        press(Key.Named.UP);
        assertThat(rows()).contains("> first");
        press(Key.Named.UP);
        assertThat(rows()).contains("> first");
        press(Key.Named.DOWN);
        assertThat(rows()).contains("> second");
        press(Key.Named.DOWN);
        assertThat(rows()).contains("> third");
    }

    @Test
    @Tag("chat#AC-2")
    void what_waits_is_seen_and_can_be_taken_back_to_be_changed() {
        inbox.working(true);
        enter("do that");
        enter("and this");
        assertThat(rows()).containsExactly("  waits: do that", "  waits: and this", "> ");

        press(Key.Named.UP);

        assertThat(rows()).containsExactly("  waits: do that", "> and this");
        assertThat(inbox.meanwhile()).containsExactly("do that");
    }

    @Test
    @Tag("chat#AC-2")
    void commands_wait_until_the_turn_has_ended() throws Exception {
        enter("words");
        enter("/diff");
        enter("more words");

        assertThat(inbox.meanwhile()).containsExactly("words");
        assertThat(inbox.meanwhile()).isEmpty();
        assertThat(inbox.next()).contains("/diff");
    }

    @Test
    @Tag("chat#AC-4")
    void ctrl_c_clears_then_warns_then_ends_and_while_the_model_works_is_for_whoever_stops_it()
            throws Exception {
        inbox.working(true);
        assertThat(prompt.pressed(new Key.Control('c'))).isFalse();
        assertThat(prompt.pressed(Key.Named.ESCAPE)).isFalse();

        inbox.working(false);
        type("text");
        press(new Key.Control('c'));
        assertThat(rows()).containsExactly("> ");
        press(new Key.Control('c'));
        assertThat(rows()).containsExactly("  Ctrl-C once more ends the conversation", "> ");
        type("x");
        assertThat(rows()).containsExactly("> x");
        press(new Key.Control('c'));
        press(new Key.Control('c'));
        press(new Key.Control('c'));

        assertThat(inbox.next()).isEqualTo(Optional.empty());
    }

    @Test
    void a_question_mark_alone_asks_for_help_and_within_a_text_is_typed() {
        assertThat(prompt.pressed(new Key.Typed("?"))).isFalse();
        type("why");
        assertThat(prompt.pressed(new Key.Typed("?"))).isTrue();
        assertThat(rows()).containsExactly("> why?");
    }

    @Test
    void a_paste_is_not_entered_by_its_line_ends() {
        press(new Key.Pasted("a\nb\n"));

        assertThat(rows()).containsExactly("> a", "  b", "  ");
        assertThat(inbox.waiting()).isEmpty();
    }

    @Test
    @Tag("chat#AC-10")
    void the_history_survives_the_program_and_keeps_lines_together() {
        enter("one\\\\two");
        press(new Key.Pasted("three\nfour"));
        press(Key.Named.ENTER);

        assertThat(new ChatHistory(folder.resolve("history"), UnaryOperator.identity()).entries())
                .containsExactly("one\\\\two", "three\nfour");
    }

    private void enter(String text) {
        type(text);
        press(Key.Named.ENTER);
    }

    private void type(String text) {
        text.chars().forEach(each -> press(new Key.Typed(String.valueOf((char) each))));
    }

    private void press(Key key) {
        assertThat(prompt.pressed(key)).isTrue();
    }

    private List<String> rows() {
        Frame frame = prompt.frame(new Size(60, 24));
        assertThat(frame.cursor()).isPresent();
        return frame.rows().stream().map(StyledLine::text).toList();
    }
}
