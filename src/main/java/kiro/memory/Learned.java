package kiro.memory;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/// Makes facts of what was found in the project.
final class Learned {
    private static final int TOPICS = 6;

    private final LocalDate today;

    Learned(LocalDate today) {
        this.today = today;
    }

    /// What there is to say, and where it was found.
    ///
    /// @param subject by which it is known again at the next learning
    record Found(
            String subject, String text, Source source, List<String> topics, List<Ground> rests) {
        Found {
            topics = List.copyOf(topics);
            rests = List.copyOf(rests);
        }
    }

    Fact decision(Found found, double confidence) {
        return new Fact.Decision(statement("decision", found, confidence, Scope.WHOLE));
    }

    Fact convention(Found found, List<String> paths) {
        return new Fact.Convention(
                statement("convention", found, 1, new Scope(paths, found.topics())));
    }

    Fact pattern(Found found, Fact.Tally tally, List<String> paths) {
        return new Fact.Pattern(
                statement("pattern", found, tally.share(), new Scope(paths, found.topics())),
                Optional.of(tally));
    }

    Fact integration(Found found, double confidence) {
        return new Fact.Integration(statement("integration", found, confidence, Scope.WHOLE));
    }

    private Statement statement(String kind, Found found, double confidence, Scope scope) {
        return new Statement(
                FactId.of(kind, found.subject()),
                found.text(),
                found.source(),
                today,
                Weight.of(confidence),
                new Scope(scope.paths(), found.topics()),
                found.rests());
    }

    /// Words of a title as topics.
    static List<String> topics(String title) {
        Set<String> topics = new TreeSet<>();
        for (String word : title.toLowerCase(java.util.Locale.ROOT).split("[^\\p{L}\\p{N}]+")) {
            if (word.length() > 3 && !MemoryWords.of(word).isEmpty()) {
                topics.add(word);
            }
        }
        return topics.stream().limit(TOPICS).toList();
    }
}
