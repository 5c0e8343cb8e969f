package kiro.trace;

import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import kiro.evidence.TestId;
import kiro.evidence.TestLink;
import kiro.finding.Finding;
import kiro.spec.AcceptanceCriterion;
import kiro.spec.CriterionRef;
import kiro.spec.Spec;
import kiro.spec.SpecStore;
import kiro.text.NearestNames;
import kiro.text.SourceSpan;
import kiro.workspace.Workspace;
import kiro.workspace.WorkspacePath;

/// Finds what a person means: a criterion by its full name or its id, a spec, a file with or without a line, a test,
/// a commit.
final class TargetFinder {
    private static final Pattern PLACE =
            Pattern.compile("(?<file>.*?)(?::(?<line>\\d{1,7}))?(?::\\d{1,7})?");

    private final Workspace workspace;
    private final List<Spec> specs;
    private final List<TestLink> links;
    private final CommitReader commits;

    TargetFinder(
            Workspace workspace, List<Spec> specs, List<TestLink> links, CommitReader commits) {
        this.workspace = workspace;
        this.specs = List.copyOf(specs);
        this.links = List.copyOf(links);
        this.commits = commits;
    }

    Target find(String wanted) throws InterruptedException {
        List<CriterionRef> named =
                refs().filter(ref -> ref.toString().equalsIgnoreCase(wanted)).toList();
        if (!named.isEmpty()) {
            return new Target.Criteria(named);
        }
        List<CriterionRef> byId =
                refs().filter(ref -> ref.id().value().equalsIgnoreCase(wanted)).toList();
        if (byId.size() == 1) {
            return new Target.Criteria(byId);
        }
        if (byId.size() > 1) {
            return ambiguous(wanted, byId);
        }
        Optional<Spec> spec =
                specs.stream().filter(each -> each.name().value().equals(wanted)).findFirst();
        if (spec.isPresent()) {
            return new Target.Criteria(refs(spec.get()).toList());
        }
        Optional<Target> here = file(wanted).or(() -> test(wanted));
        return here.isPresent()
                ? here.get()
                : commits.read(wanted)
                        .<Target>map(Target.Revision::new)
                        .orElseGet(() -> unknown(wanted));
    }

    private Optional<Target> file(String wanted) {
        Matcher place = PLACE.matcher(wanted);
        if (!place.matches()) {
            return Optional.empty();
        }
        Optional<WorkspacePath> path =
                workspace
                        .resolve(place.group("file"))
                        .filter(found -> Files.isRegularFile(workspace.absolute(found)));
        OptionalInt line =
                place.group("line") == null
                        ? OptionalInt.empty()
                        : OptionalInt.of(Integer.parseInt(place.group("line")));
        return path.map(found -> inFile(found, line));
    }

    private Target inFile(WorkspacePath file, OptionalInt line) {
        for (Spec spec : specs) {
            if (spec.path().equals(file)) {
                return inSpec(spec, line);
            }
        }
        List<TestLink> here = links.stream().filter(link -> link.file().equals(file)).toList();
        return here.isEmpty()
                ? new Target.Source(file, line)
                : new Target.Tests(line.isEmpty() ? here : at(here, line.getAsInt()));
    }

    private static Target inSpec(Spec spec, OptionalInt line) {
        List<AcceptanceCriterion> meant =
                spec.criteria().stream()
                        .filter(each ->
                                line.isEmpty()
                                        || (each.span().line() <= line.getAsInt()
                                                && line.getAsInt() <= each.span().endLine()))
                        .toList();
        return meant.isEmpty()
                ? problem(
                        "trace/no-criterion",
                        spec.path() + ":" + line.orElse(1),
                        "no criterion stands in line %d of %s"
                                .formatted(line.orElse(1), spec.path()),
                        "'kiro spec trace %s' traces all of its criteria".formatted(spec.name()))
                : new Target.Criteria(meant.stream().map(spec::ref).toList());
    }

    /// The test that a line belongs to: the names of its criteria stand at its head.
    private static List<TestLink> at(List<TestLink> links, int line) {
        int head =
                links.stream()
                        .mapToInt(link -> link.span().line())
                        .filter(each -> each <= line)
                        .max()
                        .orElseGet(() ->
                                links.stream()
                                        .mapToInt(link -> link.span().line())
                                        .min()
                                        .orElse(1));
        List<TestId> tests =
                links.stream()
                        .filter(link -> link.span().line() == head)
                        .map(TestLink::test)
                        .toList();
        return links.stream().filter(link -> tests.contains(link.test())).toList();
    }

    private Optional<Target> test(String wanted) {
        List<TestLink> meant =
                links.stream().filter(link -> names(link.test()).contains(wanted)).toList();
        return meant.isEmpty() ? Optional.empty() : Optional.of(new Target.Tests(meant));
    }

    /// How people name a test: in full, by its class and name, by either alone.
    private static List<String> names(TestId test) {
        String suite = test.suite();
        String simple =
                suite.substring(Math.max(suite.lastIndexOf('.'), suite.lastIndexOf('/')) + 1);
        return List.of(
                test.toString(),
                simple + "." + test.name(),
                simple + "#" + test.name(),
                suite + "#" + test.name(),
                test.name(),
                suite,
                simple);
    }

    private Stream<CriterionRef> refs() {
        return specs.stream().flatMap(TargetFinder::refs);
    }

    private static Stream<CriterionRef> refs(Spec spec) {
        return spec.criteria().stream().map(spec::ref);
    }

    private static Target ambiguous(String wanted, List<CriterionRef> all) {
        List<String> some = all.stream().limit(5).map(CriterionRef::toString).toList();
        return problem(
                "trace/ambiguous",
                SpecStore.FOLDER.value(),
                "%d specs have a criterion %s".formatted(all.size(), wanted),
                "name it with its spec: %s%s"
                        .formatted(
                                String.join(", ", some), all.size() > some.size() ? ", ..." : ""));
    }

    private Target unknown(String wanted) {
        var known = new ArrayList<String>();
        refs().map(CriterionRef::toString).forEach(known::add);
        specs.forEach(spec -> known.add(spec.name().value()));
        links.forEach(link -> known.add(link.test().name()));
        List<String> near = NearestNames.of(wanted, known);
        return problem(
                "trace/unknown",
                SpecStore.FOLDER.value(),
                "'%s' is no criterion, spec, file or commit, nor a test that names a criterion"
                        .formatted(wanted),
                near.isEmpty()
                        ? "'kiro spec list' shows the specs, 'kiro spec show' their criteria"
                        : "did you mean %s?".formatted(String.join(" or ", near)));
    }

    private static Target problem(String rule, String file, String message, String fix) {
        return new Target.Unknown(Finding.error(rule, file, SourceSpan.start(), message, fix));
    }
}
