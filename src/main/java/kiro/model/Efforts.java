package kiro.model;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// How much a model is told to think: in the words of the settings, and in those that a model knows.
final class Efforts {
    private static final List<String> ORDER =
            List.of("none", "minimal", "low", "medium", "high", "xhigh", "max");

    private Efforts() {}

    /// The most that a model knows and that is not more than what is wished, else the least that it knows.
    ///
    /// @param known the model's words, between spaces
    static Optional<String> nearest(String wished, String known) {
        List<String> words =
                Arrays.stream(known.split(" ")).filter(word -> !word.isEmpty()).toList();
        int most = ORDER.indexOf(wished);
        return words.stream()
                .filter(word -> ORDER.indexOf(word) <= most)
                .reduce((less, more) -> more)
                .or(() -> words.stream().findFirst());
    }
}
