package kiro.spec;

import java.util.List;
import java.util.Optional;

/// What a template says about itself in its front matter.
///
/// @param description what it is for, in a few words; empty where it does not say
/// @param aliases other names that it goes by
/// @param kind the built-in template whose missing criteria are suggested for its specs
public record TemplateHead(
        String description,
        List<String> aliases,
        Optional<String> kind,
        List<TemplateParameter> parameters) {
    public TemplateHead {
        aliases = List.copyOf(aliases);
        parameters = List.copyOf(parameters);
    }

    static TemplateHead empty() {
        return new TemplateHead("", List.of(), Optional.empty(), List.of());
    }
}
