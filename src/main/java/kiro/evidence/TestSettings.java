package kiro.evidence;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import kiro.text.PathGlob;

/// What a person or a team has set about the tests of a project.
///
/// @param command what runs the tests; where it is empty, it is told from the build tool
/// @param reports where reports lie beside the usual places
/// @param limit how long the tests may run
/// @param java the Java that a build with Maven is given
/// @param scratch a folder for files that are gone after the run, outside of the project
/// @param leave asked before each run
public record TestSettings(
        Optional<String> command,
        List<PathGlob> reports,
        Duration limit,
        JavaHome java,
        Path scratch,
        TestLeave leave) {
    public TestSettings {
        reports = List.copyOf(reports);
    }

    /// The same, for what a model has written.
    TestSettings withinWalls() {
        return new TestSettings(command, reports, limit, java, scratch, leave.withinWalls());
    }

    /// The patterns that a setting lists, between commas or spaces; what is no pattern is left out.
    public static List<PathGlob> patterns(Optional<String> setting) {
        return setting.stream()
                .flatMap(text -> Stream.of(text.split("[,\\s]+")))
                .filter(text -> !text.isEmpty())
                .flatMap(text -> PathGlob.parse(text).stream())
                .toList();
    }
}
