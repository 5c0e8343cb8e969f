package kiro.model.builtin.store;

import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import kiro.model.builtin.project.TypeName;

/// Names and imports of what is written for stores.
final class Words {
    private static final Map<String, String> TYPES =
            Map.of(
                    "Instant", "java.time.Instant",
                    "LocalDate", "java.time.LocalDate",
                    "LocalTime", "java.time.LocalTime",
                    "LocalDateTime", "java.time.LocalDateTime",
                    "OffsetDateTime", "java.time.OffsetDateTime",
                    "BigDecimal", "java.math.BigDecimal",
                    "UUID", "java.util.UUID",
                    "List", "java.util.List",
                    "Optional", "java.util.Optional");

    private Words() {}

    static String lower(String word) {
        return Character.toLowerCase(word.charAt(0)) + word.substring(1);
    }

    static String upper(String word) {
        return Character.toUpperCase(word.charAt(0)) + word.substring(1);
    }

    /// What a type of Java's own has to be imported as.
    static List<String> imports(String type) {
        var imports = new TreeSet<String>();
        for (String word : type.split("\\W+")) {
            if (TYPES.containsKey(word)) {
                imports.add(TYPES.get(word));
            }
        }
        return List.copyOf(imports);
    }

    /// A type as a parameter has it, without annotations and packages.
    static String simple(String type) {
        TypeName name = TypeName.of(type);
        return name.arguments().isEmpty() ? name.raw() : type;
    }
}
