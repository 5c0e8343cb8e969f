package kiro;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kiro.cli.Editor;

/// The editor that the environment names, on this terminal.
final class ProcessEditor implements Editor {
    private final Map<String, String> environment;
    private final Path directory;

    /// @param directory where the command was called
    ProcessEditor(Map<String, String> environment, Path directory) {
        this.environment = environment;
        this.directory = directory;
    }

    @Override
    public Optional<String> edit(Path file) throws InterruptedException {
        String editor =
                environment.getOrDefault("VISUAL", environment.getOrDefault("EDITOR", "vi"));
        try {
            Process process =
                    new ProcessBuilder(
                                    List.of(
                                            "/bin/sh",
                                            "-c",
                                            editor + " \"$1\"",
                                            "sh",
                                            file.toString()))
                            .directory(directory.toFile())
                            .inheritIO()
                            .start();
            int code = process.waitFor();
            return code == 0
                    ? Optional.empty()
                    : Optional.of("the editor '" + editor + "' ended with exit code " + code);
        } catch (IOException cause) {
            return Optional.of(
                    "the editor '" + editor + "' cannot be started: " + cause.getMessage());
        }
    }
}
