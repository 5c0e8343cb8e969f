package kiro.cli;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import kiro.spec.SpecTemplate;
import kiro.spec.TemplateParameter;

/// Asks a person for the parameters of a template that they did not set.
final class TemplateQuestions {
    /// Whoever gives no usable answer so often does not want to.
    private static final int TRIES = 3;

    private final Console console;

    TemplateQuestions(Console console) {
        this.console = console;
    }

    /// All values that were said: beforehand, or now. Without a terminal nobody is asked.
    Map<String, String> ask(SpecTemplate template, Map<String, String> said)
            throws InterruptedException {
        var values = new LinkedHashMap<>(said);
        if (!console.isInteractive()) {
            return values;
        }
        for (TemplateParameter parameter : template.parameters()) {
            if (!values.containsKey(parameter.name())) {
                answer(parameter).ifPresent(value -> values.put(parameter.name(), value));
            }
        }
        return values;
    }

    private Optional<String> answer(TemplateParameter parameter) throws InterruptedException {
        for (int attempt = 0; attempt < TRIES; attempt++) {
            Optional<String> line = console.ask(question(parameter));
            if (line.isEmpty() || line.get().isEmpty()) {
                return Optional.empty();
            }
            if (parameter.fits(line.get())) {
                return line;
            }
            console.note(
                    "  '%s' cannot be its value%s"
                            .formatted(
                                    line.get(),
                                    parameter
                                            .pattern()
                                            .map(form -> ": it has the form " + form)
                                            .orElse("")));
        }
        return Optional.empty();
    }

    private static String question(TemplateParameter parameter) {
        String otherwise =
                parameter.standard().orElse(parameter.isRequired() ? "needed" : "left to fill in");
        return "%s: %s [%s]: ".formatted(parameter.name(), parameter.description(), otherwise);
    }
}
