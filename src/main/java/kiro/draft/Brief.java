package kiro.draft;

import java.util.Map;
import java.util.SequencedMap;
import kiro.spec.SpecForm;
import kiro.spec.SpecName;
import kiro.spec.SpecTemplate;

/// What a new spec is to be.
///
/// @param values of the template's parameters that a person has set
/// @param description what is wanted, in a person's words
public record Brief(
        SpecName name,
        String title,
        SpecTemplate template,
        SpecForm form,
        Map<String, String> values,
        String description) {
    public Brief {
        values = Map.copyOf(values);
    }

    /// The same with another description.
    public Brief saying(String words) {
        return new Brief(name, title, template, form, values, words);
    }

    /// The same with other values.
    public Brief with(Map<String, String> chosen) {
        return new Brief(name, title, template, form, chosen, description);
    }

    /// The texts of the spec's files, by their names, as the template alone makes them.
    public SequencedMap<String, String> texts() {
        return FilledTemplate.texts(FilledTemplate.of(this).files());
    }
}
