package kiro.spec;

import java.util.Optional;
import java.util.regex.Pattern;

/// What a person may say about a spec when it is made from a template.
///
/// @param description what it is, in a few words; it stands in the spec where no value is given
/// @param standard the value it has where none is given
/// @param pattern what a value looks like as a whole
/// @param isRequired whether no spec is made without a value
public record TemplateParameter(
        String name,
        String description,
        Optional<String> standard,
        Optional<Pattern> pattern,
        boolean isRequired) {

    /// Whether a text can be its value: one line without the marks of a blank, and of the stated form.
    public boolean fits(String value) {
        return !value.isBlank()
                && value.indexOf('\n') < 0
                && value.indexOf('\r') < 0
                && !value.contains("{{")
                && pattern.map(form -> form.matcher(value).matches()).orElse(true);
    }

    /// What stands in the spec while there is no value.
    String blank() {
        return "{{" + description.replaceAll("[{}]", "") + "}}";
    }
}
