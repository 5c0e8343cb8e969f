package kiro.model.builtin.write;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import kiro.model.builtin.project.Property;
import kiro.model.builtin.talk.Check;
import kiro.spec.rest.Condition;
import kiro.spec.rest.CriterionOutcome;
import kiro.spec.rest.Expectation;
import kiro.spec.rest.Field;

/// Writes the tests of what a query selects, and of what it must not be.
final class QueryCases {
    private static final String WANTED = "6f9619ff-8b86-4d01-b42d-00cf4fc964ff";
    private static final String OTHER = "1b4e28ba-2fa1-41d2-883f-0016d3cca427";

    private final Scene scene;
    private final CaseWriter writer;
    private final ListScene lists;
    private final CaseNames names;
    private final Listing listing;

    QueryCases(Scene scene, CaseWriter writer) {
        this.scene = scene;
        this.writer = writer;
        this.lists = new ListScene(scene, writer);
        this.names = new CaseNames(scene.place());
        this.listing = lists.listing();
    }

    /// A parameter with a value that the criterion names.
    CaseWriting value(CriterionOutcome outcome, Condition.ValueIs value) {
        if (Refusal.is(outcome)) {
            return refused(outcome, Map.of(value.field(), ListScene.decoded(value.value())));
        }
        Optional<OrderCases> chosen = OrderCases.chosen(scene, writer, value);
        if (chosen.isPresent()) {
            return chosen.get().said(outcome);
        }
        Optional<Listing.Filter> filter = listing.filter(value.field());
        if (filter.isEmpty()) {
            return new ListCases(scene, writer)
                    .query(outcome, new Condition.WithQuery(List.of(value)));
        }
        return selected(outcome, filter.get(), ListScene.decoded(value.value()));
    }

    /// What makes a time of a day.
    static final String NOON = ".atTime(12, 0)";

    /// A parameter, whatever its value.
    CaseWriting filtered(CriterionOutcome outcome, String parameter) {
        Optional<Listing.Filter> filter = listing.filter(parameter);
        Optional<String> value = filter.flatMap(this::some);
        return filter.isPresent() && value.isPresent()
                ? selected(outcome, filter.get(), value.get())
                : CaseWriter.missing("what " + parameter + " selects cannot be tested");
    }

    /// A value that a resource can have; texts are one word, as they stand in an address.
    Optional<String> some(Listing.Filter filter) {
        Property property = filter.property();
        List<String> listed = SecondValue.listed(listing, filter);
        if (!listed.isEmpty()) {
            return Optional.of(listed.getFirst());
        }
        return switch (property.typeName().boxed()) {
            case "String" ->
                    SoughtText.of(scene, property).some(listing.parameter(filter.parameter()));
            case "Integer", "Long", "Short" -> Optional.of("30");
            case "BigDecimal" -> Optional.of("30.50");
            case "Boolean" -> Optional.of("true");
            case "UUID" -> Optional.of(WANTED);
            case "LocalDate", "Instant", "LocalDateTime" ->
                    Optional.of(TimeBounds.some(property.typeName().boxed()));
            default ->
                    scene.project()
                            .sources()
                            .resolve(property.type(), scene.place().resource().type().file())
                            .flatMap(own -> own.type().constants().stream().findFirst());
        };
    }

    /// Stores the rows to which any of these values refer.
    List<String> referred(Map<Property, String> matching, List<Map<Property, String>> others) {
        return Stream.concat(Stream.of(matching), others.stream())
                .flatMap(values -> scene.stock().referred(values).stream())
                .distinct()
                .toList();
    }

    /// Of two resources the list has the one that the query selects.
    private CaseWriting selected(CriterionOutcome outcome, Listing.Filter filter, String value) {
        boolean isOther =
                outcome.expectations().stream()
                        .anyMatch(one -> FilterWords.areOther(one, filter, value));
        if (isOther) {
            return CaseWriter.missing("it does not speak of what the query selects");
        }
        Optional<String[]> values = values(filter, value);
        Optional<ListScene.Pair> pair =
                values.flatMap(two ->
                        lists.pair(filter.kept(), List.of("matching", "other"), two[0], two[1]));
        if (pair.isEmpty()) {
            return CaseWriter.missing(
                    "a test cannot have %s with and without the %s '%s'"
                            .formatted(
                                    Names.plural(scene.place().names().nounWords()),
                                    Names.words(filter.property().name()),
                                    value));
        }
        List<String> rows =
                referred(
                        Map.of(filter.kept(), values.get()[0]),
                        List.of(Map.of(filter.kept(), values.get()[1])));
        ListScene.Pair stored = pair.get().behind(rows);
        CaseWriting usual =
                beside(
                        outcome,
                        filter,
                        value,
                        stored,
                        lists.foreign(filter.kept(), "matching", values.get()[0]));
        return CaseWriting.joined(
                usual,
                second(filter, value)
                        .map(other ->
                                new FewValues(scene, writer)
                                        .beside(outcome, filter, value, other, stored))
                        .orElse(List.of()));
    }

    /// Another value of a filter that has few.
    Optional<SecondValue> second(Listing.Filter filter, String value) {
        return SecondValue.of(scene.project(), scene.place(), listing, filter, value);
    }

    /// @param foreign what matches and is another user's
    private CaseWriting beside(
            CriterionOutcome outcome,
            Listing.Filter filter,
            String value,
            ListScene.Pair pair,
            Optional<Given> foreign) {
        var statements = new ArrayList<>(pair.statements());
        foreign.ifPresent(one -> statements.addAll(one.statements()));
        Given given = new Given(statements, pair.one().id());
        var elements = new ArrayList<Check>();
        elements.add(Checks.element(scene, pair.one().id(), true));
        elements.add(Checks.element(scene, pair.other().id(), false));
        foreign.ifPresent(one -> elements.add(Checks.element(scene, one.id(), false)));
        return lists.written(
                ListScene.without(
                        outcome,
                        List.of(
                                Expectation.OnlyMatching.class,
                                Expectation.OnlyWhere.class,
                                Expectation.ResourceList.class,
                                Expectation.Resource.class)),
                names.of(
                        "by "
                                + Names.words(filter.parameter())
                                + " answers with what matches alone"),
                given,
                lists.widened("?" + filter.parameter() + "=" + value),
                elements);
    }

    /// A value that the query selects, in another case or with more around it where that is to make no difference,
    /// and one that it does not select.
    Optional<String[]> values(Listing.Filter filter, String value) {
        Optional<String[]> values = compared(filter, value);
        if (filter.whole().isEmpty()) {
            return values;
        }
        // Of something else no test knows the key before it stores it.
        return filter.kept().typeName().raw().equals("LocalDateTime")
                ? values.map(two -> new String[] {two[0] + NOON, two[1] + NOON})
                : Optional.empty();
    }

    private Optional<String[]> compared(Listing.Filter filter, String value) {
        Property property = filter.property();
        String type = property.typeName().raw();
        if (type.equals("String")) {
            String matching =
                    switch (filter.match()) {
                        case EXACT -> value;
                        case IGNORING_CASE -> value.toUpperCase(Locale.ROOT);
                        case PART -> SoughtText.of(scene, property).around(value);
                        case AT_LEAST, AT_MOST, ABOVE, BELOW -> value;
                    };
            String other =
                    second(filter, value)
                            .map(SecondValue::stored)
                            .orElseGet(() ->
                                    Constraints.literal(SoughtText.of(scene, property).other()));
            return Optional.of(new String[] {Constraints.literal(matching), other});
        }
        String boxed = property.typeName().boxed();
        if (boxed.matches("Integer|Short|Long") && value.matches("-?\\d{1,9}")) {
            return Optional.of(
                    NumberBounds.whole(value, boxed.equals("Long") ? "L" : "", filter.match()));
        }
        Optional<String[]> times = TimeBounds.of(boxed, value, filter.match());
        if (times.isPresent()) {
            scene.code().imports.add("java.time." + boxed);
            return times;
        }
        if (boxed.equals("BigDecimal") && value.matches("-?\\d{1,9}(\\.\\d+)?")) {
            scene.code().imports.add("java.math.BigDecimal");
            return Optional.of(NumberBounds.decimal(value, filter.match()));
        }
        if (boxed.equals("Boolean") && value.matches("true|false")) {
            return Optional.of(new String[] {value, value.equals("true") ? "false" : "true"});
        }
        return boxed.equals("UUID") ? ids(value) : constants(filter, value);
    }

    private Optional<String[]> ids(String value) {
        if (!value.matches("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")) {
            return Optional.empty();
        }
        scene.code().imports.add("java.util.UUID");
        return Optional.of(
                new String[] {
                    "UUID.fromString(%s)".formatted(Constraints.literal(value)),
                    "UUID.fromString(%s)".formatted(Constraints.literal(OTHER))
                });
    }

    private Optional<String[]> constants(Listing.Filter filter, String value) {
        return scene.project()
                .sources()
                .resolve(filter.property().type(), scene.place().resource().type().file())
                .filter(own -> own.type().constants().contains(value))
                .flatMap(own ->
                        second(filter, value)
                                .map(other -> {
                                    scene.code()
                                            .imports
                                            .add(scene.project().sources().imported(own));
                                    return new String[] {
                                        scene.project().sources().constant(own, value),
                                        other.stored()
                                    };
                                }));
    }

    /// Values that break rules, one at a time.
    CaseWriting invalid(CriterionOutcome outcome, Condition.InvalidFields condition) {
        List<Condition.BrokenField> said = condition.fields();
        for (Condition.BrokenField one : said) {
            if (broken(one).isEmpty()) {
                return CaseWriter.missing(
                        "no value of %s is known that breaks a rule in the way that is meant"
                                .formatted(one.name()));
            }
        }
        List<Condition.BrokenField> asked =
                said.isEmpty()
                        ? listing.query().stream()
                                .map(field ->
                                        new Condition.BrokenField(field.name(), Optional.empty()))
                                .toList()
                        : said;
        var writings = new ArrayList<CaseWriting>();
        for (Condition.BrokenField one : asked) {
            for (BrokenSample sample : broken(one)) {
                writings.add(refused(outcome, one.name(), sample));
            }
        }
        if (said.isEmpty()) {
            writings.addAll(new ComparedQueries(scene, this).broken(outcome));
        }
        List<String> rules =
                asked.stream()
                        .filter(one -> one.how().isEmpty())
                        .flatMap(one -> listing.parameter(one.name()).stream())
                        .flatMap(field -> BrokenSample.unbroken(field, type(field)).stream())
                        .toList();
        if (writings.isEmpty() || !rules.isEmpty()) {
            return CaseWriter.missing(
                    "no value of the query is known that breaks a rule in this way"
                            + (rules.isEmpty() ? "" : ": " + String.join(", ", rules)));
        }
        return CaseWriting.all(writings);
    }

    private String type(Field field) {
        return QueryWriter.javaType(scene.project(), scene.place(), listing, field);
    }

    /// The ways to break a parameter's rules that are meant.
    private List<BrokenSample> broken(Condition.BrokenField said) {
        return listing
                .parameter(said.name())
                .map(field -> BrokenSample.of(field, type(field)))
                .orElse(List.of())
                .stream()
                .filter(sample -> said.how().isEmpty() || said.how().get() == sample.how())
                .toList();
    }

    private CaseWriting refused(CriterionOutcome outcome, String parameter, BrokenSample sample) {
        Optional<String> value = sample.value().flatMap(Sample::bare);
        if (value.isPresent()) {
            boolean isOfLength =
                    sample.how() == Condition.Break.TOO_LONG
                            || sample.how() == Condition.Break.TOO_SHORT;
            Map<String, String> query = Map.of(parameter, value.get());
            return isOfLength
                    ? refused(
                            outcome, Bodies.how(parameter, sample.how()), query, List.of(parameter))
                    : refused(outcome, query);
        }
        if (sample.value().isPresent()) {
            return CaseWriter.missing(
                    "a %s that breaks a rule cannot stand in an address".formatted(parameter));
        }
        return listing.query().stream().filter(Field::isRequired).count() > 1
                ? CaseWriter.missing(
                        "a request that lacks %s alone is not built".formatted(parameter))
                : refused(
                        outcome, "without " + Names.words(parameter), Map.of(), List.of(parameter));
    }

    CaseWriting refused(CriterionOutcome outcome, Map<String, String> query) {
        String words =
                query.entrySet().stream()
                        .map(one -> Names.words(one.getKey()) + " " + spoken(one.getValue()))
                        .collect(Collectors.joining(" and "));
        return refused(outcome, "with " + words, query, List.copyOf(query.keySet()));
    }

    /// @param invalid the parameters that break rules
    CaseWriting refused(
            CriterionOutcome outcome,
            String words,
            Map<String, String> query,
            List<String> invalid) {
        return writer.sent(
                outcome,
                names.of(words + " is refused"),
                Given.NOTHING,
                lists.ask(query.isEmpty() ? "" : ListScene.query(query)),
                new Checks.Asked("", new LinkedHashMap<>(), invalid),
                List.of());
    }

    private static String spoken(String value) {
        return value.startsWith("-") ? "minus " + value.substring(1) : value;
    }
}
