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
        var seen = new Seen();
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
            seen.take(
                    property,
                    before.filter(value -> isSame(value, after.get())).isPresent(),
                    isSet);
            if (before.isEmpty() && isSet) {
                isNotYet(property, after.get()).ifPresent(checks::add);
            }
        }
        return seen.hollow(outcome, effects.isEmpty())
                .map(property -> untold(reason(property)))
                .orElseGet(() -> new Telling(Optional.empty(), checks, seen.unseen()));
    }

    /// Which values are others after the request than before it.
    private static final class Seen {
        private final List<Property> sentAgain = new ArrayList<>();
        private final List<Property> setAgain = new ArrayList<>();
        private boolean isSetElse;
        private boolean isSentElse;

        void take(Property property, boolean isSame, boolean isSet) {
            if (isSame) {
                (isSet ? setAgain : sentAgain).add(property);
            } else {
                isSetElse |= isSet;
                isSentElse |= !isSet;
            }
        }

        /// The property because of which the test could not fail; empty where it could.
        Optional<Property> hollow(CriterionOutcome outcome, boolean isNothingSet) {
            Optional<Property> meant =
                    setAgain.stream().filter(one -> isNamed(outcome, one)).findFirst();
            if (meant.isPresent() || isSentElse) {
                return meant;
            }
            return setAgain.stream()
                    .findFirst()
                    .or(() ->
                            isNothingSet && !isSetElse
                                    ? sentAgain.stream().findFirst()
                                    : Optional.empty());
        }

        List<String> unseen() {
            return Stream.concat(
                            sentAgain.stream().map(one -> unchanged(one.name())),
                            setAgain.stream().map(one -> stays(one.name())))
                    .toList();
        }
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
