package kiro.action;

import java.util.Comparator;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/// Says what kind of change a commit is.
///
/// What files alone tell for certain is said first. Between what is new, what is mended and what is as it was but better, signs
/// in the change are weighed, together with what commits of each type touch in this project.
final class TypeJudge {
    private static final double LOG = 0.8;
    private static final Pattern CRITERION = Pattern.compile("\\s*[-*] \\[[ x]\\] .*");
    private static final Pattern BRANCH = Pattern.compile("^(?<type>[a-z]+)[/-].*");
    private static final Pattern SPEED =
            Pattern.compile(
                    "(?i)\\b(?:benchmark|faster|slow(?:er)?|milliseconds?|cached?|caching|lazily|at once|latency|memoi[sz]ed?|parallel)\\b");
    private static final Pattern SAVED = Pattern.compile("(?i)^fix(?:es|ed)?$|hotfix|bugfix");

    private final TypeHabits habits;

    TypeJudge(TypeHabits habits) {
        this.habits = habits;
    }

    /// @param branch that is checked out; may be empty
    CommitType type(Change change, String branch) {
        return certain(change.files()).orElseGet(() -> weighed(change, branch));
    }

    /// What the kinds of files leave no doubt of.
    private static Optional<CommitType> certain(List<ChangedFile> files) {
        if (!files.isEmpty() && files.stream().allMatch(ChangedFile::isSpacing)) {
            return Optional.of(CommitType.STYLE);
        }
        var roles = EnumSet.noneOf(FileRole.class);
        files.forEach(file -> roles.add(file.role()));
        boolean hasOther = roles.remove(FileRole.OTHER);
        if (roles.isEmpty()) {
            return Optional.of(hasOther ? CommitType.CHORE : CommitType.FEAT);
        }
        if (isWithin(roles, FileRole.DOCUMENT, FileRole.SPEC)) {
            return Optional.of(CommitType.DOCS);
        }
        if (isWithin(roles, FileRole.INTEGRATION)) {
            return Optional.of(CommitType.CI);
        }
        if (isWithin(roles, FileRole.BUILD, FileRole.INTEGRATION, FileRole.DOCUMENT)) {
            return Optional.of(CommitType.BUILD);
        }
        return isWithin(roles, FileRole.TEST, FileRole.DOCUMENT) && roles.contains(FileRole.TEST)
                ? Optional.of(CommitType.TEST)
                : Optional.empty();
    }

    private static boolean isWithin(Set<FileRole> roles, FileRole first, FileRole... others) {
        return EnumSet.of(first, others).containsAll(roles);
    }

    private CommitType weighed(Change change, String branch) {
        Map<CommitType, Double> scores = new EnumMap<>(CommitType.class);
        Set<TypeHabits.Trait> traits =
                TypeHabits.traits(
                        change.files().stream()
                                .map(file ->
                                        new CommitLog.Touched(
                                                file.path(), file.kind() == ChangedFile.Kind.ADDED))
                                .toList());
        for (CommitType type : CommitType.values()) {
            scores.put(type, LOG * habits.likelihood(type, traits));
        }
        signs(Signs.of(change), scores);
        named(branch).ifPresent(type -> scores.merge(type, 4.0, Double::sum));
        return scores.entrySet().stream()
                .max(
                        Map.Entry.<CommitType, Double>comparingByValue()
                                .thenComparing(Map.Entry.comparingByKey(Comparator.reverseOrder())))
                .orElseThrow()
                .getKey();
    }

    private static void signs(Signs signs, Map<CommitType, Double> scores) {
        add(scores, CommitType.FEAT, Math.min(2, signs.newRoutes()) * 3);
        add(scores, CommitType.FEAT, Math.min(3, signs.newTypes()) * 0.8);
        add(scores, CommitType.FEAT, Math.min(3, signs.newCriteria()) * 0.7);
        add(scores, CommitType.FEAT, Math.min(4, signs.newFunctions()) * 0.2);
        add(scores, CommitType.FEAT, signs.growth() > 0.8 ? 0.5 : 0);
        add(scores, CommitType.FIX, signs.newTests() > 0 && signs.newTypes() == 0 ? 1.2 : 0);
        add(scores, CommitType.FIX, signs.isSmall() ? 1 : 0);
        add(scores, CommitType.REFACTOR, signs.newTests() == 0 ? 1 : -1);
        add(scores, CommitType.REFACTOR, Math.min(3, signs.moved()) * 0.8);
        add(scores, CommitType.REFACTOR, signs.growth() < 0.55 ? 0.5 : 0);
        add(scores, CommitType.PERF, Math.min(3, signs.speed()) * 0.9);
        add(scores, CommitType.PERF, signs.speed() == 0 ? -1.5 : 0);
        for (CommitType type :
                List.of(
                        CommitType.TEST,
                        CommitType.DOCS,
                        CommitType.STYLE,
                        CommitType.BUILD,
                        CommitType.CI,
                        CommitType.CHORE)) {
            add(scores, type, -3);
        }
    }

    private static void add(Map<CommitType, Double> scores, CommitType type, double points) {
        scores.merge(type, points, Double::sum);
    }

    /// The type that people name in a branch.
    private static Optional<CommitType> named(String branch) {
        var form = BRANCH.matcher(branch.toLowerCase(Locale.ROOT));
        if (!form.matches()) {
            return Optional.empty();
        }
        String word = form.group("type");
        if (word.equals("feature")) {
            return Optional.of(CommitType.FEAT);
        }
        return SAVED.matcher(word).find() ? Optional.of(CommitType.FIX) : CommitType.of(word);
    }

    /// What is counted in a change.
    ///
    /// @param newRoutes requests that are answered now
    /// @param newTypes types and exported functions at the top of sources
    /// @param newCriteria criteria that specs got
    /// @param newFunctions in sources
    /// @param newTests functions in tests
    /// @param moved names that are gone in one place and new in another
    /// @param speed how many lines speak of it
    /// @param growth which part of the lines of sources is new
    record Signs(
            int newRoutes,
            int newTypes,
            int newCriteria,
            int newFunctions,
            int newTests,
            int moved,
            int speed,
            double growth,
            boolean isSmall) {
        static Signs of(Change change) {
            List<ChangedFile> files = change.files();
            List<SymbolChange> symbols = change.symbols();
            List<SymbolChange> inSource = in(symbols, FileRole.SOURCE);
            Set<String> gone =
                    new HashSet<>(
                            inSource.stream()
                                    .filter(each -> each.kind() == SymbolChange.Kind.REMOVED)
                                    .map(each -> each.symbol().name())
                                    .toList());
            List<SymbolChange> fresh =
                    inSource.stream()
                            .filter(each -> each.kind() == SymbolChange.Kind.ADDED)
                            .toList();
            List<SymbolChange> reallyNew =
                    fresh.stream().filter(each -> !gone.contains(each.symbol().name())).toList();
            List<ChangedFile> sources =
                    files.stream().filter(file -> file.role() == FileRole.SOURCE).toList();
            int added = sources.stream().mapToInt(file -> file.added().size()).sum();
            int all = sources.stream().mapToInt(ChangedFile::weight).sum();
            return new Signs(
                    change.newRoutes().size(),
                    (int) reallyNew.stream().filter(SymbolChange::isTopLevel).count(),
                    criteria(files),
                    (int)
                            reallyNew.stream()
                                    .filter(each -> each.symbol().kind().isFunction())
                                    .count(),
                    (int)
                            in(symbols, FileRole.TEST).stream()
                                    .filter(each -> each.kind() == SymbolChange.Kind.ADDED)
                                    .count(),
                    fresh.size() - reallyNew.size(),
                    speed(files),
                    all == 0 ? 0 : (double) added / all,
                    all < 40);
        }

        private static List<SymbolChange> in(List<SymbolChange> symbols, FileRole role) {
            return symbols.stream().filter(each -> FileRole.of(each.path()) == role).toList();
        }

        private static int criteria(List<ChangedFile> files) {
            return files.stream()
                    .filter(file -> file.role() == FileRole.SPEC)
                    .mapToInt(file ->
                            Math.max(0, criteria(file.added(), 1) - criteria(file.removed(), 1)))
                    .sum();
        }

        private static int criteria(List<String> lines, int each) {
            return each
                    * (int)
                            lines.stream()
                                    .filter(line -> CRITERION.matcher(line).matches())
                                    .count();
        }

        private static int speed(List<ChangedFile> files) {
            return (int)
                    files.stream()
                            .filter(file ->
                                    file.role() == FileRole.SOURCE || file.role() == FileRole.TEST)
                            .flatMap(file -> file.added().stream())
                            .filter(line -> SPEED.matcher(line).find())
                            .count();
        }
    }
}
