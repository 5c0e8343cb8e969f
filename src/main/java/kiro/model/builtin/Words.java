package kiro.model.builtin;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import kiro.model.builtin.write.Unplaced;
import kiro.spec.CriterionId;

/// What this engine says.
final class Words {
    static final String SETTINGS =
            "a language model goes further: set ANTHROPIC_API_KEY, or anthropic.api-key in"
                    + " ~/.kiro/config.yaml, and run the task again";

    private Words() {}

    /// What stays open, by its reason: each is said once, with all that stays open by it.
    static String nothing(List<Unplaced> unplaced) {
        var reasons = new LinkedHashMap<String, List<Unplaced>>();
        for (Unplaced one : unplaced) {
            reasons.computeIfAbsent(one.reason(), _ -> new ArrayList<>()).add(one);
        }
        return reasons.entrySet().stream()
                .map(one ->
                        one.getValue().size() == 1
                                ? one.getValue().getFirst().line()
                                : one.getKey() + "\n  open by that: " + names(one.getValue()))
                .collect(Collectors.joining("\n"));
    }

    private static String names(List<Unplaced> unplaced) {
        return unplaced.stream()
                .map(one ->
                        one.criterion()
                                .map(CriterionId::value)
                                .orElse("\"" + one.sentence() + "\""))
                .collect(Collectors.joining(", "));
    }

    static String open(List<Unplaced> unplaced) {
        return unplaced.stream().map(Unplaced::line).collect(Collectors.joining("\n"));
    }

    /// What is said where this engine fails at something that it does not foresee.
    static String fault(Throwable fault) {
        String message = String.valueOf(fault.getMessage()).lines().findFirst().orElse("");
        String at =
                Stream.of(fault.getStackTrace())
                        .filter(frame -> frame.getClassName().startsWith("kiro."))
                        .findFirst()
                        .map(frame ->
                                " at %s:%d"
                                        .formatted(
                                                frame.getClassName().replaceFirst(".*\\.", ""),
                                                frame.getLineNumber()))
                        .orElse("");
        return "the built-in engine met something in this spec or project that it does not foresee, and did nothing with it: %s: %s%s; please report these words; %s"
                .formatted(fault.getClass().getSimpleName(), message, at, SETTINGS);
    }
}
