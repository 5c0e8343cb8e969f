package kiro.steering.project;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import kiro.steering.rule.Declared;
import kiro.steering.rule.Demand;
import kiro.steering.rule.FileScope;
import kiro.steering.rule.Part;
import kiro.steering.rule.Quality;
import kiro.steering.rule.SteeringRule;
import kiro.text.PathGlob;

/// Rules of a folder that has steering of its own: they are about the files below it alone, and their paths begin there.
final class FolderRules {
    private final String folder;

    /// @param folder from the project's root
    FolderRules(String folder) {
        this.folder = folder;
    }

    /// The rule for the project as a whole: the files below the folder, and places that begin there. Empty where the folder's
    /// name cannot stand in a pattern.
    Optional<SteeringRule> seenFromRoot(SteeringRule rule) {
        if (!folder.matches("[^*?\\[\\]{},]+")) {
            return Optional.empty();
        }
        List<PathGlob> within =
                rule.scope().within().isEmpty()
                        ? globs(Stream.of(folder + "/**"))
                        : globs(rule.scope().within().stream().map(this::below));
        var scope = new FileScope(within, globs(rule.scope().except().stream().map(this::below)));
        return Optional.of(
                new SteeringRule(
                        rule.id(),
                        rule.origin(),
                        below(rule.demand()),
                        scope,
                        rule.instead(),
                        rule.severity(),
                        rule.examples()));
    }

    private Demand below(Demand demand) {
        return switch (demand) {
            case Demand.OnlyIn only -> new Demand.OnlyIn(only.subject(), below(only.part()));
            case Demand.NoImport none ->
                    new Demand.NoImport(below(none.part()), below(none.forbidden()));
            case Demand.ImportOnly only ->
                    new Demand.ImportOnly(below(only.part()), below(only.allowed()));
            case Demand.ImportedOnlyBy by ->
                    new Demand.ImportedOnlyBy(below(by.part()), below(by.importers()));
            case Demand.Layers layers -> new Demand.Layers(below(layers.fromTop()));
            case Demand.NoCycle none ->
                    new Demand.NoCycle(none.part().map(this::below), none.ofPackages());
            case Demand.Every every -> new Demand.Every(below(every.every()), below(every.has()));
            case Demand.None none -> new Demand.None(below(none.every()), none.has());
            case Demand.Named named -> new Demand.Named(below(named.every()), named.pattern());
            case Demand.Placed placed ->
                    new Demand.Placed(below(placed.part()), below(placed.places()));
            case Demand.Coverage asked ->
                    new Demand.Coverage(
                            asked.percent(),
                            asked.ofBranches(),
                            asked.ofChanges(),
                            asked.part().map(this::below));
            case Demand.Forbid _,
                    Demand.Paired _,
                    Demand.Dependencies _,
                    Demand.NotLogged _,
                    Demand.Infrastructure _ ->
                    demand;
        };
    }

    /// A companion without a folder lies beside its file; one with a path lies below the folder.
    private Quality below(Quality has) {
        boolean isPlace =
                has instanceof Quality.Companion companion
                        && companion.pattern().contains("/")
                        && !companion.pattern().startsWith("{folder}")
                        && !companion.pattern().startsWith("**/");
        return isPlace && has instanceof Quality.Companion(String pattern)
                ? new Quality.Companion(folder + "/" + pattern.replaceFirst("^/", ""))
                : has;
    }

    private Declared below(Declared every) {
        return new Declared(
                every.name(),
                every.kinds(),
                every.reach(),
                every.within().map(this::below),
                every.annotations());
    }

    private List<Part> below(List<Part> parts) {
        return parts.stream().map(this::below).toList();
    }

    /// What has a name and no path is known by it wherever it is.
    private Part below(Part part) {
        return new Part(
                part.name(),
                globs(part.paths().stream().map(this::below)),
                part.packages(),
                part.words(),
                part.annotations());
    }

    /// A pattern without a slash means a name in any folder.
    private String below(PathGlob glob) {
        String text = glob.toString();
        if (text.startsWith("/")) {
            return folder + text;
        }
        return text.contains("/") ? folder + "/" + text : folder + "/**/" + text;
    }

    private static List<PathGlob> globs(Stream<String> texts) {
        return texts.map(PathGlob::parse).flatMap(Optional::stream).toList();
    }
}
