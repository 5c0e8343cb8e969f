package kiro.cli.chat;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.SequencedSet;
import java.util.function.Supplier;
import java.util.stream.Stream;

/// What can stand where something is typed: commands, files behind `@`, specs behind `#`.
public final class Completion {
    private static final int MOST = 50;

    private final Supplier<List<String>> files;
    private final Supplier<List<String>> specs;

    /// @param files the paths of the project's files
    /// @param specs the names of its specs
    public Completion(Supplier<List<String>> files, Supplier<List<String>> specs) {
        this.files = files;
        this.specs = specs;
    }

    /// @param from where the word begins that the candidates take the place of
    record Candidates(int from, List<String> words) {
        static final Candidates NONE = new Candidates(0, List.of());

        Candidates {
            words = List.copyOf(words);
        }
    }

    Candidates of(String text, int cursor) {
        String before = text.substring(0, cursor);
        int from = wordStart(before);
        String word = before.substring(from);
        if (from == 0 && word.startsWith(SlashCommand.SIGN)) {
            return candidates(
                    0,
                    SlashCommand.SIGN,
                    SlashCommand.words().stream()
                            .filter(name -> name.startsWith(word.substring(1))));
        }
        if (word.startsWith("@")) {
            return candidates(from, "@", matching(files.get(), word.substring(1)));
        }
        if (word.startsWith("#") || before.strip().startsWith("/spec ")) {
            String sign = word.startsWith("#") ? "#" : "";
            return candidates(from, sign, matching(specs.get(), word.substring(sign.length())));
        }
        return before.startsWith("/image ")
                ? candidates(from, "", matching(files.get(), word))
                : Candidates.NONE;
    }

    private static Candidates candidates(int from, String sign, Stream<String> words) {
        return new Candidates(from, words.limit(MOST).map(word -> sign + word + " ").toList());
    }

    private static int wordStart(String before) {
        int at = before.length();
        while (at > 0 && !Character.isWhitespace(before.charAt(at - 1))) {
            at--;
        }
        return at;
    }

    /// Those that begin so first, then those of whose parts one begins so, then those that have it anywhere.
    private static Stream<String> matching(List<String> words, String typed) {
        String wanted = typed.toLowerCase(Locale.ROOT);
        var begin = new ArrayList<String>();
        var parts = new ArrayList<String>();
        var anywhere = new ArrayList<String>();
        for (String word : words) {
            String lower = word.toLowerCase(Locale.ROOT);
            if (lower.startsWith(wanted)) {
                begin.add(word);
            } else if (lower.contains("/" + wanted)) {
                parts.add(word);
            } else if (lower.contains(wanted)) {
                anywhere.add(word);
            }
        }
        SequencedSet<String> all = new LinkedHashSet<>(begin);
        all.addAll(parts);
        all.addAll(anywhere);
        return all.stream();
    }
}
