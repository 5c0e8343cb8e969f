package kiro.model.builtin.write;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import kiro.model.builtin.project.SpringProject;
import kiro.spec.rest.Condition;
import kiro.spec.rest.Condition.Relation;
import kiro.spec.rest.CriterionOutcome;

/// Two parameters of a query that lie to each other as a rule forbids: which rules are built, and their tests.
final class ComparedQueries {
    private final Scene scene;
    private final QueryCases queries;
    private final Listing listing;

    ComparedQueries(Scene scene, QueryCases queries) {
        this.scene = scene;
        this.queries = queries;
        this.listing = scene.listing();
    }

    /// The rules whose values are known to be comparable.
    static List<Comparison> of(SpringProject project, Place place, Listing listing) {
        return Comparison.of(listing.query()).stream()
                .filter(one ->
                        Comparison.obstacle(
                                        one,
                                        QueryWriter.javaType(project, place, listing, one.field()),
                                        QueryWriter.javaType(project, place, listing, one.other()))
                                .isEmpty())
                .toList();
    }

    CaseWriting of(CriterionOutcome outcome, Condition.Compares condition) {
        Optional<Comparison> rule =
                of(scene.project(), scene.place(), listing).stream()
                        .filter(one -> one.isOf(condition))
                        .findFirst();
        if (rule.isEmpty() || !Refusal.is(outcome)) {
            return CaseWriter.missing(
                    "no rule of the spec refuses just this of %s and %s"
                            .formatted(condition.field(), condition.other()));
        }
        var more = new ArrayList<CaseWriting.Beside>();
        boolean isSameRefused = !rule.get().allowsSame() && condition.relation() != Relation.SAME;
        if (isSameRefused) {
            var same =
                    new Condition.Compares(
                            condition.field(),
                            Relation.SAME,
                            condition.other(),
                            Condition.Against.SENT);
            more.add(new CaseWriting.Beside(words(same), refused(outcome, same)));
        }
        return CaseWriting.joined(refused(outcome, condition), more);
    }

    /// What a criterion on all rules of a query says of those that compare.
    List<CaseWriting> broken(CriterionOutcome outcome) {
        return of(scene.project(), scene.place(), listing).stream()
                .map(rule ->
                        refused(
                                outcome,
                                new Condition.Compares(
                                        rule.field().name(),
                                        rule.order().isUpwards() ? Relation.LESS : Relation.MORE,
                                        rule.other().name(),
                                        Condition.Against.SENT)))
                .toList();
    }

    private CaseWriting refused(CriterionOutcome outcome, Condition.Compares condition) {
        boolean isMore =
                listing.query().stream()
                        .anyMatch(one ->
                                one.isRequired()
                                        && !one.name().equals(condition.field())
                                        && !one.name().equals(condition.other()));
        Optional<String> other =
                listing.filter(condition.other()).flatMap(queries::some).filter(_ -> !isMore);
        Optional<String> value =
                other.flatMap(one ->
                                Scale.moved(
                                        Sample.text(one),
                                        type(condition.field()),
                                        OrderedSamples.steps(condition.relation())))
                        .map(one -> one.json().replaceAll("^\"|\"$", ""));
        if (value.isEmpty()) {
            return CaseWriter.missing(
                    "no values of %s and %s are known that lie so"
                            .formatted(condition.field(), condition.other()));
        }
        var query = new LinkedHashMap<String, String>();
        query.put(condition.field(), value.get());
        query.put(condition.other(), other.orElseThrow());
        return queries.refused(
                outcome, "with " + words(condition), query, List.of(condition.field()));
    }

    private String type(String parameter) {
        return listing.parameter(parameter)
                .map(field -> QueryWriter.javaType(scene.project(), scene.place(), listing, field))
                .orElse("");
    }

    private String words(Condition.Compares condition) {
        boolean isTime = type(condition.field()).matches(".*(Date|Time|Instant).*");
        String lies =
                switch (condition.relation()) {
                    case LESS -> isTime ? "before" : "below";
                    case SAME -> isTime ? "at" : "equal to";
                    case MORE -> isTime ? "after" : "above";
                };
        return "a %s %s the %s"
                .formatted(Names.words(condition.field()), lies, Names.words(condition.other()));
    }
}
