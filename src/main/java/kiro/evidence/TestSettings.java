package kiro.evidence;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import kiro.process.Confinement;
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

    /// The same, but only within walls: for what a model has written, and nobody has looked at.
    TestSettings withinWalls() {
        return with(this::withinWalls);
    }

    TestSettings with(TestLeave other) {
        return new TestSettings(command, reports, limit, java, scratch, other);
    }

    private TestLeave.Answer withinWalls(String line) throws InterruptedException {
        TestLeave.Answer answer = leave.of(line);
        boolean isOpen =
                answer instanceof TestLeave.Answer.Given(Confinement confinement, _)
                        && confinement.equals(Confinement.NONE);
        return isOpen
                ? new TestLeave.Answer.Denied(
                        "a model wrote what would run, and nothing confines it here: have a sandbox that works")
                : answer;
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
