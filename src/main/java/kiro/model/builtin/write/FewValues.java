package kiro.model.builtin.write;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import kiro.spec.rest.Condition;
import kiro.spec.rest.CriterionOutcome;
import kiro.spec.rest.Expectation;
import kiro.spec.rest.Field;

/// Adds to the test of a parameter with few values one with another of them, and one without the parameter: else a list that
/// selects by the one value, whatever is sent, would pass.
final class FewValues {
    private final Scene scene;
    private final ListScene lists;
    private final CaseNames names;
    private final Listing listing;

    FewValues(Scene scene, CaseWriter writer) {
        this.scene = scene;
        this.lists = new ListScene(scene, writer);
        this.names = new CaseNames(scene.place());
        this.listing = lists.listing();
    }

    /// @param pair a resource that the value of the criterion selects, and one that the second value does
    List<CaseWriting.Beside> beside(
            CriterionOutcome outcome,
            Listing.Filter filter,
            String value,
            SecondValue second,
            ListScene.Pair pair) {
        String parameter = Names.words(filter.parameter());
        var more = new ArrayList<CaseWriting.Beside>();
        more.add(
                new CaseWriting.Beside(
                        "the %s %s".formatted(parameter, second.sent()),
                        written(
                                outcome,
                                "by %s %s answers with what matches alone"
                                        .formatted(parameter, second.words()),
                                pair,
                                "?"
                                        + filter.parameter()
                                        + "="
                                        + second.sent()
                                        + lists.widest().replace('?', '&'),
                                new Shown(false, true))));
        shownWithout(filter, value, second)
                .ifPresent(shown ->
                        more.add(
                                new CaseWriting.Beside(
                                        "a request without the " + parameter,
                                        written(
                                                outcome,
                                                "without %s answers with %s"
                                                        .formatted(parameter, shown.words()),
                                                pair,
                                                lists.widest(),
                                                shown))));
        return more;
    }

    /// Which resources of a pair a list has.
    private record Shown(boolean hasOne, boolean hasOther) {
        String words() {
            return hasOne && hasOther ? "all of them" : "the usual ones";
        }
    }

    /// What a request without the parameter answers with; empty where there is none, or it is said in another criterion.
    private Optional<Shown> shownWithout(Listing.Filter filter, String value, SecondValue second) {
        boolean needsSome = listing.query().stream().anyMatch(Field::isRequired);
        if (needsSome || scene.wants().outcomes().stream().anyMatch(FewValues::selectsByItself)) {
            return Optional.empty();
        }
        Optional<String> standard =
                listing.parameter(filter.parameter()).flatMap(Field::standard).map(Standards::bare);
        if (standard.isEmpty()) {
            return Optional.of(new Shown(true, true));
        }
        var shown = new Shown(standard.get().equals(value), standard.get().equals(second.sent()));
        return shown.hasOne() || shown.hasOther() ? Optional.of(shown) : Optional.empty();
    }

    /// Whether the spec says that a list without parameters leaves something out.
    private static boolean selectsByItself(CriterionOutcome outcome) {
        boolean isPlain =
                outcome.condition() instanceof Condition.Valid
                        || outcome.condition() instanceof Condition.Without;
        return isPlain
                && outcome.expectations().stream()
                        .anyMatch(one ->
                                one instanceof Expectation.OnlyWhere
                                        || one instanceof Expectation.OnlyMatching
                                        || one instanceof Expectation.EmptyList);
    }

    private CaseWriting written(
            CriterionOutcome outcome,
            String words,
            ListScene.Pair pair,
            String query,
            Shown shown) {
        String id = shown.hasOne() ? pair.one().id() : pair.other().id();
        return lists.written(
                ListScene.status(outcome),
                names.of(words),
                new Given(pair.statements(), id),
                query,
                List.of(
                        Checks.element(scene, pair.one().id(), shown.hasOne()),
                        Checks.element(scene, pair.other().id(), shown.hasOther())));
    }
}
