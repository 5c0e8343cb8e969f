package kiro.steering.sentence;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import kiro.text.PathGlob;

/// What people call things, from the resources: phrases by the heads that they stand below.
final class Lexicon {
    private static final String FOLDER = "/kiro/steering/";
    private static final Lexicon BUILT_IN = read();

    private final Map<String, List<Phrase>> phrases;
    private final Map<String, List<String>> lines;
    private final Map<String, Set<String>> words;
    private final Set<String> neutral;

    /// @param value what it means; the phrase itself where the resource says no more
    record Phrase(List<Token> tokens, String value) {
        Phrase {
            tokens = List.copyOf(tokens);
        }
    }

    /// A phrase found in a sentence.
    ///
    /// @param end the index behind its last token
    record Found(int end, String value) {}

    private Lexicon(
            Map<String, List<Phrase>> phrases,
            Map<String, List<String>> lines,
            Set<String> neutral) {
        this.phrases = phrases;
        this.lines = lines;
        this.words = new HashMap<>();
        lines.forEach((head, each) ->
                words.put(
                        head,
                        each.stream()
                                .flatMap(line -> Stream.of(line.split(" ")))
                                .collect(Collectors.toUnmodifiableSet())));
        this.neutral = neutral;
    }

    static Lexicon builtIn() {
        return BUILT_IN;
    }

    private static Lexicon read() {
        var lines = new HashMap<String, List<String>>();
        String head = "";
        for (String line : content("phrases.txt").lines().map(String::strip).toList()) {
            if (line.startsWith("# ")) {
                head = line.substring(2);
            } else if (!line.isEmpty() && !line.startsWith("//")) {
                lines.computeIfAbsent(head, key -> new ArrayList<>()).add(line);
            }
        }
        lines.put(
                "part",
                content("parts.txt")
                        .lines()
                        .filter(line -> !line.isBlank() && !line.startsWith("//"))
                        .toList());
        var phrases = new HashMap<String, List<Phrase>>();
        lines.forEach((key, each) -> phrases.put(key, each.stream().map(Lexicon::phrase).toList()));
        var neutral = new ArrayList<String>();
        content("headings.txt")
                .lines()
                .filter(line -> !line.startsWith("//"))
                .forEach(line -> neutral.addAll(List.of(line.strip().split(" +"))));
        return new Lexicon(Map.copyOf(phrases), Map.copyOf(lines), Set.copyOf(neutral));
    }

    private static Phrase phrase(String line) {
        int equals = line.indexOf(" = ");
        String words = equals < 0 ? line : line.substring(0, equals);
        return new Phrase(Tokens.of(words), equals < 0 ? words : line.substring(equals + 3));
    }

    /// The text of a resource.
    static String content(String name) {
        try (InputStream in = Lexicon.class.getResourceAsStream(FOLDER + name)) {
            if (in == null) {
                throw new IllegalStateException("no resource " + FOLDER + name);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException cause) {
            throw new UncheckedIOException(cause);
        }
    }

    /// The phrases of a kind that begin at a token, the longest first.
    List<Found> at(String head, List<Token> tokens, int at) {
        var found = new ArrayList<Found>();
        for (Phrase phrase : phrases.getOrDefault(head, List.of())) {
            if (isAt(phrase, tokens, at)) {
                found.add(new Found(at + phrase.tokens().size(), phrase.value()));
            }
        }
        found.sort((one, other) -> Integer.compare(other.end(), one.end()));
        return found;
    }

    private static boolean isAt(Phrase phrase, List<Token> tokens, int at) {
        if (at + phrase.tokens().size() > tokens.size()) {
            return false;
        }
        for (int i = 0; i < phrase.tokens().size(); i++) {
            Token wanted = phrase.tokens().get(i);
            Token there = tokens.get(at + i);
            boolean isSame =
                    wanted.isLiteral()
                            ? there.isLiteral() && there.key().equals(wanted.key())
                            : !there.isLiteral()
                                    && (there.key().equals(wanted.key())
                                            || singular(there.key()).equals(wanted.key()));
            if (!isSame) {
                return false;
            }
        }
        return true;
    }

    /// Whether a word is in a list of single words.
    boolean has(String head, String word) {
        return words.getOrDefault(head, Set.of()).contains(word);
    }

    /// Whether a heading may have this word and still limit nothing.
    boolean isNeutral(String word) {
        return neutral.contains(word) || neutral.contains(singular(word));
    }

    List<PathGlob> globs(String name) {
        return lines.getOrDefault("globs", List.of()).stream()
                .filter(line -> line.startsWith(name + " = "))
                .flatMap(line -> List.of(line.substring(name.length() + 3).split(" ")).stream())
                .flatMap(glob -> PathGlob.parse(glob).stream())
                .toList();
    }

    static String singular(String word) {
        if (word.length() > 4 && word.endsWith("ies")) {
            return word.substring(0, word.length() - 3) + "y";
        }
        boolean isLong = word.endsWith("sses") || word.endsWith("shes") || word.endsWith("ches");
        if (isLong || word.endsWith("xes")) {
            return word.substring(0, word.length() - 2);
        }
        return word.length() > 2 && word.endsWith("s") && !word.endsWith("ss")
                ? word.substring(0, word.length() - 1)
                : word;
    }
}
