package kiro.memory;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Facts by their words, scored by BM25.
final class WordIndex {
    private static final double SATURATION = 1.2;
    private static final double LENGTH_SHARE = 0.6;

    private final Map<String, Postings> postings;
    private final int[] lengths;
    private final double meanLength;

    private WordIndex(Map<String, Postings> postings, int[] lengths) {
        this.postings = postings;
        this.lengths = lengths;
        long sum = 0;
        for (int length : lengths) {
            sum += length;
        }
        this.meanLength = lengths.length == 0 ? 1 : Math.max(1, (double) sum / lengths.length);
    }

    static WordIndex of(List<Fact> facts) {
        var postings = new HashMap<String, Postings>();
        int[] lengths = new int[facts.size()];
        for (int i = 0; i < lengths.length; i++) {
            List<String> words = words(facts.get(i));
            lengths[i] = words.size();
            for (String word : words) {
                postings.computeIfAbsent(word, _ -> new Postings()).add(i);
            }
        }
        return new WordIndex(postings, lengths);
    }

    /// What a fact is found by: its text, and its topics, which count twice.
    static List<String> words(Fact fact) {
        var words = new ArrayList<String>(MemoryWords.of(fact.text()));
        for (String topic : fact.statement().scope().topics()) {
            words.addAll(MemoryWords.of(topic));
            words.addAll(MemoryWords.of(topic));
        }
        fact.statement().scope().paths().forEach(path -> words.addAll(MemoryWords.of(path)));
        return words;
    }

    /// How well each fact fits.
    ///
    /// @param wanted the words, each with how much it counts
    double[] scores(Map<String, Double> wanted) {
        double[] scores = new double[lengths.length];
        wanted.forEach((word, weight) -> {
            Postings found = postings.get(word);
            if (found != null) {
                add(found, weight * rarity(word), scores);
            }
        });
        return scores;
    }

    private void add(Postings found, double weight, double[] scores) {
        for (int at = 0; at < found.size; at++) {
            int fact = found.facts[at];
            double count = found.counts[at];
            double length =
                    SATURATION * (1 - LENGTH_SHARE + LENGTH_SHARE * lengths[fact] / meanLength);
            scores[fact] += weight * count * (SATURATION + 1) / (count + length);
        }
    }

    double rarity(String word) {
        Postings found = postings.get(word);
        int having = found == null ? 0 : found.size;
        return Math.log(1 + (lengths.length - having + 0.5) / (having + 0.5));
    }

    /// The facts that have a word, in order, and how often.
    private static final class Postings {
        private int[] facts = new int[4];
        private int[] counts = new int[4];
        private int size;

        private void add(int fact) {
            if (size > 0 && facts[size - 1] == fact) {
                counts[size - 1]++;
                return;
            }
            if (size == facts.length) {
                facts = java.util.Arrays.copyOf(facts, size * 2);
                counts = java.util.Arrays.copyOf(counts, size * 2);
            }
            facts[size] = fact;
            counts[size] = 1;
            size++;
        }
    }
}
