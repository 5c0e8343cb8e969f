package kiro.gate;

import java.util.List;
import java.util.Optional;
import kiro.text.PathGlob;

/// What a check is told from outside.
///
/// @param base as the person said it
/// @param fallbackBases what else may be meant, the likeliest first: from the pipeline and the settings
/// @param source what features are made of; empty for all code
/// @param exempt what of it owes no spec
/// @param specs named by the person
public record GateSettings(
        Optional<String> base,
        List<String> fallbackBases,
        List<PathGlob> source,
        List<PathGlob> exempt,
        List<String> specs,
        Optional<PullRequest> request) {
    public GateSettings {
        fallbackBases = List.copyOf(fallbackBases);
        source = List.copyOf(source);
        exempt = List.copyOf(exempt);
        specs = List.copyOf(specs);
    }
}
