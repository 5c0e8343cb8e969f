package kiro.model.builtin.write;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import kiro.model.builtin.project.Property;
import kiro.model.builtin.talk.Check;
import kiro.spec.rest.Condition;
import kiro.spec.rest.CriterionOutcome;
import kiro.spec.rest.Expectation;

/// Writes the tests of the order of a list: by what it is sorted, and by what comes next where that is the same.
final class OrderCases {
    private final Scene scene;
    private final ListScene lists;
    private final CaseNames names;
    private final Listing listing;
    private final String query;

    /// The order without what the query asks for.
    private final Optional<Listing.Order> usual;

    OrderCases(Scene scene, CaseWriter writer) {
        this(scene, new ListScene(scene, writer), scene.listing(), "");
    }

    private OrderCases(Scene scene, ListScene lists, Listing listing, String query) {
        this.scene = scene;
        this.lists = lists;
        this.names = new CaseNames(scene.place());
        this.listing = listing;
        this.query = query;
        this.usual =
                scene.listing().order().filter(one -> !listing.order().equals(Optional.of(one)));
    }

    /// The cases of the order that a value of a parameter asks for; empty where it asks for none.
    static Optional<OrderCases> chosen(Scene scene, CaseWriter writer, Condition.ValueIs value) {
        Listing listing = scene.listing();
        return listing.choice()
                .filter(one -> one.parameter().equals(value.field()))
                .flatMap(one -> Optional.ofNullable(one.orders().get(value.value())))
                .map(order ->
                        new OrderCases(
                                scene,
                                new ListScene(scene, writer),
                                listing.sortedBy(order),
                                value.field() + "=" + value.value()));
    }

    /// What a criterion says of the order that a value asks for, and of nothing else but the status and the list.
    CaseWriting said(CriterionOutcome outcome) {
        List<Expectation> said =
                outcome.expectations().stream()
                        .filter(one ->
                                one instanceof Expectation.SortedBy
                                        || one instanceof Expectation.SortedByAge)
                        .toList();
        if (said.isEmpty() || !said.stream().allMatch(this::isSaid)) {
            return CaseWriter.missing("the spec sorts the list otherwise for this value");
        }
        return sorted(
                ListScene.without(
                        outcome,
                        List.of(
                                Expectation.SortedBy.class,
                                Expectation.SortedByAge.class,
                                Expectation.ResourceList.class,
                                Expectation.Resource.class)));
    }

    /// The whole list, in the order that is asked for.
    private String widest() {
        String widest = lists.widest();
        if (query.isEmpty()) {
            return widest;
        }
        return widest.isEmpty() ? "?" + query : widest + "&" + query;
    }

    /// Whether the list's order is the one that a criterion speaks of.
    boolean isSaid(Expectation expectation) {
        if (listing.order().isEmpty()) {
            return false;
        }
        Listing.Order order = listing.order().get();
        return switch (expectation) {
            case Expectation.SortedBy by ->
                    order.direction() == by.direction()
                            && isThen(order, by)
                            && (Names.camel(by.name()).equals(order.property().name())
                                    || scene.place()
                                            .resource()
                                            .property(Names.camel(by.name()))
                                            .isEmpty());
            case Expectation.SortedByAge age ->
                    order.direction() == age.direction() && Times.isTime(order.property());
            default -> false;
        };
    }

    private static boolean isThen(Listing.Order order, Expectation.SortedBy said) {
        return said.then().size() <= order.then().size()
                && IntStream.range(0, said.then().size())
                        .allMatch(at -> isKey(order.then().get(at), said.then().get(at)));
    }

    private static boolean isKey(Listing.Order key, Expectation.SortKey said) {
        return key.direction() == said.direction()
                && (key.property().name().equals(Names.camel(said.name()))
                        || said.name().equals("id"));
    }

    /// In order: of two resources that are stored the other way round, the first comes first; and so for each property that
    /// decides between those that are the same.
    CaseWriting sorted(CriterionOutcome outcome) {
        if (listing.order().isEmpty()) {
            return CaseWriter.missing("what the list is sorted by is not a property");
        }
        Listing.Order order = listing.order().get();
        var writings = new ArrayList<CaseWriting>();
        writings.add(sorted(outcome, order, Map.of(), ""));
        for (int at = 0; at < order.then().size(); at++) {
            Listing.Order key = order.then().get(at);
            Optional<String> same = ordered(order.property()).map(two -> two[0]);
            if (same.isEmpty() || at > 0) {
                writings.add(
                        CaseWriter.missing(
                                "what is the same in several properties cannot be tested"));
            } else {
                Map<Property, String> first = Map.of(order.property(), same.get());
                writings.add(
                        isId(key)
                                ? byId(outcome, key, first)
                                : sorted(outcome, key, first, " next"));
            }
        }
        return CaseWriting.all(writings);
    }

    private boolean isId(Listing.Order key) {
        return scene.place().resource().id().filter(key.property()::equals).isPresent();
    }

    /// @param same the properties in which both are the same
    private CaseWriting sorted(
            CriterionOutcome outcome,
            Listing.Order order,
            Map<Property, String> same,
            String more) {
        if (scene.place().resource().property(order.property().name()).isEmpty()) {
            return CaseWriter.missing(
                    "a test cannot choose the %s of a %s, which follows from the rest of it"
                            .formatted(
                                    Names.words(order.property().name()),
                                    scene.place().names().nounWords()));
        }
        boolean isDescending = order.direction() == Expectation.Direction.DESCENDING;
        Optional<ListScene.Pair> pair =
                ordered(order.property())
                        .flatMap(two ->
                                lists.pair(
                                        order.property(),
                                        List.of("last", "first"),
                                        ListScene.with(
                                                usually(same, order, 0),
                                                order.property(),
                                                two[isDescending ? 0 : 1]),
                                        ListScene.with(
                                                usually(same, order, 1),
                                                order.property(),
                                                two[isDescending ? 1 : 0])));
        String name = "sorts them by " + Names.words(order.property().name()) + more;
        return pair.map(two -> inOrder(outcome, name, two, two.other().id(), two.one().id()))
                .orElseGet(() -> CaseWriter.missing(CaseWriter.NO_RESOURCE));
    }

    /// The values with which both are the other way round in the order that the list has otherwise.
    ///
    /// @param at which of both, counted from 0, comes in that order
    private Map<Property, String> usually(Map<Property, String> same, Listing.Order order, int at) {
        Optional<Listing.Order> other =
                usual.filter(one -> !one.property().equals(order.property()))
                        .filter(one ->
                                scene.place()
                                        .resource()
                                        .property(one.property().name())
                                        .isPresent());
        Optional<String[]> values = other.flatMap(one -> ordered(one.property()));
        if (values.isEmpty()) {
            return same;
        }
        boolean isDescending = other.orElseThrow().direction() == Expectation.Direction.DESCENDING;
        return ListScene.with(
                same, other.orElseThrow().property(), values.get()[isDescending ? 1 - at : at]);
    }

    /// Of two resources that are the same, the one that was stored first has the smaller number.
    private CaseWriting byId(
            CriterionOutcome outcome, Listing.Order key, Map<Property, String> same) {
        boolean isCounted =
                key.property().typeName().boxed().matches("Long|Integer")
                        && scene.place().storage().givesIds();
        if (!isCounted) {
            return CaseWriter.missing("a test cannot choose the ids of what it stores");
        }
        Map.Entry<Property, String> shared = same.entrySet().iterator().next();
        String value = shared.getValue();
        boolean isDescending = key.direction() == Expectation.Direction.DESCENDING;
        return lists.pair(shared.getKey(), List.of("earlier", "later"), value, value, Map.of())
                .map(two ->
                        inOrder(
                                outcome,
                                "sorts them by id next",
                                two,
                                (isDescending ? two.other() : two.one()).id(),
                                (isDescending ? two.one() : two.other()).id()))
                .orElseGet(() -> CaseWriter.missing(CaseWriter.NO_RESOURCE));
    }

    private CaseWriting inOrder(
            CriterionOutcome outcome, String name, ListScene.Pair pair, String first, String last) {
        return lists.written(
                outcome,
                names.of(name),
                new Given(pair.statements(), pair.one().id()),
                widest(),
                List.of(
                        new Check.InOrder(
                                listing.path(),
                                lists.idName(),
                                List.of(lists.comparable(first), lists.comparable(last)))));
    }

    /// Two values of a property, the smaller one first.
    private Optional<String[]> ordered(Property property) {
        String type = property.typeName().raw();
        return switch (type) {
            case "String" -> Optional.of(new String[] {"\"Aa first\"", "\"Bb second\""});
            case "int", "Integer", "short", "Short" -> Optional.of(new String[] {"1", "2"});
            case "long", "Long" -> Optional.of(new String[] {"1L", "2L"});
            case "double", "Double" -> Optional.of(new String[] {"1.5", "2.5"});
            case "BigDecimal" -> {
                scene.code().imports.add("java.math.BigDecimal");
                yield Optional.of(new String[] {"BigDecimal.ONE", "BigDecimal.TEN"});
            }
            case "LocalDate" -> {
                scene.code().imports.add("java.time.LocalDate");
                yield Optional.of(
                        new String[] {"LocalDate.of(2026, 1, 5)", "LocalDate.of(2026, 1, 6)"});
            }
            case "Instant" -> {
                scene.code().imports.add("java.time.Instant");
                yield Optional.of(
                        new String[] {
                            "Instant.parse(\"2026-01-05T09:00:00Z\")",
                            "Instant.parse(\"2026-01-06T09:00:00Z\")"
                        });
            }
            case "LocalDateTime" -> {
                scene.code().imports.add("java.time.LocalDateTime");
                yield Optional.of(
                        new String[] {
                            "LocalDateTime.of(2026, 1, 5, 9, 0)",
                            "LocalDateTime.of(2026, 1, 6, 9, 0)"
                        });
            }
            default -> Optional.empty();
        };
    }
}
