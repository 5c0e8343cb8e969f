package kiro.model.builtin;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import kiro.process.Command;
import kiro.process.CommandResult;
import kiro.process.CommandRunner;

/// Runs the tests of a project with Maven, for real.
record MavenRun(Path folder) {
    /// `exit 0`, or what went wrong.
    String test() throws InterruptedException {
        var runner = new CommandRunner(System.getenv(), folder.resolve("target/spill"));
        CommandResult result =
                runner.run(
                        Command.of(
                                folder,
                                Duration.ofSeconds(110),
                                List.of("mvn", "-B", "-q", "test")));
        return switch (result) {
            case CommandResult.Exited exited ->
                    exited.code() == 0 ? "exit 0" : "exit " + exited.code() + exited.output();
            case CommandResult.TimedOut timedOut -> timedOut.toString();
            case CommandResult.NotStarted notStarted -> notStarted.reason();
        };
    }

    /// How many tests of a class passed; none may have done anything else.
    long passed(String type) throws IOException {
        try (Stream<Path> reports = Files.list(folder.resolve("target/surefire-reports"))) {
            Path report =
                    reports.filter(file -> file.toString().endsWith("." + type + ".xml"))
                            .findFirst()
                            .orElseThrow();
            String xml = Files.readString(report);
            assertThat(xml).doesNotContain("<failure", "<error", "<skipped");
            return Pattern.compile("<testcase ").matcher(xml).results().count();
        }
    }

    /// The criteria that a test class names, once for each test.
    List<String> named(String path) throws IOException {
        return Pattern.compile("@Tag\\(\"([^\"]+)\"\\)")
                .matcher(Files.readString(folder.resolve(path)))
                .results()
                .map(found -> found.group(1))
                .toList();
    }
}
