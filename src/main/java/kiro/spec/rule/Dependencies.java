package kiro.spec.rule;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/// The rule that what specs build on is there, and does not build on them in turn.
final class Dependencies {
    private final List<SpecFacts> specs;
    private final Map<String, SpecFacts> byName;
    private final SpecCheck.Scope scope;
    private final Function<SpecFacts, Report> reports;
    private final Map<String, Iterator<References.Dependency>> open = new HashMap<>();
    private final Set<String> done = new HashSet<>();

    Dependencies(
            List<SpecFacts> specs,
            Map<String, SpecFacts> byName,
            SpecCheck.Scope scope,
            Function<SpecFacts, Report> reports) {
        this.specs = specs;
        this.byName = byName;
        this.scope = scope;
        this.reports = reports;
    }

    void check() {
        for (SpecFacts spec : specs) {
            for (References.Dependency dependency : spec.said().dependencies()) {
                if (scope == SpecCheck.Scope.PROJECT && !byName.containsKey(dependency.spec())) {
                    reports.apply(spec)
                            .add(
                                    Rule.UNKNOWN_REFERENCE,
                                    dependency.span(),
                                    "there is no spec '%s'".formatted(dependency.spec()),
                                    Project.nearest(dependency.spec(), byName.keySet()));
                }
            }
        }
        specs.forEach(this::walk);
    }

    /// Goes down from one spec, without calling itself: a chain may be long.
    private void walk(SpecFacts root) {
        Deque<SpecFacts> path = new ArrayDeque<>();
        enter(root, path);
        while (!path.isEmpty()) {
            SpecFacts spec = path.getLast();
            Iterator<References.Dependency> left = open.get(spec.name());
            if (left == null || !left.hasNext()) {
                done.add(spec.name());
                open.remove(spec.name());
                path.removeLast();
                continue;
            }
            References.Dependency next = left.next();
            SpecFacts target = byName.get(next.spec());
            if (target == null) {
                continue;
            }
            if (open.containsKey(target.name())) {
                cycle(spec, next, path, target);
            } else {
                enter(target, path);
            }
        }
    }

    private void enter(SpecFacts spec, Deque<SpecFacts> path) {
        if (!done.contains(spec.name())) {
            open.put(spec.name(), spec.said().dependencies().iterator());
            path.addLast(spec);
        }
    }

    private void cycle(
            SpecFacts spec,
            References.Dependency closing,
            Deque<SpecFacts> path,
            SpecFacts target) {
        var names = new ArrayList<String>();
        boolean isInside = false;
        for (SpecFacts each : path) {
            isInside |= each.name().equals(target.name());
            if (isInside) {
                names.add(each.name());
            }
        }
        names.add(target.name());
        reports.apply(spec)
                .add(
                        Rule.DEPENDENCY_CYCLE,
                        closing.span(),
                        "specs build on each other: " + String.join(" > ", names),
                        "take one of the dependencies out");
    }
}
