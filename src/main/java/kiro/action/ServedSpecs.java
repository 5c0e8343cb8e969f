package kiro.action;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import kiro.evidence.Verification;
import kiro.evidence.Verifier;
import kiro.spec.Spec;
import kiro.spec.SpecReading;
import kiro.spec.SpecStore;
import kiro.text.FlatYaml;
import kiro.text.FrontMatter;
import kiro.text.PathGlob;

/// Finds the specs that files have to do with: those that were changed themselves, those whose targets or whose evidence have
/// them, and those whose tests they are.
final class ServedSpecs {
    private final SpecStore specs;
    private final Verifier verifier;

    ServedSpecs(SpecStore specs, Verifier verifier) {
        this.specs = specs;
        this.verifier = verifier;
    }

    /// @param paths from the workspace's root
    List<Spec> of(Collection<String> paths) throws InterruptedException {
        Set<String> files = new HashSet<>(paths);
        List<Spec> all =
                specs.all().stream()
                        .flatMap(reading ->
                                reading instanceof SpecReading.Whole whole
                                        ? Optional.of(whole.spec()).stream()
                                        : Optional.<Spec>empty().stream())
                        .toList();
        Set<String> tested = tested(files);
        var served = new ArrayList<Spec>();
        var others = new ArrayList<Spec>();
        for (Spec spec : all) {
            if (tested.contains(spec.name().toString()) || isAbout(spec, files)) {
                served.add(spec);
            } else {
                others.add(spec);
            }
        }
        List<Verification> kept = verifier.judgeKept(others);
        for (int i = 0; i < others.size(); i++) {
            if (isBoundTo(kept.get(i), files)) {
                served.add(others.get(i));
            }
        }
        served.sort((one, other) -> one.name().toString().compareTo(other.name().toString()));
        return List.copyOf(served);
    }

    private Set<String> tested(Set<String> files) throws InterruptedException {
        var found = new HashSet<String>();
        verifier.links()
                .forEach((criterion, links) -> {
                    if (links.stream().anyMatch(link -> files.contains(link.file().value()))) {
                        found.add(criterion.spec().toString());
                    }
                });
        return found;
    }

    private static boolean isAbout(Spec spec, Set<String> files) {
        List<PathGlob> targets = targets(spec);
        return spec.documents().stream().anyMatch(each -> files.contains(each.path().value()))
                || files.stream()
                        .anyMatch(
                                file -> targets.stream().anyMatch(target -> target.matches(file)));
    }

    private static List<PathGlob> targets(Spec spec) {
        Optional<FrontMatter> matter = FrontMatter.of(spec.document());
        if (matter.isEmpty()
                || !(FlatYaml.read(matter.get().yaml(), 1)
                        instanceof FlatYaml.Reading.Whole whole)) {
            return List.of();
        }
        return whole.find("targets").stream()
                .flatMap(entry -> entry.texts().stream())
                .flatMap(text -> PathGlob.parse(text).stream())
                .toList();
    }

    private static boolean isBoundTo(Verification verification, Set<String> files) {
        return verification.evidence().stream()
                .flatMap(evidence -> evidence.owned().parts().stream())
                .map(part -> part.contains("#") ? part.substring(0, part.indexOf('#')) : part)
                .anyMatch(files::contains);
    }
}
