package kiro.code;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/// Ranks files by who uses what they declare: a walk over the graph of uses that begins, and now and then begins again, at
/// what the task speaks of.
final class FileRanking {
    private static final double DAMPING = 0.85;
    private static final int ROUNDS = 20;
    private static final double SPOKEN_OF = 10;
    private static final double COMMON = 0.1;
    private static final int MANY_DECLARE = 5;

    private final List<FileOutline> files;
    private final Set<String> words;
    private final Map<String, List<Integer>> declaring = new HashMap<>();
    private final boolean[] spokenOf;

    /// @param words the names that the task speaks of
    FileRanking(List<FileOutline> files, Set<String> words) {
        this.files = files;
        this.words = words;
        this.spokenOf = new boolean[files.size()];
        for (int i = 0; i < files.size(); i++) {
            spokenOf[i] = isSpokenOf(files.get(i));
            int file = i;
            files.get(i).declared().stream()
                    .map(FileOutline.Declared::name)
                    .distinct()
                    .forEach(name ->
                            declaring.computeIfAbsent(name, key -> new ArrayList<>()).add(file));
        }
    }

    /// @param weight how much of what flows from the one goes to the other
    private record Edge(int from, int to, double weight) {}

    /// The rank of each file, in their order; all of them together are 1.
    double[] ranks() {
        int count = files.size();
        List<Edge> edges = edges();
        double[] out = new double[count];
        edges.forEach(edge -> out[edge.from()] += edge.weight());
        double[] start = start();
        double[] rank = start.clone();
        for (int round = 0; round < ROUNDS; round++) {
            double[] next = new double[count];
            double lost = 0;
            for (int i = 0; i < count; i++) {
                lost += out[i] == 0 ? rank[i] : 0;
            }
            for (Edge edge : edges) {
                next[edge.to()] += rank[edge.from()] * edge.weight() / out[edge.from()];
            }
            for (int i = 0; i < count; i++) {
                next[i] = (1 - DAMPING) * start[i] + DAMPING * (next[i] + lost * start[i]);
            }
            rank = next;
        }
        return rank;
    }

    private List<Edge> edges() {
        var edges = new ArrayList<Edge>();
        for (int i = 0; i < files.size(); i++) {
            var weights = new TreeMap<Integer, Double>();
            int from = i;
            files.get(i)
                    .used()
                    .forEach((name, times) -> {
                        List<Integer> targets = declaring.getOrDefault(name, List.of());
                        double weight = weight(name, times, targets.size());
                        for (int to : targets) {
                            if (to != from) {
                                weights.merge(to, weight, Double::sum);
                            }
                        }
                    });
            weights.forEach((to, weight) -> edges.add(new Edge(from, to, weight)));
        }
        return edges;
    }

    private double weight(String name, int times, int declaringIt) {
        double weight = Math.sqrt(times);
        weight *= words.contains(name) ? SPOKEN_OF : 1;
        weight *= declaringIt > MANY_DECLARE ? COMMON : 1;
        return weight;
    }

    /// The files that the task speaks of; all alike where there is none.
    private double[] start() {
        double[] start = new double[files.size()];
        for (int i = 0; i < start.length; i++) {
            start[i] = 1 + (spokenOf[i] ? files.size() : 0);
        }
        double all = Arrays.stream(start).sum();
        return Arrays.stream(start).map(each -> each / all).toArray();
    }

    /// For each file whether the task speaks of it, by its name or by what it declares.
    boolean[] spokenOf() {
        return spokenOf.clone();
    }

    private boolean isSpokenOf(FileOutline file) {
        return words.contains(stem(file.path()))
                || file.declared().stream().anyMatch(each -> words.contains(each.name()));
    }

    private static String stem(String path) {
        String name = path.substring(path.lastIndexOf('/') + 1);
        return name.contains(".") ? name.substring(0, name.indexOf('.')) : name;
    }
}
