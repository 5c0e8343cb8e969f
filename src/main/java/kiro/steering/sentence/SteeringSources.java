package kiro.steering.sentence;

import java.util.List;
import java.util.Locale;
import kiro.steering.Inclusion;
import kiro.steering.SteeringFile;
import kiro.steering.SteeringPlace;

/// Shows steering files as the compiler sees them.
public final class SteeringSources {
    private SteeringSources() {}

    public static List<SteeringSource> of(List<SteeringFile> files) {
        return files.stream().map(SteeringSources::source).toList();
    }

    private static SteeringSource source(SteeringFile file) {
        return new SteeringSource(
                file.label(),
                prefix(file.place()) + slug(file.name()),
                about(file.inclusion()),
                isToldAlways(file.inclusion()),
                file.body(),
                file.linesAbove());
    }

    private static String prefix(SteeringPlace place) {
        return switch (place) {
            case SteeringPlace.Person person -> "own/";
            case SteeringPlace.Project project -> "";
            case SteeringPlace.Folder folder -> slug(folder.folder().value()) + "/";
        };
    }

    /// Ids have small letters, digits and hyphens, a letter first.
    private static String slug(String name) {
        String slug =
                name.toLowerCase(Locale.ROOT)
                        .replaceAll("[^a-z0-9]+", "-")
                        .replaceAll("^[^a-z]+|-+$", "");
        return slug.isEmpty() ? "steering" : slug;
    }

    private static List<String> about(Inclusion inclusion) {
        return switch (inclusion) {
            case Inclusion.FileMatch match -> match.globs();
            case Inclusion.Always always -> List.of();
            case Inclusion.Unknown unknown -> List.of();
            case Inclusion.Manual manual -> List.of();
            case Inclusion.Auto auto -> List.of();
        };
    }

    /// Nobody knows when a sentence holds that is told only when somebody chooses it.
    private static boolean isToldAlways(Inclusion inclusion) {
        return switch (inclusion) {
            case Inclusion.FileMatch match -> true;
            case Inclusion.Always always -> true;
            case Inclusion.Unknown unknown -> true;
            case Inclusion.Manual manual -> false;
            case Inclusion.Auto auto -> false;
        };
    }
}
