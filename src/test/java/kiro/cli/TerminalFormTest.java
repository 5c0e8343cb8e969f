package kiro.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.io.StringReader;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kiro.tool.Form;
import kiro.tool.Form.Field;
import kiro.tool.Form.Kind;
import kiro.tool.FormAnswer;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("mcp#AC-13")
class TerminalFormTest {
    private static final Form FORM =
            new Form(
                    "the MCP server 'x'",
                    "Who are you?",
                    Optional.empty(),
                    List.of(
                            new Field(
                                    "name",
                                    "Name",
                                    "",
                                    Kind.TEXT,
                                    List.of(),
                                    true,
                                    Optional.empty()),
                            new Field(
                                    "age",
                                    "Age",
                                    "in years",
                                    Kind.WHOLE_NUMBER,
                                    List.of(),
                                    false,
                                    Optional.empty()),
                            new Field(
                                    "sure",
                                    "Sure",
                                    "",
                                    Kind.YES_OR_NO,
                                    List.of(),
                                    false,
                                    Optional.of("true")),
                            new Field(
                                    "colour",
                                    "Colour",
                                    "",
                                    Kind.ONE,
                                    List.of("red", "blue"),
                                    true,
                                    Optional.empty())));

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    @Test
    void every_question_is_asked_until_it_has_an_answer_and_nothing_is_sent_unseen()
            throws Exception {
        assertThat(asked(FORM, "a", "", "Ada", "old", "", "n", "green", "red", "y"))
                .isEqualTo(
                        new FormAnswer.Given(
                                Map.of("name", "Ada", "sure", "false", "colour", "red")));
        assertThat(out.toString(StandardCharsets.UTF_8))
                .contains("the MCP server 'x' asks: Who are you?")
                .contains("Age (in years; a whole number; may be left open)")
                .contains("Colour (one of red, blue)")
                .contains("    name: Ada\n    sure: false\n    colour: red\n");
    }

    @Test
    void what_is_left_open_has_its_usual_answer() throws Exception {
        assertThat(asked(FORM, "a", "Ada", "36", "", "blue", "y"))
                .isEqualTo(
                        new FormAnswer.Given(
                                Map.of(
                                        "name", "Ada", "age", "36", "sure", "true", "colour",
                                        "blue")));
    }

    @Test
    void a_person_can_decline_take_it_back_or_go_away() throws Exception {
        assertThat(asked(FORM, "d")).isEqualTo(new FormAnswer.Declined());
        assertThat(asked(FORM, "a", "Ada", "", "", "red", "n"))
                .isEqualTo(new FormAnswer.Declined());
        assertThat(asked(FORM, "a", "Ada")).isEqualTo(new FormAnswer.Cancelled());
        assertThat(asked(FORM)).isEqualTo(new FormAnswer.Cancelled());
    }

    @Test
    void a_page_is_shown_and_not_opened() throws Exception {
        var form =
                new Form(
                        "the MCP server 'x'",
                        "Sign in",
                        Optional.of(URI.create("https://example.com/in")),
                        List.of());
        assertThat(asked(form, "y")).isEqualTo(new FormAnswer.Given(Map.of()));
        assertThat(asked(form, "n")).isEqualTo(new FormAnswer.Declined());
        assertThat(out.toString(StandardCharsets.UTF_8))
                .contains("it wants you to open https://example.com/in");
    }

    private FormAnswer asked(Form form, String... lines) throws InterruptedException {
        var stream = new PrintStream(out, true, StandardCharsets.UTF_8);
        var console =
                new Console(
                        stream,
                        stream,
                        new BufferedReader(
                                new StringReader(
                                        String.join("\n", lines)
                                                + (lines.length == 0 ? "" : "\n"))),
                        new Console.Screen(true, false, 100));
        FormAnswer answer = new TerminalForm(console).ask(form);
        console.flush();
        return answer;
    }
}
