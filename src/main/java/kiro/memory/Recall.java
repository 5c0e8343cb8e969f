package kiro.memory;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;
import kiro.memory.Recollection.Recalled;
import kiro.model.Tokens;
import kiro.text.Order;
import kiro.text.PathGlob;

/// Finds the facts that matter to a piece of work: by the words of the task, of its spec and of its files (BM25), by the
/// files that a fact is about, and by how sure it is. What is pinned comes first.
public final class Recall {
    /// A fact that fits less than so much of the best one is left out.
    private static final double LEAST_SHARE = 0.4;

    /// When so many have found no room, there is none for others.
    private static final int TRIES = 8;

    private static final double TASK = 3;
    private static final double FILES = 2;
    private static final double SPEC = 1;
    private static final int SHOWN_WORDS = 4;
    private static final double PLACE_BONUS = 4;

    private final List<Fact> facts;
    private final WordIndex index;

    private Recall(List<Fact> facts, WordIndex index) {
        this.facts = facts;
        this.index = index;
    }

    /// Makes facts ready to be looked for: those that count.
    public static Recall of(Facts known) {
        List<Fact> facts = known.active();
        return new Recall(facts, WordIndex.of(facts));
    }

    /// What is asked for.
    ///
    /// @param task the user's words
    /// @param spec the spec's text; empty where there is none
    /// @param files that the work is about, as far as they are known
    /// @param told paths of files that are told anyway: what was learned from them is not told twice
    public record Question(String task, String spec, List<String> files, Set<String> told) {
        public Question {
            files = List.copyOf(files);
            told = Set.copyOf(told);
        }

        public static Question of(String words) {
            return new Question(words, "", List.of(), Set.of());
        }
    }

    /// How much may come to mind.
    ///
    /// @param most tokens of all facts
    /// @param size how many tokens a fact has
    public record Room(int most, ToIntFunction<Fact> size) {
        /// Room in a model's context.
        public static Room ofTokens(int most) {
            return new Room(most, fact -> Tokens.about(fact.line()));
        }
    }

    /// @param isStale whether the ground of a fact has changed; asked about those that fit alone
    public Recollection about(Question question, Room room, Predicate<Fact> isStale) {
        Map<String, Double> words = weighted(question);
        Map<String, String> spelled = spelled(question);
        var places = new Places(question.files());
        var chosen = new ArrayList<Recalled>();
        var stale = new ArrayList<FactId>();
        List<Candidate> candidates = candidates(scores(words, places), question.told());
        int left = 0;
        int taken = 0;
        for (Candidate candidate : candidates) {
            if (left >= TRIES) {
                break;
            }
            Fact fact = candidate.fact();
            int size = room.size().applyAsInt(fact);
            if (taken + size > room.most()) {
                left++;
            } else if (isStale.test(fact)) {
                stale.add(fact.id());
            } else {
                chosen.add(
                        new Recalled(
                                fact, reason(fact, words, spelled, places), candidate.score()));
                taken += size;
            }
        }
        return new Recollection(chosen, stale, candidates.size() - chosen.size() - stale.size());
    }

    private record Candidate(Fact fact, double score) {
        private boolean isPinned() {
            return fact.statement().weight().isPinned();
        }
    }

    private double[] scores(Map<String, Double> words, Places places) {
        double[] scores = index.scores(words);
        for (int i = 0; i < scores.length; i++) {
            Statement said = facts.get(i).statement();
            if (!said.scope().paths().isEmpty()) {
                scores[i] =
                        places.match(facts.get(i)).isPresent()
                                ? scores[i] + PLACE_BONUS
                                : scores[i] / 2;
            }
            scores[i] *= 0.5 + said.weight().confidence() / 2;
        }
        return scores;
    }

    private List<Candidate> candidates(double[] scores, Set<String> told) {
        double best = Arrays.stream(scores).max().orElse(0);
        var candidates = new ArrayList<Candidate>();
        for (int i = 0; i < scores.length; i++) {
            var candidate = new Candidate(facts.get(i), scores[i]);
            boolean isFitting = scores[i] > 0 && scores[i] >= best * LEAST_SHARE;
            if ((candidate.isPinned() || isFitting) && !isTold(candidate.fact(), told)) {
                candidates.add(candidate);
            }
        }
        candidates.sort(
                Order.by((Candidate each) -> !each.isPinned())
                        .then(each -> -each.score())
                        .then(each -> each.fact().id()));
        return candidates;
    }

    private static boolean isTold(Fact fact, Set<String> told) {
        return switch (fact.statement().source()) {
            case Source.OfSpec spec -> told.contains(spec.path());
            case Source.OfFile file -> told.contains(file.path());
            case Source.OfCommit _, Source.OfSession _, Source.OfPerson _, Source.Unknown _ ->
                    false;
        };
    }

    /// Folders are named alike in all of a project.
    private static String name(String path) {
        return path.substring(path.lastIndexOf('/') + 1);
    }

    private static Map<String, Double> weighted(Question question) {
        var words = new LinkedHashMap<String, Double>();
        MemoryWords.of(question.task()).forEach(word -> words.merge(word, TASK, Math::max));
        question.files()
                .forEach(file ->
                        MemoryWords.of(name(file))
                                .forEach(word -> words.merge(word, FILES, Math::max)));
        var counts = new HashMap<String, Integer>();
        MemoryWords.of(question.spec()).forEach(word -> counts.merge(word, 1, Integer::sum));
        counts.forEach((word, count) ->
                words.merge(word, SPEC * Math.min(2, 1 + Math.log(count) / 2), Math::max));
        return words;
    }

    /// The words as they were asked for.
    private static Map<String, String> spelled(Question question) {
        var spelled = new HashMap<String, String>();
        for (String text :
                List.of(
                        question.task(),
                        question.files().stream()
                                .map(Recall::name)
                                .collect(Collectors.joining(" ")),
                        question.spec())) {
            MemoryWords.words(text).forEach(word -> spelled.putIfAbsent(word.stem(), word.text()));
        }
        return spelled;
    }

    private String reason(
            Fact fact, Map<String, Double> words, Map<String, String> spelled, Places places) {
        var parts = new ArrayList<String>();
        if (fact.statement().weight().isPinned()) {
            parts.add("pinned");
        }
        places.match(fact).ifPresent(file -> parts.add("is about " + file));
        Set<String> own = new HashSet<>(WordIndex.words(fact));
        List<String> shared =
                words.entrySet().stream()
                        .filter(word -> own.contains(word.getKey()))
                        .sorted(
                                Order.by((Map.Entry<String, Double> word) ->
                                                word.getValue() * index.rarity(word.getKey()))
                                        .reversed()
                                        .then(Map.Entry::getKey))
                        .limit(SHOWN_WORDS)
                        .map(word -> spelled.getOrDefault(word.getKey(), word.getKey()))
                        .toList();
        if (!shared.isEmpty()) {
            parts.add("speaks of " + String.join(", ", shared));
        }
        return String.join("; ", parts);
    }

    /// The files in question, as facts are about some of them.
    private static final class Places {
        private final List<String> files;
        private final Map<String, Optional<PathGlob>> globs = new HashMap<>();

        private Places(List<String> files) {
            this.files = files;
        }

        /// The first file that a fact is about.
        private Optional<String> match(Fact fact) {
            return fact.statement().scope().paths().stream()
                    .map(path -> globs.computeIfAbsent(path, PathGlob::parse))
                    .flatMap(Optional::stream)
                    .flatMap(glob -> files.stream().filter(glob::matches))
                    .findFirst();
        }
    }
}
