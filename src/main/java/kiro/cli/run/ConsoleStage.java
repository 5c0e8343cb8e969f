package kiro.cli.run;

import java.util.List;
import java.util.Optional;
import kiro.cli.Console;
import kiro.cli.Style;
import kiro.cli.terminal.StyledLine;

/// A run on a terminal that is only written to from top to bottom, or in a file: nothing is drawn again.
public final class ConsoleStage implements Stage {
    private final Console console;
    private final PieceLayout layout = new PieceLayout();

    public ConsoleStage(Console console) {
        this.console = console;
    }

    @Override
    public void show(List<Piece> pieces) {
        console.print(
                layout.lines(pieces, console.width() - 1, console.isInteractive()).stream()
                        .map(line -> line.rendered(console.hasColours()))
                        .toList());
    }

    @Override
    public void show(RunPicture picture, List<Piece> pieces) {
        show(pieces);
        picture.activity()
                .ifPresentOrElse(
                        activity ->
                                console.status(
                                        activity.printed().isEmpty()
                                                ? activity.words()
                                                : activity.words() + ": " + activity.printed()),
                        console::clearStatus);
    }

    @Override
    public Optional<Question.Choice> choose(Question question) throws InterruptedException {
        String words = question.words() + ": " + question.marked();
        while (true) {
            Optional<String> typed = console.ask(console.styled(Style.BOLD, words + " ") + "> ");
            if (typed.isEmpty()) {
                return Optional.empty();
            }
            Optional<Question.Choice> choice = question.answer(typed.get());
            if (choice.isPresent()) {
                return choice;
            }
            if (typed.get().equals("?")) {
                show(help(question));
            } else {
                console.print("answer with one of the letters in brackets, or ? for help");
            }
        }
    }

    /// What each answer means.
    static List<Piece> help(Question question) {
        return question.choices().stream()
                .map(choice ->
                        Piece.item(
                                StyledLine.of(Style.BOLD, choice.marked())
                                        .with("  " + choice.meaning())))
                .toList();
    }

    @Override
    public Optional<String> line(String prompt) throws InterruptedException {
        return console.ask(prompt + "> ");
    }
}
