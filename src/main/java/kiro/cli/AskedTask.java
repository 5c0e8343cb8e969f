package kiro.cli;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import kiro.agent.NamedTask;
import kiro.text.NearestNames;

/// Looks at the words of a task before a run begins.
final class AskedTask {
    private static final Pattern NAME = Pattern.compile("[a-z]+(-[a-z]+)*");

    private AskedTask() {}

    /// What is wrong with a task; empty where nothing is.
    ///
    /// @param hasSpec whether a spec is named
    static Optional<Problem> problem(String words, boolean hasSpec) {
        if (NamedTask.of(words).isPresent()) {
            return hasSpec
                    ? Optional.empty()
                    : Optional.of(
                            new Problem(
                                    "agent/no-spec",
                                    "the task '%s' is about a spec, and none is named"
                                            .formatted(words),
                                    "name it with --spec NAME; 'kiro spec list' shows what there is"));
        }
        List<String> near =
                NAME.matcher(words).matches()
                        ? NearestNames.of(words, NamedTask.words())
                        : List.of();
        return near.stream()
                .findFirst()
                .map(name ->
                        new Problem(
                                "agent/unknown-task",
                                "there is no task '%s'".formatted(words),
                                "did you mean '%s'? a task of your own takes more than one word"
                                        .formatted(name)));
    }
}
