package kiro.model.builtin.write;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import kiro.model.builtin.project.Property;
import kiro.model.builtin.project.SpringProject;
import kiro.spec.rest.Behaviour;
import kiro.spec.rest.Condition;

/// Writes the checks that a resource is in a state in which something may be done with it.
final class StateGuards {
    private final Workshop workshop;
    private final FailureWriter failures;

    StateGuards(Workshop workshop, FailureWriter failures) {
        this.workshop = workshop;
        this.failures = failures;
    }

    /// What of the states the project does not know; none where it knows all. Where the spec states in which the thing can
    /// be used, the words of criteria for others decide nothing.
    static List<String> obstacles(States states, Place place, Wants wants) {
        Set<String> allowed = allowed(wants);
        var words = new LinkedHashSet<>(allowed.isEmpty() ? forbidden(wants) : stated(wants));
        words.addAll(allowed);
        Place held = held(states, place, wants);
        return Stream.concat(
                        after(states, place, wants),
                        words.stream()
                                .filter(word -> states.of(held.resource(), word).isEmpty())
                                .map(word -> unknown(held, word)))
                .toList();
    }

    /// The states that it is said to lead to, and that neither the resource nor what that belongs to knows.
    private static Stream<String> after(States states, Place place, Wants wants) {
        return wants.behaviours(Behaviour.Brings.class).stream()
                .map(Behaviour.Brings::state)
                .filter(word -> states.of(place.resource(), word).isEmpty())
                .filter(word ->
                        place.parent()
                                .flatMap(parent -> states.of(parent.place().resource(), word))
                                .isEmpty())
                .map(word -> unknown(place, word));
    }

    /// Whose the states are that a spec speaks of: what the path leads to; or what that belongs to, where it is only made or
    /// knows none of them.
    static Place held(States states, Place place, Wants wants) {
        return ofParent(states, place, wants).map(Parent::place).orElse(place);
    }

    /// Whether the states are those of what the resource belongs to.
    static boolean areParents(States states, Place place, Wants wants) {
        return ofParent(states, place, wants).isPresent();
    }

    private static Optional<Parent> ofParent(States states, Place place, Wants wants) {
        var words = new LinkedHashSet<>(allowed(wants));
        words.addAll(forbidden(wants));
        boolean isOwn =
                place.action() != Action.CREATE
                        && words.stream()
                                .anyMatch(word -> states.of(place.resource(), word).isPresent());
        return place.parent()
                .filter(_ -> !isOwn)
                .filter(parent ->
                        words.stream()
                                .anyMatch(word ->
                                        states.of(parent.place().resource(), word).isPresent()));
    }

    /// Whether the state that a test takes for another one is the first of the enum, in which things begin.
    static boolean isFromStart(SpringProject project, Place place, Wants wants, String word) {
        var sources = project.sources();
        var states = new States(sources);
        Place held = held(states, place, wants);
        return states.of(held.resource(), word)
                .flatMap(state ->
                        sources.resolve(state.property().type(), held.resource().type().file())
                                .map(type -> type.type().constants())
                                .filter(constants -> !constants.isEmpty())
                                .map(constants ->
                                        !state.value().endsWith("." + constants.getFirst())))
                .orElse(false);
    }

    static String unknown(Place place, String word) {
        return "nothing in %s says that one is '%s'".formatted(place.resource().name(), word);
    }

    static Set<String> allowed(Wants wants) {
        var words =
                wants.behaviours(Behaviour.OnlyIn.class).stream()
                        .flatMap(one -> one.states().stream())
                        .collect(Collectors.toCollection(LinkedHashSet::new));
        wants.outcomes().stream()
                .filter(one -> one.status().orElse(200) >= 400)
                .map(kiro.spec.rest.CriterionOutcome::condition)
                .filter(Condition.OutOfState.class::isInstance)
                .map(one -> ((Condition.OutOfState) one).state())
                .forEach(words::add);
        if (!words.isEmpty()) {
            wants.behaviours(Behaviour.AlsoIn.class).forEach(one -> words.addAll(one.states()));
        }
        return words;
    }

    private static Set<String> stated(Wants wants) {
        var words = new LinkedHashSet<String>();
        wants.behaviours(Behaviour.NotIn.class).forEach(one -> words.addAll(one.states()));
        return words;
    }

    static Set<String> forbidden(Wants wants) {
        var words = new LinkedHashSet<>(stated(wants));
        wants.conditions()
                .filter(Condition.Conflict.class::isInstance)
                .map(one -> ((Condition.Conflict) one).state())
                .forEach(words::add);
        return words;
    }

    void check(LogicWriter.Code code) {
        var states = new States(workshop.project().sources());
        Place place = held(states, code.place, code.wants);
        String object =
                ofParent(states, code.place, code.wants).map(Parent::object).orElse(code.object);
        List<StateOf> allowed = states(states, place, allowed(code.wants));
        List<StateOf> forbidden = states(states, place, forbidden(code.wants));
        if (!allowed.isEmpty()) {
            String any =
                    allowed.stream()
                            .map(state -> state.testOf(object))
                            .collect(Collectors.joining(" || "));
            refuse(code, allowed.size() == 1 ? negated(any) : "!(" + any + ")", allowed);
        } else if (!forbidden.isEmpty()) {
            refuse(
                    code,
                    forbidden.stream()
                            .map(state -> state.testOf(object))
                            .collect(Collectors.joining(" || ")),
                    forbidden);
        }
        lower(code);
        new DependentsWriter(workshop).test(code).ifPresent(test -> refuse(code, test, List.of()));
    }

    static String negated(String test) {
        return test.contains(" == ")
                ? test.replace(" == ", " != ")
                : test.contains(" != ") ? test.replace(" != ", " == ") : "!" + test;
    }

    private static List<StateOf> states(States states, Place place, Set<String> words) {
        return words.stream()
                .map(word -> states.of(place.resource(), word))
                .flatMap(Optional::stream)
                .distinct()
                .toList();
    }

    private void refuse(LogicWriter.Code code, String test, List<StateOf> states) {
        states.forEach(state -> code.imports.addAll(state.imports()));
        String message = message(code);
        Raise raise =
                failures.raise(
                        Trouble.conflict(
                                        code.wants.status(StateGuards::isOfStates, 409),
                                        code.place.resource().name(),
                                        message)
                                .coded(code.wants.errorCode(StateGuards::isOfStates)),
                        code.place.holder().type());
        code.statements.add("if (" + test + ") {");
        code.statements.add("    throw " + raise.expression() + ";");
        code.statements.add("}");
        code.imports.addAll(raise.imports());
    }

    private String message(LogicWriter.Code code) {
        Place place = code.place;
        String noun = Names.words(Names.nounOf(place.resource().name()));
        var states = new States(workshop.project().sources());
        return ofParent(states, place, code.wants)
                .map(parent ->
                        "\"%s \" + %s + \" allows no %s now\""
                                .formatted(
                                        Names.words(Names.nounOf(parent.place().resource().name())),
                                        parent.id(),
                                        place.action() == Action.CREATE
                                                ? "new " + noun
                                                : "change of its " + noun))
                .orElseGet(() ->
                        "\"%s \" + %s + \" cannot be %s now\""
                                .formatted(noun, code.id(), done(place)));
    }

    static boolean isOfStates(Condition condition) {
        return condition instanceof Condition.Conflict
                || condition instanceof Condition.OutOfState
                || condition instanceof Condition.HasDependents
                || condition instanceof Condition.LowerThanStored;
    }

    private static String done(Place place) {
        return switch (place.action()) {
            case ACT -> done(place.names().verb());
            case DELETE -> "deleted";
            case READ, LIST, CREATE, REPLACE, CHANGE -> "changed";
        };
    }

    /// What was done, as a sentence has it: the last letter is doubled behind a short vowel that is stressed.
    static String done(String verb) {
        List<String> forms = kiro.spec.rest.Words.doneBy(verb);
        boolean isDoubled =
                verb.matches("(?i)[^aeiou]*[aeiou][^aeiouwxyh]|.*(mit|fer|cur|pel|cel)");
        return isDoubled ? forms.getLast() : forms.getFirst();
    }

    /// A number that is never to become lower.
    private void lower(LogicWriter.Code code) {
        for (String name : neverLower(code.wants)) {
            Optional<Property> property = code.place.resource().property(name);
            Optional<String> sent = property.flatMap(code::sent);
            if (sent.isPresent()) {
                String current = code.object + property.get().read();
                boolean isPrimitive =
                        property.get().typeName().boxed().matches("Integer|Long|Short|Double");
                String isThere =
                        code.canBeAbsent(name) ? code.raw(property.get()) + " != null && " : "";
                String value = code.present(sent.get());
                String lower =
                        isPrimitive
                                ? value + " < " + current
                                : value + ".compareTo(" + current + ") < 0";
                refuse(code, isThere + lower, List.of());
            }
        }
    }

    static Set<String> neverLower(Wants wants) {
        var names = new LinkedHashSet<String>();
        wants.behaviours(Behaviour.NeverLower.class).forEach(one -> names.add(one.name()));
        wants.conditions()
                .filter(Condition.LowerThanStored.class::isInstance)
                .map(one -> ((Condition.LowerThanStored) one).field())
                .forEach(names::add);
        return names;
    }
}
