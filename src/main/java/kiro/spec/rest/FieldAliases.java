package kiro.spec.rest;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/// What people call a field whose name has several words, or that is the only one of its kind: `yearlyBudget` is "the
/// budget", the one date is "the date". Only words that can mean one field alone are taken.
final class FieldAliases {
    /// Last words of names that say nothing of what the field is.
    private static final Set<String> EMPTY =
            Set.of("id", "at", "on", "by", "type", "value", "url", "key", "data", "list", "ids");

    private FieldAliases() {}

    /// The fields by the words that stand for them.
    static Map<String, String> of(List<Field> fields) {
        var found = new HashMap<String, List<String>>();
        for (Field field : fields) {
            List<String> words = Words.ofCamelCase(field.name());
            words.stream()
                    .skip(1)
                    .filter(word -> word.length() > 2 && !EMPTY.contains(word))
                    .forEach(word -> add(found, word, field));
            add(found, field.name().toLowerCase(Locale.ROOT) + "s", field);
            if (field.type() == FieldType.Plain.DATE) {
                add(found, "date", field);
            }
        }
        Set<String> names =
                Set.copyOf(
                        fields.stream()
                                .map(field -> field.name().toLowerCase(Locale.ROOT))
                                .toList());
        var aliases = new HashMap<String, String>();
        found.forEach((word, meant) -> {
            if (meant.size() == 1 && !names.contains(word)) {
                aliases.put(word, meant.getFirst());
            }
        });
        return Map.copyOf(aliases);
    }

    private static void add(Map<String, List<String>> found, String word, Field field) {
        List<String> meant = found.computeIfAbsent(word, _ -> new ArrayList<>());
        if (!meant.contains(field.name())) {
            meant.add(field.name());
        }
    }
}
