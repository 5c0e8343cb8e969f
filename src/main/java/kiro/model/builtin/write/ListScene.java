package kiro.model.builtin.write;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import kiro.model.builtin.project.Property;
import kiro.model.builtin.talk.Ask;
import kiro.model.builtin.talk.Check;
import kiro.spec.rest.CriterionOutcome;
import kiro.spec.rest.Expectation;
import kiro.spec.rest.Field;
import kiro.spec.rest.FieldRule;

/// What the tests of one endpoint's lists share: resources to tell apart, requests, what is checked.
final class ListScene {
    private final Scene scene;
    private final CaseWriter writer;
    private final Listing listing;

    ListScene(Scene scene, CaseWriter writer) {
        this.scene = scene;
        this.writer = writer;
        this.listing = scene.listing();
    }

    Listing listing() {
        return listing;
    }

    /// Two resources, the one that a test is about and one to tell it from.
    record Pair(Given one, Given other) {
        List<String> statements() {
            var all = new ArrayList<>(one.statements());
            all.addAll(other.statements());
            return all;
        }

        /// The same, with statements before all others.
        Pair behind(List<String> statements) {
            var all = new ArrayList<>(statements);
            all.addAll(one.statements());
            return new Pair(one.withStatements(all), other);
        }
    }

    /// @param kinds a word for each, to call them by
    Optional<Pair> pair(Property property, List<String> kinds, String one, String other) {
        return pair(property, kinds, one, other, Map.of());
    }

    /// @param same the properties in which both have the same value
    Optional<Pair> pair(
            Property property,
            List<String> kinds,
            String one,
            String other,
            Map<Property, String> same) {
        return pair(property, kinds, with(same, property, one), with(same, property, other));
    }

    /// @param one all that is chosen of the first
    Optional<Pair> pair(
            Property property,
            List<String> kinds,
            Map<Property, String> one,
            Map<Property, String> other) {
        String of = " " + Names.words(property.name());
        Optional<TestUser> user = scene.owner();
        Optional<Given> first = scene.stock().given(user, kinds.getFirst() + of, one);
        Optional<Given> second = scene.stock().given(user, kinds.getLast() + of, other);
        return first.isPresent() && second.isPresent()
                ? Optional.of(new Pair(first.get(), CaseWriter.renamed(second.get())))
                : Optional.empty();
    }

    static Map<Property, String> with(Map<Property, String> same, Property property, String value) {
        var values = new LinkedHashMap<>(same);
        values.put(property, value);
        return values;
    }

    /// Another user's resource with a value, in a list that shows no more than one's own.
    Optional<Given> foreign(Property property, String kind, String value) {
        boolean isOwn = ListWriter.ownOnly(scene.place(), scene.wants());
        boolean isOwner =
                scene.place().owner().flatMap(Owner::compared).filter(property::equals).isPresent();
        return scene.other()
                .filter(_ -> isOwn && !isOwner)
                .flatMap(other ->
                        scene.stock()
                                .given(
                                        Optional.of(other),
                                        kind + " " + Names.words(property.name()),
                                        Map.of(property, value)))
                .map(given -> CaseWriter.renamed(given, "foreign"));
    }

    Ask ask(String query) {
        return scene.query(query).with(writer.signedIn(scene.owner()));
    }

    /// A request for as much as can be shown at once, whatever other tests have left behind.
    Ask wide() {
        return ask(widest());
    }

    /// What the criterion expects beside what these tests look at in their own way.
    static CriterionOutcome without(
            CriterionOutcome outcome, List<Class<? extends Expectation>> kinds) {
        return new CriterionOutcome(
                outcome.criterion(),
                outcome.route(),
                outcome.condition(),
                outcome.expectations().stream()
                        .filter(one -> kinds.stream().noneMatch(kind -> kind.isInstance(one)))
                        .toList(),
                outcome.span());
    }

    /// What is said of the whole answer, for a list that the criterion does not speak of.
    static CriterionOutcome status(CriterionOutcome outcome) {
        List<Expectation> whole =
                outcome.expectations().stream()
                        .filter(one ->
                                one instanceof Expectation.Status
                                        || one instanceof Expectation.Succeeds)
                        .toList();
        return new CriterionOutcome(
                outcome.criterion(),
                outcome.route(),
                outcome.condition(),
                whole.isEmpty() ? List.of(new Expectation.Succeeds()) : whole,
                outcome.span());
    }

    CaseWriting written(
            CriterionOutcome outcome, String name, Given given, String query, List<Check> checks) {
        return writer.sent(
                outcome,
                name,
                given,
                ask(query),
                new Checks.Asked(given.id(), new LinkedHashMap<>(), List.of()),
                checks);
    }

    /// The statements that store so many resources; empty where that cannot be done, or takes too long.
    Optional<List<String>> stored(int count) {
        return scene.stock()
                .given(scene.owner())
                .filter(given -> given.statements().size() == 1 && count <= 60)
                .map(given ->
                        List.of(
                                "for (int stored = 0; stored < " + count + "; stored++) {",
                                "    "
                                        + given.statements()
                                                .getFirst()
                                                .replaceFirst("^\\w+ \\w+ = ", ""),
                                "}"));
    }

    /// A query that shows as much as can be shown at once.
    String widest() {
        return listing.paging()
                .flatMap(paging -> listing.parameter(paging.size()))
                .flatMap(ListScene::most)
                .map(most -> "?" + listing.paging().orElseThrow().size() + "=" + most)
                .orElse("");
    }

    /// The query, for as much as can be shown at once where no transaction takes back what other tests have stored.
    String widened(String query) {
        boolean isLeft = !scene.talk().isInThread() && scene.place().storage().isTransactional();
        return isLeft ? query + widest().replace('?', '&') : query;
    }

    static Optional<Integer> most(Field field) {
        return field.rules().stream()
                .filter(FieldRule.Range.class::isInstance)
                .flatMap(rule -> ((FieldRule.Range) rule).max().stream())
                .map(bound -> bound.value().intValue() - (bound.isIncluded() ? 0 : 1))
                .findFirst();
    }

    String idName() {
        return scene.place().resource().id().orElseThrow().name();
    }

    /// An id as the JSON of an answer has it.
    String comparable(String id) {
        return switch (scene.place().resource().id().orElseThrow().typeName().raw()) {
            case "Long" -> id + ".intValue()";
            case "long" -> "(int) " + id;
            case "UUID" -> id + ".toString()";
            default -> id;
        };
    }

    static String query(Map<String, String> query) {
        return query.entrySet().stream()
                .map(one -> one.getKey() + "=" + one.getValue())
                .collect(Collectors.joining("&", "?", ""));
    }

    static String decoded(String value) {
        return value.matches(".*(%[0-9A-Fa-f]{2}|\\+).*")
                ? URLDecoder.decode(value, StandardCharsets.UTF_8)
                : value;
    }
}
