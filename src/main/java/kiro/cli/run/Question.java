package kiro.cli.run;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/// Something a person is asked that is answered with one key.
///
/// @param usual the answer of the enter key; empty where it must not be given by accident
public record Question(String words, List<Choice> choices, Optional<Choice> usual) {
    public Question {
        choices = List.copyOf(choices);
    }

    /// An answer that can be given.
    ///
    /// @param word that begins with its letter, such as `all at once`
    /// @param meaning what happens then, for whoever asks for help
    public record Choice(String word, String meaning) {
        public char letter() {
            return word.charAt(0);
        }

        /// The word with its letter in brackets.
        public String marked() {
            return "[" + letter() + "]" + word.substring(1);
        }
    }

    /// The answer that a key or a word stands for.
    public Optional<Choice> answer(String typed) {
        String word = typed.strip().toLowerCase(Locale.ROOT);
        if (word.isEmpty()) {
            return usual;
        }
        return choices.stream()
                .filter(choice ->
                        word.equals(String.valueOf(choice.letter()))
                                || (word.length() > 1 && choice.word().startsWith(word)))
                .findFirst();
    }

    /// The answers in one line.
    public String marked() {
        return choices.stream().map(Choice::marked).collect(Collectors.joining(", "));
    }
}
