package kiro.model.builtin.write;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import kiro.model.builtin.project.SpringProject;
import kiro.spec.rest.Condition;
import kiro.spec.rest.Field;
import kiro.spec.rest.FieldRule;
import kiro.spec.rest.FieldType;

/// A rule that compares two fields of a body.
record Comparison(Field field, FieldRule.Order order, Field other) {
    private static final String TIMES =
            "LocalDate|LocalDateTime|LocalTime|Instant|OffsetDateTime|ZonedDateTime|YearMonth|Year";
    private static final String NUMBERS = "Integer|Long|Short|Double|Float";

    static List<Comparison> of(List<Field> body) {
        var all = new ArrayList<Comparison>();
        for (Field field : body) {
            for (FieldRule rule : field.rules()) {
                if (rule instanceof FieldRule.Compared(FieldRule.Order order, String name)) {
                    body.stream()
                            .filter(one -> one.name().equals(name))
                            .map(other -> new Comparison(field, order, other))
                            .forEach(all::add);
                }
            }
        }
        return all;
    }

    static List<Comparison> of(Place place) {
        return of(place.endpoint().request().body());
    }

    /// The rules whose breach is found where the work is done.
    static List<Comparison> inWork(SpringProject project, Place place, Wants wants) {
        return of(place).stream().filter(one -> one.isInWork(project, place, wants)).toList();
    }

    /// The rules whose breach is found with those of single fields.
    static List<Comparison> inRequest(SpringProject project, Place place, Wants wants) {
        return of(place).stream().filter(one -> !one.isInWork(project, place, wants)).toList();
    }

    /// Whether what is stored counts where one of both is not sent, or the spec has another status for this than for
    /// single fields.
    private boolean isInWork(SpringProject project, Place place, Wants wants) {
        return isOfStored(place, wants) || status(wants) != ByHand.status(project, wants);
    }

    /// Whether what is stored counts where one of both is not sent.
    boolean isOfStored(Place place, Wants wants) {
        boolean isChange =
                switch (place.action()) {
                    case REPLACE, CHANGE, ACT -> true;
                    case CREATE, READ, LIST, DELETE -> false;
                };
        return isChange
                && AbsentFields.areKept(place, wants)
                && !(field.isRequired() && other.isRequired())
                && place.resource().property(field.name()).isPresent()
                && place.resource().property(other.name()).isPresent();
    }

    static int status(Wants wants) {
        return wants.status(Condition.Compares.class::isInstance, ByHand.said(wants, 422));
    }

    boolean isOf(Condition.Compares condition) {
        boolean isSame =
                field.name().equals(condition.field()) && other.name().equals(condition.other());
        boolean isTurned =
                field.name().equals(condition.other()) && other.name().equals(condition.field());
        return isSame || isTurned;
    }

    boolean isOf(String name) {
        return field.name().equals(name) || other.name().equals(name);
    }

    /// The field that has the smaller or earlier value.
    Field low() {
        return order.isUpwards() ? other : field;
    }

    Field high() {
        return order.isUpwards() ? field : other;
    }

    boolean allowsSame() {
        return order.allows(Condition.Relation.SAME);
    }

    /// What is said of a value that breaks the rule: `endDate must not be before startDate`.
    String told() {
        return "%s must %s %s".formatted(field.name(), words(), other.name());
    }

    private String words() {
        boolean isNumber =
                field.type() == FieldType.Plain.INTEGER || field.type() == FieldType.Plain.DECIMAL;
        return switch (order) {
            case ABOVE -> isNumber ? "be greater than" : "be after";
            case AT_LEAST -> isNumber ? "be at least" : "not be before";
            case BELOW -> isNumber ? "be less than" : "be before";
            case AT_MOST -> isNumber ? "be at most" : "not be after";
        };
    }

    /// What a method is called that tells whether the rule is kept: `isEndDateNotBeforeStartDate`.
    String method() {
        return "is"
                + Names.upper(field.name())
                + Names.upper(Names.camel(words().replaceFirst("^(not )?be ", "$1")))
                + Names.upper(other.name());
    }

    /// Why values of these types are not compared; empty where they can be.
    static Optional<String> obstacle(Comparison one, String type, String otherType) {
        boolean canBe = type.equals(otherType) && type.matches(TIMES + "|BigDecimal");
        boolean areNumbers = type.matches(NUMBERS) && otherType.matches(NUMBERS);
        return canBe || areNumbers
                ? Optional.empty()
                : Optional.of(
                        "how %s (%s) and %s (%s) are compared is not evident"
                                .formatted(
                                        one.field().name(), type, one.other().name(), otherType));
    }

    /// The expression that is true where two values that are there break the rule.
    String broken(String value, String otherValue, String type) {
        if (type.matches(TIMES)) {
            return switch (order) {
                case ABOVE -> "!%s.isAfter(%s)".formatted(value, otherValue);
                case AT_LEAST -> "%s.isBefore(%s)".formatted(value, otherValue);
                case BELOW -> "!%s.isBefore(%s)".formatted(value, otherValue);
                case AT_MOST -> "%s.isAfter(%s)".formatted(value, otherValue);
            };
        }
        String operator =
                switch (order) {
                    case ABOVE -> "<=";
                    case AT_LEAST -> "<";
                    case BELOW -> ">=";
                    case AT_MOST -> ">";
                };
        return type.equals("BigDecimal")
                ? "%s.compareTo(%s) %s 0".formatted(value, otherValue, operator)
                : value + " " + operator + " " + otherValue;
    }

    /// The statements that note down the breach among the problems of a body.
    List<String> problem(String type) {
        return List.of(
                "if (%s != null && %s != null && %s) {"
                        .formatted(
                                field.name(),
                                other.name(),
                                broken(field.name(), other.name(), type)),
                "    problems.add(" + Constraints.literal(told()) + ");",
                "}");
    }

    /// The breach of the rule by a body, as one of the field that has it.
    CrossFields.Breach breach(String type) {
        String value = "request." + field.name() + "()";
        String otherValue = "request." + other.name() + "()";
        return new CrossFields.Breach(
                field.name(),
                "%s != null && %s != null && %s"
                        .formatted(value, otherValue, broken(value, otherValue, type)),
                message());
    }

    private String message() {
        return "must " + words() + " " + other.name();
    }

    /// The method of a body that Jakarta asks whether the rule is kept.
    String constraint(String type) {
        String broken = broken(field.name(), other.name(), type);
        String kept =
                broken.startsWith("!")
                        ? broken.substring(1)
                        : type.matches(TIMES) ? "!" + broken : turned(broken);
        return "    @AssertTrue(message = %s)%n    public boolean %s() {%n        return %s == null || %s == null || %s;%n    }%n"
                .formatted(
                        Constraints.literal(message()), method(), field.name(), other.name(), kept);
    }

    private static String turned(String test) {
        if (test.contains(" <= ")) {
            return test.replace(" <= ", " > ");
        }
        if (test.contains(" >= ")) {
            return test.replace(" >= ", " < ");
        }
        return test.contains(" < ") ? test.replace(" < ", " >= ") : test.replace(" > ", " <= ");
    }
}
