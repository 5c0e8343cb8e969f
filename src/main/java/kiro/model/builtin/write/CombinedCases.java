package kiro.model.builtin.write;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import kiro.model.builtin.project.Property;
import kiro.model.builtin.talk.Check;
import kiro.spec.rest.Condition;
import kiro.spec.rest.CriterionOutcome;
import kiro.spec.rest.Expectation;

/// Writes the tests of several parameters that select together, the two ends of a stretch of time among them.
final class CombinedCases {
    private final Scene scene;
    private final QueryCases queries;
    private final ListScene lists;
    private final CaseNames names;
    private final Listing listing;

    CombinedCases(Scene scene, CaseWriter writer) {
        this.scene = scene;
        this.queries = new QueryCases(scene, writer);
        this.lists = new ListScene(scene, writer);
        this.names = new CaseNames(scene.place());
        this.listing = lists.listing();
    }

    /// Of several resources the list has the one that all filters select, and none that one of them does not.
    CaseWriting combined(CriterionOutcome outcome, List<String> parameters) {
        List<Listing.Filter> filters =
                listing.filters().stream()
                        .filter(one -> parameters.isEmpty() || parameters.contains(one.parameter()))
                        .toList();
        var query = new LinkedHashMap<String, String>();
        var matching = new LinkedHashMap<Property, String>();
        var others = new LinkedHashMap<String, Map<Property, String>>();
        for (Listing.Filter filter : filters) {
            boolean isRange = isUpperEnd(filter, filters);
            Optional<String> value =
                    isRange
                            ? Optional.of(TimeBounds.later(filter.property().typeName().boxed()))
                            : queries.some(filter);
            Optional<String[]> values = value.flatMap(one -> queries.values(filter, one));
            if (values.isEmpty() || (matching.containsKey(filter.kept()) && !isRange)) {
                return CaseWriter.missing("what these parameters together select cannot be tested");
            }
            query.put(filter.parameter(), value.get());
            matching.put(filter.kept(), values.get()[0]);
            others.put(filter.parameter(), Map.of(filter.kept(), values.get()[1]));
        }
        filters.stream()
                .filter(one -> isUpperEnd(one, filters))
                .forEach(one ->
                        matching.put(
                                one.kept(),
                                TimeBounds.between(one.property().typeName().boxed())
                                        + (one.whole().isPresent() ? QueryCases.NOON : "")));
        boolean areAll = parameters.isEmpty() || filters.size() == parameters.size();
        return filters.size() < 2 || !areAll
                ? CaseWriter.missing("which filters are combined is not known")
                : combined(outcome, query, matching, others);
    }

    /// Whether it is the later end of a stretch of time whose other end is asked for as well; the earlier one comes first.
    private static boolean isUpperEnd(Listing.Filter filter, List<Listing.Filter> all) {
        return Times.isTime(filter.property())
                && filter.match().isBound()
                && !filter.match().isUpwards()
                && all.subList(0, all.indexOf(filter)).stream()
                        .anyMatch(other ->
                                other.property().equals(filter.property())
                                        && other.match().isBound()
                                        && other.match().isUpwards());
    }

    /// Words for the parameters, where the spec has several combinations: each stores things of its own.
    private String of(Map<String, String> query) {
        boolean isOnly =
                scene.wants()
                                .conditions()
                                .filter(Condition.FiltersCombined.class::isInstance)
                                .distinct()
                                .count()
                        < 2;
        return isOnly || query.size() == scene.listing().filters().size()
                ? ""
                : " of "
                        + query.keySet().stream()
                                .map(Names::words)
                                .collect(Collectors.joining(" and "));
    }

    /// @param others what each parameter does not select
    private CaseWriting combined(
            CriterionOutcome outcome,
            Map<String, String> query,
            Map<Property, String> matching,
            Map<String, Map<Property, String>> others) {
        String of = of(query);
        Optional<Given> wanted = scene.stock().given(scene.owner(), "matching" + of, matching);
        if (wanted.isEmpty()) {
            return CaseWriter.missing(CaseWriter.NO_RESOURCE);
        }
        var statements = new ArrayList<>(queries.referred(matching, List.copyOf(others.values())));
        statements.addAll(wanted.get().statements());
        var checks = new ArrayList<Check.Element>();
        checks.add(Checks.element(scene, wanted.get().id(), true));
        for (Map.Entry<String, Map<Property, String>> other : others.entrySet()) {
            var values = new LinkedHashMap<>(matching);
            values.putAll(other.getValue());
            Property property = other.getValue().keySet().iterator().next();
            boolean isOnly =
                    others.values().stream().filter(one -> one.containsKey(property)).count() == 1;
            String words = "other " + Names.words(isOnly ? property.name() : other.getKey());
            Optional<Given> one =
                    scene.stock()
                            .given(scene.owner(), words + of, values)
                            .map(given -> CaseWriter.renamed(given, Names.camel(words)));
            if (one.isEmpty()) {
                return CaseWriter.missing(CaseWriter.NO_RESOURCE);
            }
            statements.addAll(one.get().statements());
            checks.add(Checks.element(scene, one.get().id(), false));
        }
        CaseWriting usual =
                lists.written(
                        ListScene.without(
                                outcome,
                                List.of(
                                        Expectation.OnlyMatching.class,
                                        Expectation.Succeeds.class)),
                        names.of("by several filters answers with what matches all of them"),
                        new Given(statements, wanted.get().id()),
                        lists.widened(ListScene.query(query)),
                        List.copyOf(checks));
        return CaseWriting.joined(usual, seconds(outcome, query, statements, checks));
    }

    /// The same request with another value of one of the parameters, for each that has few: it has what that one left out.
    ///
    /// @param checks the element that all select, and behind it one for each parameter
    private List<CaseWriting.Beside> seconds(
            CriterionOutcome outcome,
            Map<String, String> query,
            List<String> statements,
            List<Check.Element> checks) {
        var more = new ArrayList<CaseWriting.Beside>();
        int at = 0;
        for (Map.Entry<String, String> one : query.entrySet()) {
            at++;
            Optional<SecondValue> second =
                    listing.filter(one.getKey())
                            .flatMap(filter -> queries.second(filter, one.getValue()));
            if (second.isEmpty()) {
                continue;
            }
            var elements = new ArrayList<Check>();
            for (int i = 0; i < checks.size(); i++) {
                elements.add(checks.get(i).shown(i == at));
            }
            var other = new LinkedHashMap<>(query);
            other.put(one.getKey(), second.get().sent());
            String words = Names.words(one.getKey()) + " " + second.get().words();
            more.add(
                    new CaseWriting.Beside(
                            words,
                            lists.written(
                                    ListScene.status(outcome),
                                    names.of(
                                            "by several filters and %s answers with what matches all of them"
                                                    .formatted(words)),
                                    new Given(statements, checks.get(at).value()),
                                    lists.widened(ListScene.query(other)),
                                    elements)));
        }
        return more;
    }
}
