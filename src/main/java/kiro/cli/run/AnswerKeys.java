package kiro.cli.run;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import kiro.cli.Style;
import kiro.cli.terminal.Frame;
import kiro.cli.terminal.InputLine;
import kiro.cli.terminal.Key;
import kiro.cli.terminal.Size;
import kiro.cli.terminal.StyledLine;

/// A question at the terminal, and how the keys that are pressed answer it.
sealed interface AnswerKeys {
    /// What a key does.
    sealed interface Effect {
        record Answered(String text) implements Effect {}

        record Changed(AnswerKeys now) implements Effect {}

        record Nothing() implements Effect {}
    }

    Effect press(Key key);

    Frame frame(Size size);

    /// Whether a key that was not meant for it could answer it.
    boolean isAnsweredByOneKey();

    /// One key answers.
    record OneKey(Question question) implements AnswerKeys {
        @Override
        public Effect press(Key key) {
            return typed(key)
                    .filter(text -> question.answer(text).isPresent())
                    .<Effect>map(Effect.Answered::new)
                    .orElse(new Effect.Nothing());
        }

        private static Optional<String> typed(Key key) {
            return switch (key) {
                case Key.Typed typed -> Optional.of(typed.text());
                case Key.Named named when named == Key.Named.ENTER -> Optional.of("");
                case Key.Named _, Key.Alt _, Key.Control _, Key.Pasted _ -> Optional.empty();
            };
        }

        @Override
        public Frame frame(Size size) {
            var rows = new ArrayList<StyledLine>();
            rows.addAll(
                    StyledLine.of(Style.BOLD, question.words() + ": ")
                            .with(question.marked())
                            .with(Style.DIM, ", ? help")
                            .wrapped(size.columns() - 1, 2));
            return Frame.of(rows);
        }

        @Override
        public boolean isAnsweredByOneKey() {
            return true;
        }

        List<StyledLine> help() {
            return question.choices().stream()
                    .map(choice ->
                            StyledLine.of(Style.BOLD, "  " + choice.marked())
                                    .with("  " + choice.meaning()))
                    .toList();
        }
    }

    /// A line is typed.
    record Line(String words, InputLine input) implements AnswerKeys {
        private static final int ROWS = 5;

        Line(String words) {
            this(words, InputLine.EMPTY);
        }

        @Override
        public Effect press(Key key) {
            if (key == Key.Named.ENTER) {
                return new Effect.Answered(input.text());
            }
            return input.after(key)
                    .<Effect>map(after -> new Effect.Changed(new Line(words, after)))
                    .orElse(new Effect.Nothing());
        }

        @Override
        public Frame frame(Size size) {
            return input.rows(StyledLine.of(Style.BOLD, words + "> "), size.columns(), ROWS);
        }

        @Override
        public boolean isAnsweredByOneKey() {
            return false;
        }
    }
}
