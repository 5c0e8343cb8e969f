package kiro.config;

import java.util.Optional;

/// A setting that this version knows.
///
/// @param name dotted, as `anthropic.base-url`; in a file each dot is one level of nesting
/// @param description one sentence, for people
/// @param variable the environment variable that sets it
/// @param teams what the project's file may set it to, if anything: never which command runs, where
///     credentials go or that nobody is asked, for a clone would then decide that
public record ConfigKey(
        String name,
        ValueType type,
        String description,
        Optional<String> variable,
        Optional<ValueType> teams) {}
