package kiro.model.builtin.write;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import kiro.model.builtin.project.Property;
import kiro.model.builtin.project.SpringProject;

/// Stores the other things that the resources and the bodies of tests have to do with, in the states that matter.
final class OtherStock {
    private final SpringProject project;
    private final Place place;
    private final Wants wants;
    private final Optional<TestUser> user;
    private final Function<Place, Stock> stocks;
    private final TestCode code;

    /// @param user whose other things are, where that matters
    /// @param stocks makes what stores the things of a place
    OtherStock(
            SpringProject project,
            Place place,
            Wants wants,
            Optional<TestUser> user,
            Function<Place, Stock> stocks,
            TestCode code) {
        this.project = project;
        this.place = place;
        this.wants = wants;
        this.user = user;
        this.stocks = stocks;
        this.code = code;
    }

    private List<OtherState> all() {
        return OtherState.all(project, place, wants);
    }

    /// The expression that stores one with which the endpoint does its work; empty where a test can store none.
    Optional<String> usual(Reference reference) {
        List<OtherState> states =
                all().stream()
                        .filter(one ->
                                one.linked()
                                        .sent()
                                        .filter(sent -> sent.field().equals(reference.field()))
                                        .isPresent())
                        .toList();
        List<StateOf> after =
                effects().stream()
                        .filter(one ->
                                one.linked()
                                        .sent()
                                        .filter(sent -> sent.field().equals(reference.field()))
                                        .isPresent())
                        .map(OtherEffect::state)
                        .toList();
        return usual(reference.place(), states, after, reference.kind());
    }

    /// The expression that stores one that is not of the kind that the spec means; empty where all are.
    Optional<String> stranger(Reference reference) {
        return reference
                .kind()
                .flatMap(kind -> out(reference.place(), kind.property(), List.of(kind)))
                .flatMap(values -> stored(reference.place(), "no " + reference.noun(), values));
    }

    /// The expression that stores one with these values, of the user where it matters whose it is.
    private Optional<String> stored(Place other, String kind, Map<Property, String> values) {
        Optional<Place> owned =
                LinkedOwner.of(project, place, wants)
                        .map(LinkedOwner::place)
                        .filter(one ->
                                one.resource()
                                        .type()
                                        .qualifiedName()
                                        .equals(other.resource().type().qualifiedName()));
        return stocks.apply(owned.orElse(other))
                .given(owned.isPresent() ? user : Optional.empty(), kind, values)
                .flatMap(ParentStock::expression);
    }

    private List<OtherEffect> effects() {
        return OtherEffect.all(project, place, wants);
    }

    private Optional<String> usual(
            Place other, List<OtherState> states, List<StateOf> after, Optional<StateOf> kind) {
        return values(other, states, after)
                .map(values -> {
                    var all = new HashMap<>(values);
                    kind.ifPresent(one -> all.putAll(into(other, one)));
                    return all;
                })
                .flatMap(values -> stored(other, values.isEmpty() ? "" : "usual", values));
    }

    /// The values of a thing that the path leads through, so that the endpoint does its work.
    Map<Property, String> ofParent(Place parent) {
        List<OtherState> states =
                all().stream().filter(one -> one.linked().parent().isPresent()).toList();
        List<StateOf> after =
                effects().stream()
                        .filter(one -> one.linked().parent().isPresent())
                        .map(OtherEffect::state)
                        .toList();
        var values = new HashMap<>(values(parent, states, after).orElse(Map.of()));
        Capacity.of(place, wants)
                .ifPresent(one ->
                        one.limit().ifPresent(limit -> values.put(limit, one.expression(9))));
        PassedTime.all(place, wants).stream()
                .filter(PassedTime::isOfParent)
                .forEach(one -> values.put(one.property(), one.ahead(code)));
        return values;
    }

    /// The values of what the resource belongs to, so that the endpoint does its work.
    Map<Property, String> usual() {
        var values = new HashMap<Property, String>();
        for (Linked linked : kept()) {
            Property property = linked.property().orElseThrow();
            List<StateOf> after =
                    effects().stream()
                            .filter(one ->
                                    one.linked().property().filter(property::equals).isPresent())
                            .map(OtherEffect::state)
                            .toList();
            usual(linked.place(), of(property), after, Optional.empty())
                    .ifPresent(stored -> values.put(property, value(linked, stored)));
        }
        return values;
    }

    /// What the resource says of other things that matter, each once.
    private List<Linked> kept() {
        var kept = new LinkedHashMap<Property, Linked>();
        Stream.of(
                        all().stream().map(OtherState::linked),
                        effects().stream().map(OtherEffect::linked),
                        LinkedOwner.of(project, place, wants).stream().map(LinkedOwner::linked))
                .flatMap(one -> one)
                .forEach(one ->
                        one.property().ifPresent(property -> kept.putIfAbsent(property, one)));
        return List.copyOf(kept.values());
    }

    private List<OtherState> of(Property property) {
        return all().stream()
                .filter(one -> one.linked().property().filter(property::equals).isPresent())
                .toList();
    }

    private static String value(Linked linked, String stored) {
        return linked.isObject()
                ? stored
                : stored + linked.place().resource().id().orElseThrow().read();
    }

    /// What the resource's property is where the other thing forbids the work; empty where a test cannot have that.
    Optional<String> forbidding(OtherState state) {
        return stored(state).map(stored -> value(state.linked(), stored));
    }

    /// The expression that stores one that forbids the work.
    Optional<String> stored(OtherState state) {
        return forbids(state)
                .flatMap(values -> stored(state.linked().place(), state.said(), values));
    }

    /// The values with which something forbids the work.
    Optional<Map<Property, String>> forbids(OtherState state) {
        StateOf first = state.states().getFirst();
        return state.isForbidden()
                ? Optional.of(into(state.linked().place(), first))
                : out(state.linked().place(), first.property(), state.states());
    }

    private Map<Property, String> into(Place other, StateOf state) {
        var values = new HashMap<Property, String>();
        new UsualState(project, other, new Wants(other.endpoint(), List.of()), code)
                .into(state, values);
        return values;
    }

    /// The values of a property that are none of these states; empty where there are none, or not evident.
    private Optional<Map<Property, String>> out(
            Place other, Property property, List<StateOf> states) {
        List<StateOf> own =
                states.stream().filter(state -> state.property().equals(property)).toList();
        if (own.size() == 1 && !own.getFirst().other().isEmpty()) {
            return Optional.of(Map.of(property, own.getFirst().other()));
        }
        List<String> taken = own.stream().map(StateOf::value).toList();
        return new States(project.sources()).beside(other.resource(), property, taken, code);
    }

    /// The values that let the endpoint do its work, and see what it does; empty where these are not evident.
    ///
    /// @param after the states into which the endpoint brings it
    private Optional<Map<Property, String>> values(
            Place other, List<OtherState> states, List<StateOf> after) {
        var values = new HashMap<Property, String>();
        for (OtherState state : states) {
            if (!state.isForbidden()) {
                values.putAll(into(other, state.states().getFirst()));
            }
        }
        var none = new ArrayList<StateOf>(after);
        states.stream().filter(OtherState::isForbidden).forEach(one -> none.addAll(one.states()));
        for (StateOf state : none) {
            if (!values.containsKey(state.property())) {
                Optional<Map<Property, String>> out = out(other, state.property(), none);
                if (out.isEmpty()) {
                    return Optional.empty();
                }
                values.putAll(out.get());
            }
        }
        return Optional.of(values);
    }
}
