package kiro.spec.rest;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;

/// Makes cases of "at most `limit` things, 20 when it is absent": one in which the parameter is sent, and one in which it
/// is not.
final class GivenCounts {
    private static final int SAMPLE = 2;

    private GivenCounts() {}

    static List<CaseReader.Case> cases(
            EndpointDraft endpoint, Meaning meaning, Objections objections) {
        Optional<Field> field =
                meaning.words("GivenCount")
                        .or(() -> meaning.words("CutBy"))
                        .flatMap(name -> parameter(endpoint, name));
        if (field.isEmpty()) {
            objections.add("the query has no parameter for how many there are at most");
            return List.of();
        }
        List<Expectation> expectations =
                meaning.has("Status") ? AnswerReader.read(List.of(meaning), objections) : List.of();
        var cases = new ArrayList<CaseReader.Case>();
        String name = field.get().name();
        int count = sample(field.get());
        if (meaning.has("CountsCut") || meaning.has("SkippedBy")) {
            return cut(endpoint, meaning, new Count(name, count), expectations, objections);
        }
        cases.add(
                most(
                        endpoint,
                        new Condition.ValueIs(name, String.valueOf(count)),
                        expectations,
                        count));
        meaning.tree()
                .first("Default")
                .map(meaning::of)
                .flatMap(one -> one.words("VALUE"))
                .ifPresent(value ->
                        standard(field.get(), value, objections)
                                .ifPresent(all ->
                                        cases.add(
                                                most(
                                                        endpoint,
                                                        new Condition.Without(List.of(name)),
                                                        expectations,
                                                        all))));
        return cases;
    }

    private static Optional<Field> parameter(EndpointDraft endpoint, String name) {
        return endpoint.sentNamed(name)
                .filter(one -> endpoint.fields(Place.QUERY).contains(one))
                .filter(one ->
                        one.type() == FieldType.Plain.INTEGER
                                || one.type() == FieldType.Plain.NOT_STATED);
    }

    /// How many are asked for by which parameter.
    private record Count(String parameter, int count) {}

    private static List<CaseReader.Case> cut(
            EndpointDraft endpoint,
            Meaning meaning,
            Count asked,
            List<Expectation> said,
            Objections objections) {
        return meaning.has("CountsCut")
                ? List.of(counted(endpoint, meaning, asked, said))
                : skipped(endpoint, meaning, asked, said, objections);
    }

    /// All are counted, also where fewer are shown.
    private static CaseReader.Case counted(
            EndpointDraft endpoint, Meaning meaning, Count asked, List<Expectation> said) {
        var all = new ArrayList<>(said);
        all.add(new Expectation.CountsAll(meaning.words("CountName").orElseThrow()));
        return new CaseReader.Case(
                endpoint,
                new Condition.ValueIs(asked.parameter(), String.valueOf(asked.count())),
                all);
    }

    /// As many as are asked for, from the second one on: "at most `limit` things, and skips the first `offset`".
    private static List<CaseReader.Case> skipped(
            EndpointDraft endpoint,
            Meaning meaning,
            Count asked,
            List<Expectation> said,
            Objections objections) {
        Optional<Field> skipping =
                meaning.words("SkippedBy")
                        .flatMap(name -> parameter(endpoint, name))
                        .filter(one -> !one.name().equals(asked.parameter()));
        if (skipping.isEmpty()) {
            objections.add("the query has no parameter for how many are skipped");
            return List.of();
        }
        var all = new ArrayList<>(said);
        all.add(new Expectation.AtMostElements(asked.count()));
        all.add(
                new Expectation.IsPage(
                        OptionalInt.empty(),
                        IntStream.rangeClosed(2, asked.count() + 1).boxed().toList()));
        return List.of(
                new CaseReader.Case(
                        endpoint,
                        new Condition.WithQuery(
                                List.of(
                                        new Condition.ValueIs(
                                                asked.parameter(), String.valueOf(asked.count())),
                                        new Condition.ValueIs(skipping.get().name(), "1"))),
                        all));
    }

    private static CaseReader.Case most(
            EndpointDraft endpoint, Condition condition, List<Expectation> said, int count) {
        var all = new ArrayList<>(said);
        all.add(new Expectation.AtMostElements(count));
        return new CaseReader.Case(endpoint, condition, all);
    }

    /// Two, or the least that the parameter can be where that is more.
    private static int sample(Field field) {
        return field.rules().stream()
                .filter(FieldRule.Range.class::isInstance)
                .flatMap(rule -> ((FieldRule.Range) rule).min().stream())
                .map(FieldRule.Bound::value)
                .map(BigDecimal::intValue)
                .filter(least -> least > SAMPLE)
                .findFirst()
                .orElse(SAMPLE);
    }

    /// How many there are where nothing is sent, as the spec says it elsewhere, too.
    private static Optional<Integer> standard(Field field, String said, Objections objections) {
        OptionalInt count = Numbers.whole(said);
        boolean isOther = field.standard().filter(one -> !one.equals(said)).isPresent();
        if (count.isEmpty() || isOther) {
            objections.add(
                    "%s is not what the spec states for '%s' where it is not sent"
                            .formatted(said, field.name()));
            return Optional.empty();
        }
        return Optional.of(count.getAsInt());
    }
}
