package kiro.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.io.StringReader;
import java.math.BigDecimal;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kiro.cli.run.ConsoleStage;
import kiro.tool.Form;
import kiro.tool.Form.Field;
import kiro.tool.FormAnswer;
import kiro.tool.Wanted;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Tag("mcp#AC-13")
class TerminalFormTest {
    private static final Wanted.Text ANY_TEXT =
            new Wanted.Text(Wanted.Format.ANY, Wanted.Bounds.NONE);
    private static final Form FORM =
            form(
                    field("name", "Name", ANY_TEXT, true, ""),
                    new Field(
                            "age",
                            "Age",
                            "in years",
                            new Wanted.Numeric(true, bounds(0, 150)),
                            false,
                            Optional.empty()),
                    field("sure", "Sure", new Wanted.YesOrNo(), false, "true"),
                    field(
                            "colour",
                            "Colour",
                            new Wanted.One(
                                    List.of(
                                            new Wanted.Choice("red", "Crimson"),
                                            new Wanted.Choice("blue", ""))),
                            true,
                            ""));

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    @Test
    void every_question_is_asked_until_it_has_an_answer_and_nothing_is_sent_unseen()
            throws Exception {
        assertThat(asked(FORM, "a", "", "Ada", "old", "151", "", "n", "green", "crimson", "y"))
                .isEqualTo(
                        new FormAnswer.Given(
                                Map.of(
                                        "name",
                                        List.of("Ada"),
                                        "sure",
                                        List.of("false"),
                                        "colour",
                                        List.of("red"))));
        assertThat(out.toString(StandardCharsets.UTF_8))
                .contains("the MCP server 'x' asks: Who are you?")
                .contains("    Age: in years; a whole number, 0 to 150; may be left open\n")
                .contains("    Sure: yes or no; if left open, true\n")
                .contains("    Colour: one of red (Crimson), blue\n")
                .contains("that is no answer to it: it takes a whole number, 0 to 150")
                .contains("    name: Ada\n    sure: false\n    colour: red\n");
    }

    @Test
    void what_is_left_open_has_its_usual_answer() throws Exception {
        assertThat(asked(FORM, "a", "Ada", "36", "", "blue", "y"))
                .isEqualTo(
                        new FormAnswer.Given(
                                Map.of(
                                        "name",
                                        List.of("Ada"),
                                        "age",
                                        List.of("36"),
                                        "sure",
                                        List.of("true"),
                                        "colour",
                                        List.of("blue"))));
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
    void what_several_are_taken_of_has_its_usual_answer_too() throws Exception {
        var fish =
                new Wanted.Some(
                        List.of(
                                new Wanted.Choice("fish-1", "Tuna, raw"),
                                new Wanted.Choice("fish-2", "Salmon"),
                                new Wanted.Choice("fish-3", "Trout")),
                        bounds(1, 2));
        Form form = form(field("fish", "Fish", fish, false, "fish-1, fish-3"));

        assertThat(asked(form, "a", "", "y"))
                .isEqualTo(new FormAnswer.Given(Map.of("fish", List.of("fish-1", "fish-3"))));
        assertThat(asked(form, "a", "Tuna, raw", "y"))
                .isEqualTo(new FormAnswer.Given(Map.of("fish", List.of("fish-1"))));
        assertThat(asked(form, "a", "fish-1, fish-2, fish-3", "salmon,TROUT", "y"))
                .isEqualTo(new FormAnswer.Given(Map.of("fish", List.of("fish-2", "fish-3"))));
    }

    @ParameterizedTest
    @CsvSource({
        "EMAIL, ada, ada@example.com",
        "ADDRESS, example, https://example.com/a",
        "DATE, 2026-02-30, 2026-02-28",
        "MOMENT, 2026-02-28, 2026-02-28T09:30:00+01:00"
    })
    void a_text_has_the_form_that_is_asked_for(Wanted.Format format, String other, String fits)
            throws Exception {
        Form form = form(field("it", "It", new Wanted.Text(format, Wanted.Bounds.NONE), true, ""));

        assertThat(asked(form, "a", other, fits, "y"))
                .isEqualTo(new FormAnswer.Given(Map.of("it", List.of(fits))));
    }

    @Test
    void another_key_is_asked_about_again() throws Exception {
        assertThat(asked(form(), "what", "d")).isEqualTo(new FormAnswer.Declined());
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
        FormAnswer answer = new TerminalForm(new ConsoleStage(console)).ask(form);
        console.flush();
        return answer;
    }

    private static Form form(Field... fields) {
        return new Form("the MCP server 'x'", "Who are you?", Optional.empty(), List.of(fields));
    }

    private static Field field(
            String name, String title, Wanted wanted, boolean isRequired, String usual) {
        return new Field(
                name,
                title,
                "",
                wanted,
                isRequired,
                Optional.of(usual).filter(text -> !text.isEmpty()));
    }

    private static Wanted.Bounds bounds(int least, int most) {
        return new Wanted.Bounds(
                Optional.of(BigDecimal.valueOf(least)), Optional.of(BigDecimal.valueOf(most)));
    }
}
