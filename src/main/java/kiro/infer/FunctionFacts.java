package kiro.infer;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// What a function does that others can notice.
///
/// @param key its name with those of its owners, or a place for one without a name
/// @param calls what it calls, as the source spells it, each with the condition that it stands under; empty for none
/// @param types the names of types and schemas that it speaks of
/// @param inputs the names of the types of its parameters
/// @param sends whether it sends an answer without a status
record FunctionFacts(
        String key,
        Place place,
        List<Answer> answers,
        Map<String, String> calls,
        Set<String> types,
        Set<String> inputs,
        boolean sends) {
    FunctionFacts {
        answers = List.copyOf(answers);
        calls = Collections.unmodifiableMap(new LinkedHashMap<>(calls));
        types = Set.copyOf(types);
        inputs = Set.copyOf(inputs);
    }

    String name() {
        return key.substring(key.lastIndexOf('.') + 1);
    }

    String owner() {
        int dot = key.lastIndexOf('.');
        return dot < 0 ? "" : key.substring(key.lastIndexOf('.', dot - 1) + 1, dot);
    }
}
