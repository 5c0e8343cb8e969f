package kiro.model.builtin.write;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import kiro.model.builtin.project.Property;
import kiro.model.builtin.project.SpringProject;
import kiro.model.builtin.project.Storage;
import kiro.spec.rest.Field;
import kiro.spec.rest.FieldRule;
import kiro.spec.rest.FieldType;

/// Chooses the types in which a project would store the fields of a spec.
final class FieldTypes {
    private static final List<String> TIMES =
            List.of("Instant", "OffsetDateTime", "LocalDateTime", "ZonedDateTime");

    private final SpringProject project;

    FieldTypes(SpringProject project) {
        this.project = project;
    }

    /// The type; empty where a value of the field is nothing that one property could hold.
    Optional<String> of(Field field, boolean isAlwaysThere) {
        if (!(field.type() instanceof FieldType.Plain plain)) {
            return Optional.empty();
        }
        return switch (plain) {
            case STRING -> Optional.of(text(field));
            case INTEGER -> Optional.of(whole(field, isAlwaysThere));
            case DECIMAL -> Optional.of(decimal(field, isAlwaysThere));
            case BOOLEAN -> Optional.of(isAlwaysThere ? "boolean" : "Boolean");
            case DATE -> Optional.of("LocalDate");
            case TIMESTAMP -> Optional.of(time());
            case UUID -> Optional.of("UUID");
            case OBJECT, NOT_STATED -> Optional.empty();
        };
    }

    /// A text of a well-known form keeps to it by its type.
    private String text(Field field) {
        for (FieldRule rule : field.rules()) {
            if (rule instanceof FieldRule.Format(FieldRule.Form form)) {
                switch (form) {
                    case UUID -> {
                        return "UUID";
                    }
                    case DATE -> {
                        return "LocalDate";
                    }
                    case TIMESTAMP -> {
                        return time();
                    }
                    case URL, HTTPS_URL, EMAIL, COUNTRY_CODE, CURRENCY_CODE -> {
                        // These are texts.
                    }
                }
            }
        }
        return "String";
    }

    private String whole(Field field, boolean isAlwaysThere) {
        boolean isLarge =
                field.rules().stream()
                        .filter(FieldRule.Range.class::isInstance)
                        .flatMap(rule -> ((FieldRule.Range) rule).max().stream())
                        .anyMatch(max ->
                                max.value().compareTo(BigDecimal.valueOf(Integer.MAX_VALUE)) > 0);
        boolean isPrimitive = isAlwaysThere && uses("int", "long") > uses("Integer");
        return isLarge ? (isPrimitive ? "long" : "Long") : isPrimitive ? "int" : "Integer";
    }

    private String decimal(Field field, boolean isAlwaysThere) {
        boolean isExact =
                field.rules().stream().anyMatch(FieldRule.Decimals.class::isInstance)
                        || uses("BigDecimal") > 0;
        return isExact ? "BigDecimal" : isAlwaysThere && uses("double") > 0 ? "double" : "Double";
    }

    /// The type that the project has for points in time.
    String time() {
        Map<String, Long> counts =
                properties()
                        .map(one -> one.typeName().raw())
                        .filter(TIMES::contains)
                        .collect(Collectors.groupingBy(one -> one, Collectors.counting()));
        return counts.entrySet().stream()
                .max(
                        Map.Entry.<String, Long>comparingByValue()
                                .thenComparing(Map.Entry.comparingByKey()))
                .map(Map.Entry::getKey)
                .orElse("Instant");
    }

    private long uses(String... types) {
        return properties().filter(one -> List.of(types).contains(one.type())).count();
    }

    private Stream<Property> properties() {
        return project.storages().stream()
                .map(Storage::resource)
                .flatMap(one ->
                        one.properties().stream()
                                .filter(property -> one.id().filter(property::equals).isEmpty()));
    }

    /// The values of a field that can be constants of an enum; none where it may have others or is a plain text.
    static List<String> constants(Field field) {
        return field.rules().stream()
                .filter(FieldRule.OneOf.class::isInstance)
                .map(rule -> ((FieldRule.OneOf) rule).values())
                .filter(values ->
                        values.size() > 1
                                && values.stream().allMatch(one -> one.matches("[A-Z][A-Z0-9_]*")))
                .findFirst()
                .orElse(List.of());
    }

    static OptionalInt length(Field field) {
        for (FieldRule rule : field.rules()) {
            if (rule instanceof FieldRule.Length length && length.max().isPresent()) {
                return length.max();
            }
        }
        return field.rules().stream()
                .filter(FieldRule.OneOf.class::isInstance)
                .flatMap(rule -> ((FieldRule.OneOf) rule).values().stream())
                .mapToInt(String::length)
                .max();
    }
}
