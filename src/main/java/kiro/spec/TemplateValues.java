package kiro.spec;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import kiro.finding.Finding;
import kiro.text.NearestNames;
import kiro.text.SourceSpan;

/// What a person said about the parameters of a template.
public sealed interface TemplateValues {
    /// Everything that was said can be used.
    ///
    /// @param values by the names of the parameters
    record Whole(SequencedMap<String, String> values) implements TemplateValues {}

    record Broken(List<Finding> findings) implements TemplateValues {
        public Broken {
            findings = List.copyOf(findings);
        }
    }

    /// Reads `NAME=VALUE` texts.
    static TemplateValues of(SpecTemplate template, List<String> settings) {
        var values = new LinkedHashMap<String, String>();
        var findings = new ArrayList<Finding>();
        for (String setting : settings) {
            int equals = setting.indexOf('=');
            String name = (equals < 0 ? setting : setting.substring(0, equals)).strip();
            String value = equals < 0 ? "" : setting.substring(equals + 1).strip();
            Optional<Finding> fault =
                    equals < 0
                            ? Optional.of(noValue(template, setting))
                            : fault(template, name, value);
            fault.ifPresent(findings::add);
            if (fault.isEmpty() && values.putIfAbsent(name, value) != null) {
                findings.add(error(template, "'%s' is set twice".formatted(name), "set it once"));
            }
        }
        return findings.isEmpty() ? new Whole(values) : new Broken(findings);
    }

    /// What keeps a spec from being made with these values: parameters that must have one and have none.
    static List<Finding> missing(SpecTemplate template, Map<String, String> values) {
        return template.parameters().stream()
                .filter(parameter -> parameter.isRequired() && parameter.standard().isEmpty())
                .filter(parameter -> !values.containsKey(parameter.name()))
                .map(parameter ->
                        error(
                                template,
                                "the template needs '%s': %s"
                                        .formatted(parameter.name(), parameter.description()),
                                "add --set %s=VALUE".formatted(parameter.name())))
                .toList();
    }

    private static Optional<Finding> fault(SpecTemplate template, String name, String value) {
        Optional<TemplateParameter> parameter =
                template.parameters().stream().filter(each -> each.name().equals(name)).findFirst();
        if (parameter.isEmpty()) {
            return Optional.of(unknown(template, name));
        }
        return parameter.get().fits(value)
                ? Optional.empty()
                : Optional.of(
                        error(
                                template,
                                "'%s' cannot be the value of '%s'".formatted(value, name),
                                form(parameter.get())));
    }

    /// What a value looks like, in words.
    private static String form(TemplateParameter parameter) {
        return parameter.description()
                + parameter.pattern().map(form -> "; it has the form " + form).orElse("");
    }

    private static Finding unknown(SpecTemplate template, String name) {
        List<String> known = template.parameters().stream().map(TemplateParameter::name).toList();
        List<String> near = NearestNames.of(name, known);
        String all = known.isEmpty() ? "it has none" : "it has " + String.join(", ", known);
        return error(
                template,
                "the template has no parameter '%s'".formatted(name),
                near.isEmpty()
                        ? all
                        : "did you mean %s? %s".formatted(String.join(" or ", near), all));
    }

    private static Finding noValue(SpecTemplate template, String setting) {
        return error(template, "'%s' sets nothing".formatted(setting), "write --set NAME=VALUE");
    }

    private static Finding error(SpecTemplate template, String message, String fix) {
        return Finding.error(
                "spec/bad-parameter",
                "template " + template.name(),
                SourceSpan.start(),
                message,
                fix);
    }
}
