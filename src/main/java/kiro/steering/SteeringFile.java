package kiro.steering;

import java.util.Optional;
import kiro.workspace.WorkspacePath;

/// A file of team policy.
///
/// @param path below the place that it comes from
/// @param name its file name without `.md`
/// @param body its text below the front matter
/// @param linesAbove how many lines the front matter takes
public record SteeringFile(
        SteeringPlace place,
        WorkspacePath path,
        String name,
        Inclusion inclusion,
        Keeping keeping,
        String body,
        int linesAbove) {

    /// The path as people and messages name it.
    public String label() {
        return switch (place) {
            case SteeringPlace.Person person -> "~/" + path.value();
            case SteeringPlace.Project project -> path.value();
            case SteeringPlace.Folder folder -> path.value();
        };
    }

    public Optional<String> owner() {
        return keeping.owner();
    }

    /// The same file with another text.
    public SteeringFile saying(String words) {
        return new SteeringFile(place, path, name, inclusion, keeping, words, linesAbove);
    }

    boolean isAgentsFile() {
        return path.name().equals("AGENTS.md");
    }

    SteeringFile at(SteeringPlace where) {
        return new SteeringFile(where, path, name, inclusion, keeping, body, linesAbove);
    }

    SteeringFile told(Inclusion when) {
        return new SteeringFile(place, path, name, when, keeping, body, linesAbove);
    }
}
