package kiro.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kiro.cli.run.Piece;
import kiro.cli.run.Question;
import kiro.cli.run.Question.Choice;
import kiro.cli.run.Stage;
import kiro.cli.terminal.Harmless;
import kiro.cli.terminal.StyledLine;
import kiro.tool.Form;
import kiro.tool.Form.Field;
import kiro.tool.FormAnswer;
import kiro.tool.Wanted;

/// Puts the questions of a tool to the person at the terminal. They see who asks before they tell anything, and
/// nothing is told that they have not typed or agreed to.
final class TerminalForm {
    private static final Choice ANSWER =
            new Choice(
                    "answer", "asks one thing after the other; nothing is sent before you agree");
    private static final Choice DECLINE = new Choice("decline", "tells that you do not answer");
    private static final Choice DONE = new Choice("yes, it is done", "tells that you did it");
    private static final Choice NOT_DONE = new Choice("no", "tells that you do not do it");
    private static final Choice SEND = new Choice("yes", "sends what stands above");
    private static final Choice KEEP_BACK = new Choice("no", "sends nothing, and declines");

    private final Stage stage;

    TerminalForm(Stage stage) {
        this.stage = stage;
    }

    FormAnswer ask(Form form) throws InterruptedException {
        stage.show(
                List.of(
                        new Piece.Gap(),
                        Piece.line(
                                StyledLine.of(Style.BOLD, Harmless.line(form.from()) + " asks: ")
                                        .with(Harmless.line(form.message())))));
        if (form.page().isPresent()) {
            tell("it wants you to open " + form.page().get());
            return choice("open it yourself", DONE, NOT_DONE)
                    .<FormAnswer>map(choice ->
                            choice.equals(DONE)
                                    ? new FormAnswer.Given(Map.of())
                                    : new FormAnswer.Declined())
                    .orElse(new FormAnswer.Cancelled());
        }
        Optional<Choice> choice = choice("its questions", ANSWER, DECLINE);
        if (choice.isEmpty()) {
            return new FormAnswer.Cancelled();
        }
        return choice.get().equals(ANSWER) ? fields(form) : new FormAnswer.Declined();
    }

    private FormAnswer fields(Form form) throws InterruptedException {
        var values = new LinkedHashMap<String, List<String>>();
        for (Field field : form.fields()) {
            Optional<List<String>> value = field(field);
            if (value.isEmpty()) {
                return new FormAnswer.Cancelled();
            }
            if (!value.get().isEmpty()) {
                values.put(field.name(), value.get());
            }
        }
        values.forEach((name, value) -> tell(name + ": " + String.join(", ", value)));
        Optional<Choice> choice = choice("send this", SEND, KEEP_BACK);
        return choice.filter(SEND::equals).isPresent()
                ? new FormAnswer.Given(values)
                : new FormAnswer.Declined();
    }

    /// An answer; nothing in the list where the field is left open, empty where the person has gone away.
    private Optional<List<String>> field(Field field) throws InterruptedException {
        String title = Harmless.line(field.title());
        String hint = hint(field);
        if (!hint.isEmpty()) {
            tell(title + ": " + hint);
        }
        while (true) {
            Optional<String> typed = stage.line(title).map(String::strip);
            if (typed.isEmpty()) {
                return Optional.empty();
            }
            String text = typed.get().isEmpty() ? field.usual().orElse("") : typed.get();
            stage.echo(List.of(Piece.item(StyledLine.of(title + "> " + Harmless.line(text)))));
            if (text.isEmpty() && !field.isRequired()) {
                return Optional.of(List.of());
            }
            switch (field.wanted().answer(text)) {
                case Wanted.Answer.Fits fits -> {
                    return Optional.of(fits.values());
                }
                case Wanted.Answer.Unfit unfit -> tell(problem(field, text, unfit.reason()));
            }
        }
    }

    private static String problem(Field field, String text, String reason) {
        if (text.isEmpty() && field.isRequired()) {
            return "it needs an answer" + (reason.isEmpty() ? "" : ": " + reason);
        }
        return "that is no answer to it: it takes " + reason;
    }

    private static String hint(Field field) {
        var hints = new ArrayList<String>();
        hints.add(field.description());
        hints.add(field.wanted().words());
        hints.add(
                field.usual()
                        .map(usual -> "if left open, " + usual)
                        .orElse(field.isRequired() ? "" : "may be left open"));
        hints.removeIf(String::isBlank);
        return Harmless.line(String.join("; ", hints));
    }

    private void tell(String text) {
        stage.show(List.of(Piece.item(StyledLine.of(text))));
    }

    private Optional<Choice> choice(String words, Choice... choices) throws InterruptedException {
        return stage.choose(new Question(words, List.of(choices), Optional.empty()));
    }
}
