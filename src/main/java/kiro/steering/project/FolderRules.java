package kiro.steering.project;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import kiro.steering.rule.Demand;
import kiro.steering.rule.FileScope;
import kiro.steering.rule.SteeringRule;
import kiro.text.PathGlob;

/// Rules of a folder that has steering of its own: they are about the files below it alone, and their paths begin there.
final class FolderRules {
    private final String folder;

    /// @param folder from the project's root
    FolderRules(String folder) {
        this.folder = folder;
    }

    /// The rule for the project as a whole; empty where it speaks of places, which would mean others from there.
    Optional<SteeringRule> seenFromRoot(SteeringRule rule) {
        if (namesPlaces(rule.demand()) || !folder.matches("[^*?\\[\\]{},]+")) {
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
                        rule.demand(),
                        scope,
                        rule.instead(),
                        rule.severity(),
                        rule.examples()));
    }

    private static boolean namesPlaces(Demand demand) {
        return switch (demand) {
            case Demand.Forbid _, Demand.Paired _, Demand.NotLogged _, Demand.Infrastructure _ ->
                    false;
            case Demand.Every every -> every.every().within().isPresent();
            case Demand.None none -> none.every().within().isPresent();
            case Demand.Named named -> named.every().within().isPresent();
            case Demand.OnlyIn _,
                    Demand.NoImport _,
                    Demand.ImportOnly _,
                    Demand.ImportedOnlyBy _,
                    Demand.Layers _,
                    Demand.NoCycle _,
                    Demand.Placed _,
                    Demand.Dependencies _,
                    Demand.Coverage _ ->
                    true;
        };
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
