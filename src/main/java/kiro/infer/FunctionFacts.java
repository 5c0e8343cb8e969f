package kiro.infer;

import java.util.List;
import java.util.Set;

/// What a function does that others can notice.
///
/// @param key its name with those of its owners, or a place for one without a name
/// @param calls what it calls, as the source spells it
/// @param types the names of types and schemas that it speaks of
/// @param sends whether it sends an answer without a status
record FunctionFacts(
        String key,
        Place place,
        List<Answer> answers,
        List<String> calls,
        Set<String> types,
        boolean sends) {
    FunctionFacts {
        answers = List.copyOf(answers);
        calls = List.copyOf(calls);
        types = Set.copyOf(types);
    }

    String name() {
        return key.substring(key.lastIndexOf('.') + 1);
    }

    String owner() {
        int dot = key.lastIndexOf('.');
        return dot < 0 ? "" : key.substring(key.lastIndexOf('.', dot - 1) + 1, dot);
    }
}
