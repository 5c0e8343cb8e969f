package kiro.config;

import java.util.Optional;

/// A setting that this version knows.
///
/// @param name dotted, as `anthropic.base-url`; in a file each dot is one level of nesting
/// @param description one sentence, for people
/// @param variable the environment variable that sets it
/// @param isTeams whether the project's file may set it: never what says which command runs or
///     where credentials go, for a clone would then decide that
public record ConfigKey(
        String name,
        ValueType type,
        String description,
        Optional<String> variable,
        boolean isTeams) {}
