package kiro.action;

import java.util.Collection;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Which kinds of files a project's commits of each type touch, by its log.
final class TypeHabits {
    /// What can be told of a commit by the paths of its files.
    enum Trait {
        NEW_SOURCE,
        SOURCE,
        MANY_SOURCES,
        NEW_TEST,
        TEST,
        TEST_ALONE,
        SPEC,
        CHANGELOG,
        DOCUMENT,
        DOCUMENT_ALONE,
        BUILD,
        INTEGRATION
    }

    private static final int MANY = 6;

    private final Map<CommitType, Integer> seen = new EnumMap<>(CommitType.class);
    private final Map<CommitType, Map<Trait, Integer>> traits = new EnumMap<>(CommitType.class);
    private int all;

    TypeHabits(CommitLog log) {
        for (CommitLog.Entry entry : log.entries()) {
            Optional<ConventionalSubject> subject = entry.conventional();
            if (subject.isPresent() && !entry.files().isEmpty()) {
                CommitType type = subject.get().type();
                all++;
                seen.merge(type, 1, Integer::sum);
                Map<Trait, Integer> counts =
                        traits.computeIfAbsent(type, _ -> new EnumMap<>(Trait.class));
                traits(entry.files()).forEach(trait -> counts.merge(trait, 1, Integer::sum));
            }
        }
    }

    static Set<Trait> traits(Collection<CommitLog.Touched> files) {
        var found = EnumSet.noneOf(Trait.class);
        var roles = EnumSet.noneOf(FileRole.class);
        int sources = 0;
        for (CommitLog.Touched file : files) {
            FileRole role = FileRole.of(file.path());
            roles.add(role);
            switch (role) {
                case SOURCE -> {
                    sources++;
                    found.add(Trait.SOURCE);
                    if (file.isNew()) {
                        found.add(Trait.NEW_SOURCE);
                    }
                }
                case TEST -> found.add(file.isNew() ? Trait.NEW_TEST : Trait.TEST);
                case SPEC -> found.add(Trait.SPEC);
                case DOCUMENT ->
                        found.add(
                                file.path().endsWith("CHANGELOG.md")
                                        ? Trait.CHANGELOG
                                        : Trait.DOCUMENT);
                case BUILD -> found.add(Trait.BUILD);
                case INTEGRATION -> found.add(Trait.INTEGRATION);
                case OTHER -> {}
            }
        }
        if (sources >= MANY) {
            found.add(Trait.MANY_SOURCES);
        }
        if (roles.equals(Set.of(FileRole.TEST))) {
            found.add(Trait.TEST_ALONE);
        }
        if (roles.equals(Set.of(FileRole.DOCUMENT))) {
            found.add(Trait.DOCUMENT_ALONE);
        }
        return found;
    }

    /// The logarithm of how likely a commit with such files is of a type, as far as the log tells; 0 for each where there is no
    /// log to speak of.
    double likelihood(CommitType type, Set<Trait> at) {
        if (all < 20) {
            return 0;
        }
        int count = seen.getOrDefault(type, 0);
        double sum = Math.log((count + 0.5) / (all + 5.0));
        Map<Trait, Integer> counts = traits.getOrDefault(type, Map.of());
        for (Trait trait : List.of(Trait.values())) {
            double share = (counts.getOrDefault(trait, 0) + 0.5) / (count + 1.0);
            sum += Math.log(at.contains(trait) ? share : 1 - share);
        }
        return sum;
    }
}
