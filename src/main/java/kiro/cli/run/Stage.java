package kiro.cli.run;

import java.util.List;
import java.util.Optional;
import kiro.cli.terminal.LiveScreen.InterruptibleTask;

/// Where a run is shown, and where its person is asked.
public interface Stage extends AutoCloseable {
    void show(List<Piece> pieces);

    /// Shows where the run stands now, and what has become final with it.
    default void show(RunPicture picture, List<Piece> pieces) {
        show(pieces);
    }

    /// Asks for one of some answers; empty when nobody answers any more.
    Optional<Question.Choice> choose(Question question) throws InterruptedException;

    /// Asks for a line; empty when nobody answers any more.
    Optional<String> line(String prompt) throws InterruptedException;

    /// Shows what a person has typed; a terminal that shows it by itself need not.
    default void echo(List<Piece> pieces) {}

    /// What a person wanted to be stopped has stopped.
    default void stopped() {}

    /// Does something that needs the terminal for itself.
    default void lendTo(InterruptibleTask task) throws InterruptedException {
        task.run();
    }

    @Override
    default void close() {}
}
