package kiro.cli;

import java.util.Optional;
import kiro.permission.Mode;

/// Who works in a run, and how much is asked; what is empty is left to the settings.
///
/// @param agent the name of a custom agent
public record Chosen(Optional<Mode> mode, Optional<String> model, Optional<String> agent) {}
