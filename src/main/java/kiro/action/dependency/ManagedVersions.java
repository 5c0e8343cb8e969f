package kiro.action.dependency;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Tells the versions that a `pom.xml` asks for with those that its parents and the lists that it imports manage, as far as
/// these are at hand.
final class ManagedVersions {
    private static final Pattern PROPERTY = Pattern.compile("\\$\\{([^}]{1,200})}");
    private static final int MOST_PARENTS = 20;
    private static final int DEEPEST = 10;

    private final Poms poms;
    private final Map<String, String> others;

    /// @param others versions of parents and imported lists that count in the place of those that the files name
    ManagedVersions(Poms poms, Map<String, String> others) {
        this.poms = poms;
        this.others = Map.copyOf(others);
    }

    /// Where the files of parents and of imported lists lie.
    @FunctionalInterface
    interface Poms {
        Optional<Pom> find(Pom.Artifact artifact) throws InterruptedException;
    }

    /// The versions of what the file and its parents depend on, by their names; what is not known is not in it.
    SortedMap<String, String> direct(Pom pom) throws InterruptedException {
        List<Pom> chain = chain(pom);
        Map<String, String> properties = properties(chain);
        Map<String, String> managed = managed(chain, properties, 0, new HashSet<>());
        var direct = new TreeMap<String, String>();
        for (Pom each : chain) {
            for (Pom.Entry entry : each.dependencies()) {
                Pom.Artifact artifact = filled(entry.artifact(), properties);
                String version =
                        artifact.version().isEmpty()
                                ? managed.getOrDefault(artifact.key(), "")
                                : artifact.version();
                if (!version.isEmpty() && version.indexOf('$') < 0) {
                    direct.putIfAbsent(artifact.key(), version);
                }
            }
        }
        return direct;
    }

    /// The file and those above it, as far as they are at hand.
    private List<Pom> chain(Pom pom) throws InterruptedException {
        var chain = new ArrayList<>(List.of(pom));
        Optional<Pom.Artifact> above = pom.parent();
        while (above.isPresent() && chain.size() < MOST_PARENTS) {
            Optional<Pom> found = poms.find(instead(above.get()));
            if (found.isEmpty()) {
                break;
            }
            chain.add(found.get());
            above = found.get().parent();
        }
        return chain;
    }

    private Pom.Artifact instead(Pom.Artifact artifact) {
        return artifact.with(others.getOrDefault(artifact.key(), artifact.version()));
    }

    /// What is nearer counts before what is above.
    private static Map<String, String> properties(List<Pom> chain) {
        var properties = new HashMap<String, String>();
        for (Pom each : chain.reversed()) {
            properties.putAll(each.properties());
        }
        Pom.Artifact own = chain.getFirst().own();
        properties.put("project.groupId", own.group());
        properties.put("project.artifactId", own.name());
        properties.put("project.version", own.version());
        properties.put("pom.version", own.version());
        chain.getFirst()
                .parent()
                .ifPresent(parent -> properties.put("project.parent.version", parent.version()));
        return properties;
    }

    /// The file's own before its parents', and what they say themselves before what they import.
    private Map<String, String> managed(
            List<Pom> chain, Map<String, String> properties, int depth, Set<String> open)
            throws InterruptedException {
        var managed = new HashMap<String, String>();
        var imported = new ArrayList<Pom.Artifact>();
        for (Pom each : chain) {
            for (Pom.Entry entry : each.managed()) {
                Pom.Artifact artifact = filled(entry.artifact(), properties);
                if (entry.isImport()) {
                    imported.add(instead(artifact));
                } else {
                    managed.putIfAbsent(artifact.key(), artifact.version());
                }
            }
        }
        for (Pom.Artifact list : imported) {
            String name = list.key() + ":" + list.version();
            if (depth == DEEPEST || !open.add(name)) {
                continue;
            }
            Optional<Pom> found = poms.find(list);
            if (found.isPresent()) {
                List<Pom> above = chain(found.get());
                managed(above, properties(above), depth + 1, open).forEach(managed::putIfAbsent);
            }
            open.remove(name);
        }
        return managed;
    }

    private static Pom.Artifact filled(Pom.Artifact artifact, Map<String, String> properties) {
        return new Pom.Artifact(
                filled(artifact.group(), properties, 0),
                filled(artifact.name(), properties, 0),
                filled(artifact.version(), properties, 0));
    }

    private static String filled(String text, Map<String, String> properties, int depth) {
        if (depth == DEEPEST || text.indexOf('$') < 0) {
            return text;
        }
        String filled =
                PROPERTY.matcher(text)
                        .replaceAll(match ->
                                Matcher.quoteReplacement(
                                        properties.getOrDefault(match.group(1), match.group())));
        return filled.equals(text) ? text : filled(filled, properties, depth + 1);
    }
}
