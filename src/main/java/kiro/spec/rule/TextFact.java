package kiro.spec.rule;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kiro.spec.sentence.Token;
import kiro.spec.sentence.Tokens;
import kiro.spec.sentence.WordClass;
import kiro.text.PackReader;
import kiro.text.PackWriter;
import kiro.workspace.WorkspacePath;

/// The words of one criterion, as far as they are needed to find others that say the same.
final class TextFact {
    private static final int FEWEST_WORDS = 6;
    private static final int MOST_WORDS = 200;
    private static final int WIDTH = 3;

    private final int[] shingles;
    private final long anchors;
    private final boolean isSelfContained;
    private final long words;
    private final Place place;

    private TextFact(
            int[] shingles, long anchors, boolean isSelfContained, long words, Place place) {
        this.shingles = shingles;
        this.anchors = anchors;
        this.isSelfContained = isSelfContained;
        this.words = words;
        this.place = place;
    }

    /// Those of one spec. What names nothing is held against its own spec alone: where no other criterion there has
    /// the same anchors, it is left out.
    static List<TextFact> of(List<Statement> criteria, WorkspacePath path) {
        long[] anchors = new long[criteria.size()];
        Map<Long, Integer> counts = new HashMap<>();
        for (int i = 0; i < anchors.length; i++) {
            anchors[i] = anchors(criteria.get(i).tokens());
            counts.merge(anchors[i], 1, Integer::sum);
        }
        var facts = new ArrayList<TextFact>();
        for (int i = 0; i < anchors.length; i++) {
            boolean isNamed = isNamed(criteria.get(i).tokens());
            if (isNamed || counts.getOrDefault(anchors[i], 0) > 1) {
                of(criteria.get(i), anchors[i], isNamed, path).ifPresent(facts::add);
            }
        }
        return facts;
    }

    void write(PackWriter out) {
        out.count(shingles.length);
        for (int shingle : shingles) {
            out.number(shingle);
        }
        out.number(anchors);
        out.fact(isSelfContained);
        out.number(words);
        PackedFacts.place(place, out);
    }

    static TextFact read(PackReader in, WorkspacePath path) throws IOException {
        int length = in.count();
        if (length > in.left()) {
            throw new IOException("more stretches than bytes");
        }
        int[] shingles = new int[length];
        for (int i = 0; i < length; i++) {
            shingles[i] = in.number();
        }
        return new TextFact(
                shingles, in.longNumber(), in.fact(), in.longNumber(), PackedFacts.place(in, path));
    }

    private static boolean isNamed(Tokens tokens) {
        return tokens.has(Token.Kind.PATH) || tokens.has(Token.Kind.CODE);
    }

    private static long anchors(Tokens tokens) {
        long anchors = 0;
        Token first = tokens.getFirst();
        for (int i = 0; i < tokens.size(); i++) {
            Token token = tokens.get(i);
            if (isAnchor(token, first)) {
                anchors = Words.mixed(anchors * 31 + Words.hash(token.key()));
            }
        }
        return anchors;
    }

    private static Optional<TextFact> of(
            Statement statement, long anchors, boolean isNamed, WorkspacePath path) {
        Tokens tokens = statement.tokens();
        var words = new ArrayList<String>(tokens.size());
        for (Token token : tokens) {
            if (!Words.isEmpty(token)) {
                words.add(token.stem());
            }
        }
        if (words.size() < FEWEST_WORDS || words.size() > MOST_WORDS) {
            return Optional.empty();
        }
        return Optional.of(
                new TextFact(
                        shingles(words),
                        anchors,
                        isNamed,
                        hash(tokens),
                        new Place(path, statement.firstLine(), statement.id())));
    }

    private static long hash(List<Token> tokens) {
        long hash = 0;
        for (Token token : tokens) {
            hash = hash * 31 + token.text().hashCode();
        }
        return Words.mixed(hash);
    }

    private static boolean isAnchor(Token token, Token first) {
        return switch (token.kind()) {
            case NUMBER, CODE, QUOTE, PATH -> true;
            case WORD -> Words.isNegation(token) || isName(token, first);
            case MARK -> false;
        };
    }

    /// A word with a capital within the sentence, such as `Order`, `Order_Service` or `maxItems`, but none that is
    /// shouted.
    private static boolean isName(Token token, Token first) {
        return token.is(WordClass.JOINED)
                || (token.start() > first.start()
                        && token.is(WordClass.CAPITAL)
                        && !token.isShouted());
    }

    private static int[] shingles(List<String> words) {
        int[] shingles = new int[words.size() - WIDTH + 1];
        for (int i = 0; i < shingles.length; i++) {
            long hash = 0;
            for (int j = 0; j < WIDTH; j++) {
                hash = hash * 31 + words.get(i + j).hashCode();
            }
            shingles[i] = (int) Words.mixed(hash);
        }
        return Arrays.stream(shingles).sorted().distinct().toArray();
    }

    /// The share of three-word stretches that two criteria have in common, from 0 to 1.
    double likeness(TextFact other) {
        int common = 0;
        int i = 0;
        int j = 0;
        while (i < shingles.length && j < other.shingles.length) {
            if (shingles[i] == other.shingles[j]) {
                common++;
                i++;
                j++;
            } else if (shingles[i] < other.shingles[j]) {
                i++;
            } else {
                j++;
            }
        }
        return (double) common / (shingles.length + other.shingles.length - common);
    }

    /// A hash that criteria with many stretches in common are likely to share: the least of those of its stretches,
    /// in an order that the seed decides.
    int least(int seed) {
        int least = Integer.MAX_VALUE;
        for (int shingle : shingles) {
            int mixed = (shingle ^ seed) * 0x85EBCA6B;
            mixed ^= mixed >>> 15;
            least = Math.min(least, mixed);
        }
        return least;
    }

    /// The hash of what must be the same to the letter: numbers, code, paths, names, negations.
    long anchors() {
        return anchors;
    }

    /// Whether it can be understood outside of its spec.
    boolean isSelfContained() {
        return isSelfContained;
    }

    /// The hash of all its words as they stand.
    long words() {
        return words;
    }

    Place place() {
        return place;
    }
}
