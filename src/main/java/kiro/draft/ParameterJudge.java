package kiro.draft;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import kiro.spec.TemplateParameter;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Judges the values that a model gives to the parameters of a template: they have the form that a person's need to have.
final class ParameterJudge implements Judge<SequencedMap<String, String>> {
    private final List<TemplateParameter> wanted;

    ParameterJudge(List<TemplateParameter> wanted) {
        this.wanted = List.copyOf(wanted);
    }

    @Override
    public Judgement<SequencedMap<String, String>> judge(String arguments) {
        var values = new LinkedHashMap<String, String>();
        var problems = new ArrayList<String>();
        for (Map.Entry<String, JsonNode> each : values(arguments, problems)) {
            Optional<TemplateParameter> parameter =
                    wanted.stream().filter(one -> one.name().equals(each.getKey())).findFirst();
            String value = each.getValue().asString("").strip();
            if (parameter.isEmpty()) {
                problems.add(
                        "there is no parameter '%s' to choose: there are %s"
                                .formatted(
                                        each.getKey(),
                                        String.join(
                                                ", ",
                                                wanted.stream()
                                                        .map(TemplateParameter::name)
                                                        .toList())));
            } else if (!value.isEmpty() && !parameter.get().fits(value)) {
                problems.add(
                        "'%s' cannot be the value of '%s': %s"
                                .formatted(value, each.getKey(), form(parameter.get())));
            } else if (!value.isEmpty()) {
                values.put(each.getKey(), value);
            }
        }
        return problems.isEmpty()
                ? new Judgement.Good<>(values)
                : new Judgement.Faulty<>(Optional.of(values), problems);
    }

    private static Iterable<Map.Entry<String, JsonNode>> values(
            String arguments, List<String> problems) {
        try {
            JsonNode values = JsonMapper.shared().readTree(arguments).path("values");
            if (values.isObject()) {
                return values.properties();
            }
            problems.add("'values' is an object with a text for each parameter");
        } catch (JacksonException malformed) {
            problems.add("the arguments are no JSON: " + malformed.getOriginalMessage());
        }
        return List.of();
    }

    /// What a value looks like, in words.
    static String form(TemplateParameter parameter) {
        return parameter.description()
                + parameter.pattern().map(form -> "; it has the form " + form).orElse("");
    }
}
