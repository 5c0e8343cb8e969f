package kiro.action.dependency;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import kiro.action.dependency.Impact.Comparison;
import kiro.code.TreeSitter;

/// Finds what other versions of dependencies mean to a project. Nothing is fetched, and nothing of a dependency runs.
public final class ImpactFinder {
    private static final Pattern NAME = Pattern.compile("(?!.*\\.\\.)[@\\w][\\w.@:/~+-]{0,300}");
    private static final Pattern VERSION = Pattern.compile("(?!.*\\.\\.)v?\\d[\\w.+-]{0,100}");
    private static final Comparator<Use> WORST =
            Comparator.comparing((Use use) -> use.change().kind())
                    .thenComparing(use -> !use.isSure())
                    .thenComparing(Use.ORDER);

    private final DependencyStores stores;
    private final TreeSitter parser;
    private final List<String> locks;

    /// @param locks lock files of npm, which say what a package's content is
    public ImpactFinder(DependencyStores stores, TreeSitter parser, List<String> locks) {
        this.stores = stores;
        this.parser = parser;
        this.locks = List.copyOf(locks);
    }

    public List<Impact> of(List<VersionChange> changes, ProjectTexts project)
            throws InterruptedException {
        var found = new ArrayList<Impact>();
        var sources = new ProjectSources(project, parser);
        for (VersionChange change : changes) {
            if (Thread.interrupted()) {
                throw new InterruptedException();
            }
            found.add(of(change, sources));
        }
        found.sort(
                Comparator.comparing((Impact each) -> !each.isBreaking())
                        .thenComparing(each -> each.uses().isEmpty())
                        .thenComparing(each -> each.imports().isEmpty())
                        .thenComparing(each -> !each.change().isDirect())
                        .thenComparing(each -> each.change().name()));
        return found;
    }

    private Impact of(VersionChange change, ProjectSources sources) throws InterruptedException {
        PublicApi guess = PublicApi.of(List.of(), Map.of(), 0);
        if (!NAME.matcher(change.name()).matches()) {
            return new Impact(
                    change,
                    new Comparison.NotCompared("its name is none", List.of()),
                    List.of(),
                    List.of());
        }
        Set<String> guessed = guessed(change);
        boolean areNamesSure = !Set.of("maven", "pypi").contains(change.ecosystem());
        if (areNamesSure && sources.imports(change.ecosystem(), guess, guessed).isEmpty()) {
            return new Impact(
                    change,
                    new Comparison.NotCompared("nothing here imports it", List.of()),
                    List.of(),
                    List.of());
        }
        Optional<Artifacts> artifacts = artifacts(change.ecosystem());
        Optional<PublicApi> before = api(artifacts, change.name(), change.from());
        Optional<PublicApi> after = api(artifacts, change.name(), change.to());
        Comparison comparison = compared(change, artifacts, before, after);
        PublicApi known = before.or(() -> after).orElse(guess);
        Set<String> places = before.or(() -> after).map(PublicApi::places).orElse(guessed);
        List<ApiChange> changes =
                comparison instanceof Comparison.Compared(List<ApiChange> all, int _)
                        ? all
                        : List.of();
        ProjectSources.Uses uses = sources.uses(change.ecosystem(), known, places, changes);
        return new Impact(
                change, comparison, uses.imports(), uses.uses().stream().sorted(WORST).toList());
    }

    private static Optional<PublicApi> api(
            Optional<Artifacts> artifacts, String name, String version)
            throws InterruptedException {
        return artifacts.isPresent() && VERSION.matcher(version).matches()
                ? artifacts.get().api(name, version)
                : Optional.empty();
    }

    private Optional<Artifacts> artifacts(String ecosystem) {
        return switch (ecosystem) {
            case "maven" -> Optional.of(new MavenArtifacts(stores));
            case "npm" -> Optional.of(new NpmArtifacts(stores, parser, locks));
            case "pypi" -> Optional.of(new PythonArtifacts(stores, parser));
            case "go" -> Optional.of(new SourceArtifacts(stores, parser, true));
            case "cargo" -> Optional.of(new SourceArtifacts(stores, parser, false));
            default -> Optional.empty();
        };
    }

    private static Comparison compared(
            VersionChange change,
            Optional<Artifacts> artifacts,
            Optional<PublicApi> before,
            Optional<PublicApi> after) {
        if (change.from().isEmpty() || change.to().isEmpty()) {
            return new Comparison.NotCompared(
                    change.from().isEmpty()
                            ? "it was not there before"
                            : "it is not there any more",
                    List.of());
        }
        if (before.isPresent() && after.isPresent()) {
            return new Comparison.Compared(
                    ApiComparison.of(before.get(), after.get()),
                    before.get().unread() + after.get().unread());
        }
        var missing = new ArrayList<String>();
        var remedies = new ArrayList<String>();
        for (String version : List.of(change.from(), change.to())) {
            boolean isThere =
                    version.equals(change.from()) ? before.isPresent() : after.isPresent();
            if (!isThere) {
                missing.add(version);
                if (VERSION.matcher(version).matches()) {
                    artifacts
                            .map(each -> each.remedy(change.name(), version))
                            .ifPresent(remedies::add);
                }
            }
        }
        return new Comparison.NotCompared(
                String.join(" and ", missing)
                        + (missing.size() == 1 ? " is not at hand" : " are not at hand"),
                remedies.stream().distinct().toList());
    }

    /// The names that imports of it begin with, as far as its own name tells.
    private static Set<String> guessed(VersionChange change) {
        String name = change.name();
        return switch (change.ecosystem()) {
            case "maven" -> Set.of(name.replaceFirst(":.*", ""));
            case "pypi" -> Set.of(name.replace('-', '_'));
            case "cargo" -> Set.of(name.replace('-', '_'));
            default -> Set.of(name);
        };
    }
}
