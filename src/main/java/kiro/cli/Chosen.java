package kiro.cli;

import java.nio.file.Path;
import java.util.Optional;
import kiro.permission.Mode;

/// Who works in a run, and how much is asked; what is empty is left to the settings.
///
/// @param agent the name of a custom agent
/// @param recording the file that the model's answers are kept in; made already
public record Chosen(
        Optional<Mode> mode,
        Optional<String> model,
        Optional<String> agent,
        Optional<Path> recording) {}
