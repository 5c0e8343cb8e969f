package kiro.action;

import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Says which part of a project a change is about, by the scopes that the project's log has for the folders at hand.
final class ScopeJudge {
    /// A log of which so few commits name a scope wants none.
    private static final double FEW = 0.2;

    private static final Set<CommitType> OF_CODE =
            EnumSet.of(
                    CommitType.FEAT,
                    CommitType.FIX,
                    CommitType.PERF,
                    CommitType.REFACTOR,
                    CommitType.TEST);
    private static final double CERTAIN = 0.24;
    private static final Set<String> LAYERS = Set.of("main", "test", "lib", "java", "app");
    private static final double HALF = 0.5;
    private static final double FADING = 0.995;
    private static final double KNOWN = 0.02;
    private static final Pattern MODULE =
            Pattern.compile(
                    "(?:packages|apps|modules|services|crates|libs|cmd|internal|pkg)/(?<name>[^/]+)/.+");
    private static final Pattern PACKAGE =
            Pattern.compile("(?:.*/)?src/(?:main|test)/(?:java|kotlin)/(?<path>.+)/[^/]+");

    private final Map<String, Map<String, Double>> byFolder = new HashMap<>();
    private final Map<String, Double> totals = new HashMap<>();
    private final Map<String, Double> scopes = new HashMap<>();
    private final Map<CommitType, Integer> all = new EnumMap<>(CommitType.class);
    private final Map<CommitType, Integer> scoped = new EnumMap<>(CommitType.class);

    ScopeJudge(CommitLog log) {
        double freshness = 1;
        for (CommitLog.Entry entry : log.entries()) {
            Optional<ConventionalSubject> subject = entry.conventional();
            if (subject.isPresent()) {
                CommitType type = subject.get().type();
                all.merge(type, 1, Integer::sum);
                freshness *= FADING;
                if (!subject.get().scope().isEmpty()) {
                    scoped.merge(type, 1, Integer::sum);
                    scopes.merge(subject.get().scope(), freshness, Double::sum);
                    learn(subject.get().scope(), entry.files(), freshness);
                }
            }
        }
    }

    private void learn(String scope, List<CommitLog.Touched> files, double freshness) {
        double share = freshness / Math.max(1, files.size());
        for (CommitLog.Touched file : files) {
            for (String folder = file.path(); !folder.isEmpty(); folder = parent(folder)) {
                byFolder.computeIfAbsent(folder, _ -> new HashMap<>())
                        .merge(scope, share, Double::sum);
                totals.merge(folder, share, Double::sum);
            }
        }
    }

    private static String parent(String path) {
        int slash = path.lastIndexOf('/');
        return slash < 0 ? "" : path.substring(0, slash);
    }

    /// Empty where the change is about no part alone, or the project's log names none for commits of the type.
    String scope(CommitType type, List<ChangedFile> files) {
        if (!isUsed(type)) {
            return "";
        }
        var votes = new HashMap<String, Double>();
        double sum = 0;
        for (ChangedFile file : files) {
            double weight = weight(file);
            sum += weight;
            votes(file.path())
                    .forEach((scope, share) -> votes.merge(scope, share * weight, Double::sum));
        }
        Optional<Map.Entry<String, Double>> best =
                votes.entrySet().stream()
                        .max(
                                Map.Entry.<String, Double>comparingByValue()
                                        .thenComparing(
                                                Map.Entry.comparingByKey(
                                                        Comparator.reverseOrder())));
        if (best.isEmpty()) {
            return module(files);
        }
        return best.get().getValue() >= CERTAIN * sum ? best.get().getKey() : "";
    }

    /// By commits of the type where there are some, else by all; what is no code is seldom about a part.
    private boolean isUsed(CommitType type) {
        int count = all.getOrDefault(type, 0);
        if (count >= 5) {
            return scoped.getOrDefault(type, 0) >= count * HALF;
        }
        if (!OF_CODE.contains(type)) {
            return false;
        }
        int total = all.values().stream().mapToInt(Integer::intValue).sum();
        return scoped.values().stream().mapToInt(Integer::intValue).sum() >= FEW * total;
    }

    private static double weight(ChangedFile file) {
        double size = Math.sqrt(1 + file.weight());
        return switch (file.role()) {
            case SOURCE -> 4 * size;
            case TEST -> 2 * size;
            case SPEC -> size;
            case DOCUMENT, OTHER -> 0.3 * size;
            case BUILD, INTEGRATION -> 0.2 * size;
        };
    }

    /// Half by the deepest name of its path that is a scope of the log, half by what the nearest folder that the log knows well
    /// enough was about.
    private Map<String, Double> votes(String path) {
        var votes = new HashMap<String, Double>();
        Optional<String> named = named(path);
        named.ifPresent(scope -> votes.put(scope, 0.5));
        double rest = named.isPresent() ? 0.5 : 1;
        for (String folder = path; !folder.isEmpty(); folder = parent(folder)) {
            double total = totals.getOrDefault(folder, 0.0);
            if (total >= KNOWN) {
                byFolder.getOrDefault(folder, Map.of())
                        .forEach((scope, seen) ->
                                votes.merge(scope, rest * seen / total, Double::sum));
                break;
            }
        }
        return votes;
    }

    private Optional<String> named(String path) {
        List<String> names = Arrays.asList(path.split("/"));
        return names.subList(0, names.size() - 1).reversed().stream()
                .filter(scopes::containsKey)
                .findFirst();
    }

    /// The module or package that all code at hand lies in, where the log tells nothing.
    private static String module(List<ChangedFile> files) {
        List<String> modules =
                files.stream()
                        .filter(file ->
                                file.role() == FileRole.SOURCE || file.role() == FileRole.TEST)
                        .map(file -> module(file.path()))
                        .distinct()
                        .toList();
        return modules.size() == 1 ? modules.getFirst() : "";
    }

    private static String module(String path) {
        Matcher module = MODULE.matcher(path);
        if (module.matches()) {
            return module.group("name");
        }
        Matcher java = PACKAGE.matcher(path);
        if (java.matches()) {
            String folder = java.group("path");
            return folder.substring(folder.lastIndexOf('/') + 1);
        }
        String[] names = path.split("/");
        return names.length > 2 && names[0].equals("src") && !LAYERS.contains(names[1])
                ? names[1]
                : "";
    }
}
