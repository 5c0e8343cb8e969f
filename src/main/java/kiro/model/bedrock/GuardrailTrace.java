package kiro.model.bedrock;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/// What a guardrail tells of its judgements, in words: which rule stopped something, but not what was stopped.
final class GuardrailTrace {
    private static final String NONE = "NONE";

    private GuardrailTrace() {}

    /// @param trace the guardrail's part of a reply's trace
    static List<String> words(JsonNode trace) {
        Set<String> words = new LinkedHashSet<>();
        for (JsonNode assessment : trace.path("inputAssessment").values()) {
            add(assessment, "in the request", words);
        }
        for (JsonNode assessments : trace.path("outputAssessments").values()) {
            for (JsonNode assessment : assessments.values()) {
                add(assessment, "in the reply", words);
            }
        }
        return new ArrayList<>(words);
    }

    private static void add(JsonNode assessment, String where, Set<String> words) {
        for (var policy : assessment.properties()) {
            for (var rules : policy.getValue().properties()) {
                for (JsonNode rule : rules.getValue().values()) {
                    if (isStopping(rule)) {
                        words.add(kind(rules.getKey()) + name(rule) + " " + where);
                    }
                }
            }
        }
    }

    private static boolean isStopping(JsonNode rule) {
        String action = rule.path("action").asString(NONE);
        return !action.equals(NONE);
    }

    private static String kind(String rules) {
        return switch (rules) {
            case "topics" -> "topic ";
            case "filters" -> "filter ";
            case "customWords" -> "a word of the list";
            case "managedWordLists" -> "word list ";
            case "piiEntities" -> "personal data ";
            case "regexes" -> "pattern ";
            default -> rules + " ";
        };
    }

    /// Words and personal data themselves are not repeated.
    private static String name(JsonNode rule) {
        String name = rule.path("name").asString("");
        String type = rule.path("type").asString("");
        return name.isEmpty() ? type : name;
    }
}
