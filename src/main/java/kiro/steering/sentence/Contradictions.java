package kiro.steering.sentence;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import kiro.finding.Finding;
import kiro.steering.rule.Declared;
import kiro.steering.rule.Demand;
import kiro.steering.rule.FileScope;
import kiro.steering.rule.Instead;
import kiro.steering.rule.NamePattern;
import kiro.steering.rule.Part;
import kiro.steering.rule.ResourceDemand;
import kiro.steering.rule.SteeringRule;
import kiro.steering.rule.Subject;

/// Finds rules that cannot both be kept, or of which one says to use what the other forbids.
final class Contradictions {
    private Contradictions() {}

    /// Two rules, and why they do not go together.
    record Pair(SteeringRule one, SteeringRule other, String why) {
        /// One finding at each place, that names the other.
        List<Finding> findings() {
            return List.of(finding(one, other), finding(other, one));
        }

        private Finding finding(SteeringRule here, SteeringRule there) {
            return Finding.error(
                    "steering/contradiction",
                    here.origin().file(),
                    here.origin().span(),
                    "%s: it contradicts %s:%s, '%s'"
                            .formatted(
                                    why,
                                    there.origin().file(),
                                    there.origin().span(),
                                    there.origin().sentence()),
                    "take one of the two back, or say where each holds");
        }
    }

    static List<Pair> among(List<SteeringRule> rules) {
        var pairs = new ArrayList<Pair>();
        for (int i = 0; i < rules.size(); i++) {
            for (int j = i + 1; j < rules.size(); j++) {
                SteeringRule one = rules.get(i);
                SteeringRule other = rules.get(j);
                if (overlap(one.scope(), other.scope())) {
                    why(one, other)
                            .or(() -> why(other, one))
                            .ifPresent(why -> pairs.add(new Pair(one, other, why)));
                }
            }
        }
        return pairs;
    }

    /// Whether there may be a file that both are about. Endings that differ exclude each other.
    private static boolean overlap(FileScope one, FileScope other) {
        if (one.within().isEmpty() || other.within().isEmpty()) {
            return true;
        }
        return one.within().stream()
                .anyMatch(glob ->
                        other.within().stream()
                                .anyMatch(another -> overlap(glob.toString(), another.toString())));
    }

    private static boolean overlap(String one, String other) {
        String ending = one.substring(one.lastIndexOf('.') + 1);
        String another = other.substring(other.lastIndexOf('.') + 1);
        boolean haveEndings = one.matches(".*\\*\\.\\w+") && other.matches(".*\\*\\.\\w+");
        return !haveEndings || ending.equals(another);
    }

    private static Optional<String> why(SteeringRule rule, SteeringRule than) {
        Demand demand = rule.demand();
        Demand other = than.demand();
        boolean isContrary =
                switch (demand) {
                    case Demand.Forbid forbid ->
                            other instanceof Demand.OnlyIn only
                                    && only.subject().equals(forbid.subject())
                                    && isEverywhere(rule.scope());
                    case Demand.Named named -> differ(named, other);
                    case Demand.NoImport none -> allows(other, none);
                    case Demand.Layers layers -> isReverse(layers, other);
                    case Demand.Dependencies some -> differ(some, other);
                    case Demand.Infrastructure resources ->
                            other instanceof Demand.Infrastructure others
                                    && differ(resources.demand(), others.demand());
                    default -> false;
                };
        if (isContrary) {
            return Optional.of("both cannot be kept");
        }
        return than.instead()
                .flatMap(Instead::name)
                .filter(name ->
                        demand instanceof Demand.Forbid forbid
                                && forbid.subject() instanceof Subject.Name forbidden
                                && forbidden.text().equals(name.replaceAll("\\(\\)$", "")))
                .map(name -> "one says to use %s, and the other forbids it".formatted(name));
    }

    /// What is forbidden in some places may well be allowed in one place alone.
    private static boolean isEverywhere(FileScope scope) {
        return scope.within().stream().allMatch(glob -> glob.toString().matches("\\*\\.\\w+"));
    }

    private static boolean differ(Demand.Named named, Demand other) {
        if (!(other instanceof Demand.Named others)
                || !(named.pattern() instanceof NamePattern.Cased cased)
                || !(others.pattern() instanceof NamePattern.Cased another)) {
            return false;
        }
        Declared one = named.every();
        Declared two = others.every();
        boolean areSameKind =
                one.kinds().isEmpty()
                        ? two.kinds().isEmpty()
                        : !Collections.disjoint(one.kinds(), two.kinds());
        return areSameKind
                && one.reach() == two.reach()
                && one.within().equals(two.within())
                && one.annotations().equals(two.annotations())
                && cased.style() != another.style();
    }

    private static boolean allows(Demand other, Demand.NoImport none) {
        return switch (other) {
            case Demand.ImportOnly only ->
                    same(only.part(), none.part())
                            && only.allowed().stream()
                                    .anyMatch(part -> isIn(part, none.forbidden()));
            case Demand.ImportedOnlyBy by ->
                    isIn(by.part(), none.forbidden()) && isIn(none.part(), by.importers());
            default -> false;
        };
    }

    private static boolean isReverse(Demand.Layers layers, Demand other) {
        if (!(other instanceof Demand.Layers others)) {
            return false;
        }
        List<Part> mine = layers.fromTop();
        List<Integer> places =
                mine.stream()
                        .map(part -> index(part, others.fromTop()))
                        .filter(i -> i >= 0)
                        .toList();
        return places.size() > 1 && !places.equals(places.stream().sorted().toList());
    }

    private static int index(Part part, List<Part> parts) {
        for (int i = 0; i < parts.size(); i++) {
            if (same(part, parts.get(i))) {
                return i;
            }
        }
        return -1;
    }

    private static boolean differ(Demand.Dependencies some, Demand other) {
        return some.isAllowList()
                && other instanceof Demand.Dependencies others
                && !others.isAllowList()
                && !Collections.disjoint(some.names(), others.names());
    }

    private static boolean differ(ResourceDemand one, ResourceDemand other) {
        return switch (one) {
            case ResourceDemand.Regions regions ->
                    other instanceof ResourceDemand.Regions others
                            && Collections.disjoint(regions.allowed(), others.allowed());
            case ResourceDemand.Services services ->
                    services.isAllowList()
                            && other instanceof ResourceDemand.Services others
                            && (others.isAllowList()
                                    ? Collections.disjoint(services.names(), others.names())
                                    : !Collections.disjoint(services.names(), others.names()));
            default -> false;
        };
    }

    private static boolean isIn(Part part, List<Part> parts) {
        return index(part, parts) >= 0;
    }

    /// Whether two parts are the same files, whatever the sentences call them.
    private static boolean same(Part one, Part other) {
        return one.paths().equals(other.paths())
                && one.packages().equals(other.packages())
                && one.words().equals(other.words());
    }
}
