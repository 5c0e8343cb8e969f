package kiro.steering.check;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import kiro.steering.rule.Demand;
import kiro.steering.rule.Part;
import kiro.steering.source.FileImports.Edge;

/// Rules on which part of a project may import which.
final class ImportRules {
    private final FileWork work;
    private final List<Found> found = new ArrayList<>();
    private final Set<String> said = new HashSet<>();

    private ImportRules(FileWork work) {
        this.work = work;
    }

    static List<Found> in(FileWork work, Demand demand) {
        if (work.file().source().isEmpty()) {
            return List.of();
        }
        var rules = new ImportRules(work);
        switch (demand) {
            case Demand.NoImport none -> rules.none(none);
            case Demand.ImportedOnlyBy by -> rules.importedOnlyBy(by);
            case Demand.ImportOnly only -> rules.only(only);
            case Demand.Layers layers -> rules.layers(layers);
            case Demand.NoCycle cycle -> rules.cycle(cycle);
            default -> {}
        }
        return rules.found;
    }

    private List<Edge> edges() {
        return work.engine().imports().of(work.file().source().orElseThrow());
    }

    private boolean isIn(Part part) {
        return work.parts().has(part, work.file());
    }

    private boolean isIn(Part part, String path) {
        return work.parts().has(part, path, work.project());
    }

    private void none(Demand.NoImport rule) {
        if (!isIn(rule.part())) {
            return;
        }
        for (Edge edge : edges()) {
            for (Part part : rule.forbidden()) {
                boolean isOwn =
                        edge.files().stream()
                                .anyMatch(path -> isIn(part, path) && !path.equals(work.path()));
                boolean isOutside = edge.files().isEmpty() && isNamed(part, edge.module());
                if (isOwn || isOutside) {
                    add(
                            edge,
                            "%s imports %s of %s"
                                    .formatted(rule.part().name(), edge.module(), part.name()));
                }
            }
        }
    }

    /// Whether a module from outside bears a part's name.
    private static boolean isNamed(Part part, String module) {
        String dotted = module.replace("::", ".");
        return part.packages().stream()
                        .map(each -> each.replace("::", ".").replaceAll("\\.\\*+$", ""))
                        .anyMatch(each ->
                                dotted.equals(each)
                                        || dotted.startsWith(each + ".")
                                        || dotted.startsWith(each + "/"))
                || part.name().equals(module);
    }

    private void importedOnlyBy(Demand.ImportedOnlyBy rule) {
        boolean isAllowed = isIn(rule.part()) || rule.importers().stream().anyMatch(this::isIn);
        if (isAllowed) {
            return;
        }
        for (Edge edge : edges()) {
            if (edge.files().stream().anyMatch(path -> isIn(rule.part(), path))) {
                add(
                        edge,
                        "%s is of %s, which only %s may import"
                                .formatted(
                                        edge.module(),
                                        rule.part().name(),
                                        names(rule.importers())));
            }
        }
    }

    private static String names(List<Part> parts) {
        return String.join(", ", parts.stream().map(Part::name).toList());
    }

    private void only(Demand.ImportOnly rule) {
        if (!isIn(rule.part())) {
            return;
        }
        for (Edge edge : edges()) {
            boolean isForbidden =
                    edge.files().stream()
                            .anyMatch(path ->
                                    !isIn(rule.part(), path)
                                            && rule.allowed().stream()
                                                    .noneMatch(part -> isIn(part, path)));
            if (isForbidden) {
                add(edge, "%s imports %s".formatted(rule.part().name(), edge.module()));
            }
        }
    }

    private void layers(Demand.Layers rule) {
        List<Part> parts = rule.fromTop();
        Optional<Integer> own = layer(parts, work.path(), true);
        if (own.isEmpty()) {
            return;
        }
        for (Edge edge : edges()) {
            for (String path : edge.files()) {
                Optional<Integer> other = layer(parts, path, false);
                if (other.isPresent() && other.get() < own.get()) {
                    add(
                            edge,
                            "%s imports %s of %s, which is above it"
                                    .formatted(
                                            parts.get(own.get()).name(),
                                            edge.module(),
                                            parts.get(other.get()).name()));
                }
            }
        }
    }

    private Optional<Integer> layer(List<Part> parts, String path, boolean isOwn) {
        for (int i = 0; i < parts.size(); i++) {
            if (isOwn ? isIn(parts.get(i)) : isIn(parts.get(i), path)) {
                return Optional.of(i);
            }
        }
        return Optional.empty();
    }

    private void cycle(Demand.NoCycle rule) {
        if (rule.part().isPresent() && !isIn(rule.part().get())) {
            return;
        }
        for (Edge edge : edges()) {
            if (edge.isTypeOnly()) {
                continue;
            }
            for (String target : edge.files()) {
                List<String> way = work.engine().imports().way(target, work.path());
                boolean isInPart =
                        rule.part().isEmpty()
                                || way.stream().allMatch(path -> isIn(rule.part().get(), path));
                boolean isApart =
                        !rule.ofPackages()
                                || way.stream()
                                        .anyMatch(
                                                path -> !folder(path).equals(folder(work.path())));
                if (!way.isEmpty() && isInPart && isApart && !target.equals(work.path())) {
                    add(
                            edge,
                            "an import in a circle: %s → %s"
                                    .formatted(work.path(), String.join(" → ", way)));
                }
            }
        }
    }

    private static String folder(String path) {
        return path.substring(0, Math.max(0, path.lastIndexOf('/')));
    }

    private void add(Edge edge, String what) {
        if (said.add(edge.node().index() + what)) {
            found.add(
                    new Found(
                            edge.node(),
                            what,
                            "turn the dependency round, or go by what may be imported"));
        }
    }
}
