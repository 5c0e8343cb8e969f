package kiro.model.builtin.write;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import kiro.model.builtin.project.Property;
import kiro.model.builtin.talk.Check;
import kiro.spec.rest.Condition;
import kiro.spec.rest.CriterionOutcome;
import kiro.spec.rest.Expectation;

/// Whether a test of a change could fail: what is stored before has to be something else than what is expected after it.
final class ToldApart {
    private final Scene scene;
    private final Place place;
    private final Given given;
    private final Checks.Asked asked;

    ToldApart(Scene scene, Given given, Checks.Asked asked) {
        this.scene = scene;
        this.place = scene.place();
        this.given = given;
        this.asked = asked;
    }

    /// What came of it.
    ///
    /// @param hollow why the test could not fail; empty where it could
    /// @param checks what a test looks at before the request, where what is stored is not written out in it
    /// @param unseen what it cannot tell
    record Telling(Optional<String> hollow, List<Check> checks, List<String> unseen) {
        static final Telling NOTHING = new Telling(Optional.empty(), List.of(), List.of());

        Telling {
            checks = List.copyOf(checks);
            unseen = List.copyOf(unseen);
        }
    }

    Telling of(CriterionOutcome outcome) {
        boolean isChange =
                switch (place.action()) {
                    case REPLACE, CHANGE, ACT -> true;
                    case READ, LIST, CREATE, DELETE -> false;
                };
        boolean isServedOnce = !Refusal.is(outcome) && Refusal.isOneRequest(outcome.condition());
        return isChange && isServedOnce && !given.equals(Given.NOTHING)
                ? told(outcome)
                : Telling.NOTHING;
    }

    /// The property whose value the criterion itself names, which may be what it is to become.
    private Optional<Property> named(Condition condition) {
        if (condition instanceof Condition.OwnValue(String field)) {
            return place.resource().property(field);
        }
        return condition instanceof Condition.InState(String _, String state)
                ? new States(scene.project().sources())
                        .of(place.resource(), state)
                        .map(StateOf::property)
                : Optional.empty();
    }

    private Telling told(CriterionOutcome outcome) {
        Optional<Property> named = named(outcome.condition());
        var known = new KnownValues(scene, given, asked);
        Map<Property, Effect> effects = Effects.of(scene.project(), place, scene.wants());
        var checks = new ArrayList<Check>();
        var same = new ArrayList<String>();
        var staying = new ArrayList<Property>();
        boolean isSomethingElse = false;
        boolean isSentElse = false;
        for (Property property : place.resource().properties()) {
            Effect effect = effects.get(property);
            boolean isSet = effect instanceof Effect.Constant || effect instanceof Effect.ByCaller;
            boolean isSent = effect == null && asked.sent().containsKey(property.name());
            Optional<String> after = isSet || isSent ? known.of(property) : Optional.empty();
            if (after.isEmpty() || named.filter(property::equals).isPresent()) {
                continue;
            }
            Optional<String> before = Optional.ofNullable(given.values().get(property.name()));
            boolean isEmptied = isSent && after.get().equals("null");
            if (isEmptied && before.filter(value -> !value.equals("null")).isEmpty()) {
                return untold(cannotHave(property));
            }
            boolean isSame = before.filter(value -> isSame(value, after.get())).isPresent();
            if (isSame && isSet) {
                staying.add(property);
            } else if (isSame) {
                same.add(property.name());
            } else {
                isSomethingElse = true;
                isSentElse |= isSent;
            }
            if (before.isEmpty() && isSet) {
                isNotYet(property, after.get()).ifPresent(checks::add);
            }
        }
        Optional<Property> meant =
                staying.stream().filter(one -> isNamed(outcome, one)).findFirst();
        if (meant.isPresent() || (!staying.isEmpty() && !isSentElse)) {
            return untold(reason(meant.orElseGet(staying::getFirst)));
        }
        boolean isHollow = !same.isEmpty() && !isSomethingElse && effects.isEmpty();
        return new Telling(
                isHollow
                        ? place.resource().property(same.getFirst()).map(ToldApart::reason)
                        : Optional.empty(),
                checks,
                Stream.concat(
                                same.stream().map(ToldApart::unchanged),
                                staying.stream().map(one -> stays(one.name())))
                        .toList());
    }

    private static boolean isNamed(CriterionOutcome outcome, Property property) {
        return outcome.expectations().stream()
                .anyMatch(one ->
                        switch (one) {
                            case Expectation.FieldIs is -> is.name().equals(property.name());
                            case Expectation.StoredIs is -> is.name().equals(property.name());
                            default -> false;
                        });
    }

    private static String stays(String name) {
        return "that %s is set: a test stores the value that it gets".formatted(name);
    }

    private String cannotHave(Property property) {
        return "a test cannot have a %s with %s, which the request clears"
                .formatted(place.names().nounWords(), property.name());
    }

    private static Telling untold(String reason) {
        return new Telling(Optional.of(reason), List.of(), List.of());
    }

    private static String unchanged(String name) {
        return "that %s changes: a test stores the value that it sends".formatted(name);
    }

    /// A look at a stored value before the request, which is to be another one then; empty where it cannot be read.
    private Optional<Check> isNotYet(Property property, String value) {
        var stored = new StoredChecks(scene, given, asked);
        return stored.found()
                .map(found -> {
                    scene.code().assertThat();
                    return new Check.Before(
                            "assertThat(%s).isNotEqualTo(%s);"
                                    .formatted(stored.object(found) + property.read(), value));
                });
    }

    private static String reason(Property property) {
        return "a test would store the %s that it expects after the request, and could not fail"
                .formatted(property.name());
    }

    private static boolean isSame(String a, String b) {
        return plain(a).equals(plain(b));
    }

    /// A value as it is but for the way in which it is written.
    private static String plain(String value) {
        return value.replace("BigDecimal.ONE", "1")
                .replace("BigDecimal.ZERO", "0")
                .replaceAll("^new BigDecimal\\(\"(.*)\"\\)$", "$1")
                .replaceAll("^(-?\\d+)(?:L|\\.0+)?$", "$1");
    }
}
