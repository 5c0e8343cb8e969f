package kiro.model.builtin.write;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import kiro.code.JavaField;
import kiro.model.builtin.project.ProjectType;
import kiro.model.builtin.project.Property;
import kiro.model.builtin.project.TypeName;
import kiro.spec.rest.Behaviour;
import kiro.spec.rest.EndpointSpec;

/// Points in time that code fills in by itself.
final class Times {
    private static final Set<String> TYPES =
            Set.of("Instant", "LocalDateTime", "OffsetDateTime", "ZonedDateTime", "LocalDate");
    private static final String UPDATED =
            "(?i)(updated|modified|changed|last(Updated|Modified|Changed))(At|On|Date|Time)?";
    private static final String CREATED =
            "(?i)(created|registered|inserted|added)(At|On|Date|Time)?";

    private static final Pattern DEED =
            Pattern.compile("(?<stem>[A-Za-z]{4,})ed(?:At|On|Date|Time)");

    private Times() {}

    static boolean isTime(Property property) {
        return TYPES.contains(property.typeName().raw());
    }

    /// Whether the property is the time of the last change.
    static boolean isOfEveryChange(Property property) {
        return isTime(property) && property.name().matches(UPDATED);
    }

    /// Whether the property gets its value when the resource is changed.
    static boolean isUpdated(Property property, EndpointSpec endpoint) {
        return isTime(property) && (property.name().matches(UPDATED) || isSet(property, endpoint));
    }

    /// Whether the property gets its value when the resource is made.
    static boolean isCreated(Property property, EndpointSpec endpoint) {
        return isUpdated(property, endpoint)
                || (isTime(property)
                        && (property.name().matches(CREATED)
                                || isOfTheMaking(
                                        property.name(), Names.noun(endpoint.route().path()))));
    }

    /// A subscriber has subscribed, a booking is booked, and a damage report is reported, as it is made.
    static boolean isOfTheMaking(String property, String noun) {
        Matcher deed = DEED.matcher(property);
        if (!deed.matches()) {
            return false;
        }
        String stem = deed.group("stem").toLowerCase(Locale.ROOT);
        String lastWord = noun.replaceFirst("^.*(?=[A-Z])", "");
        return Stream.of(noun, lastWord)
                .anyMatch(word -> word.toLowerCase(Locale.ROOT).startsWith(stem));
    }

    private static boolean isSet(Property property, EndpointSpec endpoint) {
        return endpoint.behaviours()
                .contains(new Behaviour.SetsField(property.name(), Behaviour.Source.NOW));
    }

    /// The name of the clock that a class has.
    static Optional<String> clock(ProjectType type) {
        return type.type().fields().stream()
                .filter(field -> TypeName.of(field.type()).raw().equals("Clock"))
                .map(JavaField::name)
                .findFirst();
    }

    /// The expression for this moment.
    static String now(String type, Optional<String> clock) {
        return type.equals("Instant") && clock.isPresent()
                ? clock.get() + ".instant()"
                : type + ".now(" + clock.orElse("") + ")";
    }

    /// What the expression for this moment needs: a clock tells an instant without its type's name.
    static List<String> imports(String type, Optional<String> clock) {
        return now(type, clock).startsWith(type + ".") ? imports(type) : List.of();
    }

    static List<String> imports(String type) {
        return RequestWriter.imports(type);
    }
}
