package kiro.cli.run;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import kiro.cli.Console;
import kiro.cli.terminal.Harmless;

/// A run as a screen reader tells it: one line after the other, each understood by itself.
public final class PlainStage implements Stage {
    private final Console console;

    public PlainStage(Console console) {
        this.console = console;
    }

    @Override
    public void show(List<Piece> pieces) {
        for (Piece piece : pieces) {
            switch (piece) {
                case Piece.Gap _ -> {}
                case Piece.Line line -> console.print(line.line().text());
                case Piece.Table table -> tell(PlainWords.steps(table.plan()));
            }
        }
    }

    /// Tells lines as they are; what has several lines is told line by line.
    void tell(List<String> lines) {
        lines.stream()
                .flatMap(line -> Harmless.of(line).lines())
                .filter(line -> !line.isBlank())
                .forEach(console::print);
    }

    @Override
    public Optional<Question.Choice> choose(Question question) throws InterruptedException {
        String asked =
                "question: "
                        + question.words()
                        + "? Type "
                        + question.choices().stream()
                                .map(choice -> choice.letter() + " for " + choice.word())
                                .collect(Collectors.joining(", "))
                        + ", question mark for help, then enter: ";
        while (true) {
            Optional<String> typed = console.ask(asked);
            if (typed.isEmpty()) {
                return Optional.empty();
            }
            Optional<Question.Choice> choice = question.answer(typed.get());
            if (choice.isPresent()) {
                return choice;
            }
            tell(
                    question.choices().stream()
                            .map(each -> each.letter() + ": " + each.meaning())
                            .toList());
        }
    }

    @Override
    public Optional<String> line(String prompt) throws InterruptedException {
        return console.ask("question: " + prompt + ": ");
    }
}
