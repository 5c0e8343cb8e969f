package kiro.model.builtin.write;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import kiro.model.builtin.talk.Ask;
import kiro.spec.rest.Condition;
import kiro.spec.rest.CriterionOutcome;
import kiro.spec.rest.Field;

/// Writes the tests of ids in the path that are beyond their limits.
final class PathCases {
    private final Scene scene;
    private final CaseWriter writer;
    private final PathLimits limits;

    PathCases(Scene scene, CaseWriter writer, PathLimits limits) {
        this.scene = scene;
        this.writer = writer;
        this.limits = limits;
    }

    CaseWriting refused(CriterionOutcome outcome) {
        return switch (outcome.condition()) {
            case Condition.ValueIs value -> with(outcome, value.field(), value.value());
            case Condition.LengthIs length ->
                    with(outcome, length.field(), "x".repeat(length.length()));
            case Condition.InvalidFields invalid ->
                    CaseWriting.all(
                            invalid.fields().stream().map(one -> broken(outcome, one)).toList());
            default -> CaseWriter.missing("which parameter of the path is meant is not known");
        };
    }

    /// Each value that breaks a limit in the way that is meant.
    private CaseWriting broken(CriterionOutcome outcome, Condition.BrokenField said) {
        Optional<Field> field =
                scene.place().endpoint().request().path().stream()
                        .filter(one -> one.name().equalsIgnoreCase(said.name()))
                        .findFirst();
        Optional<String> type = limits.type(scene.place(), said.name());
        var writings = new ArrayList<CaseWriting>();
        if (field.isPresent() && type.isPresent()) {
            BrokenSample.of(field.get(), type.get()).stream()
                    .filter(sample -> said.how().isEmpty() || said.how().get() == sample.how())
                    .flatMap(sample -> sample.value().flatMap(Sample::bare).stream())
                    .filter(value -> !value.isBlank())
                    .forEach(value -> writings.add(with(outcome, said.name(), value)));
        }
        return writings.isEmpty()
                ? CaseWriter.missing(
                        "no value of %s is known that breaks a limit in the way that is meant"
                                .formatted(said.name()))
                : CaseWriting.all(writings);
    }

    private CaseWriting with(CriterionOutcome outcome, String parameter, String value) {
        Place place = scene.place();
        boolean isOwn = PathLimits.own(place).filter(parameter::equalsIgnoreCase).isPresent();
        boolean isParents =
                PathLimits.ofParent(place).filter(parameter::equalsIgnoreCase).isPresent();
        if (!isOwn && !isParents) {
            return CaseWriter.missing(
                    "what %s of the path stands for is not evident".formatted(parameter));
        }
        String id = value.matches("-?\\d{1,9}") ? value : Constraints.literal(value);
        if (isOwn && place.parent().isPresent() && !scene.stock().hasParent(scene.owner())) {
            return CaseWriter.missing(CaseWriter.NO_RESOURCE);
        }
        String body = new Bodies(scene).validExpression();
        Ask request =
                isOwn
                        ? scene.request(id, body)
                        : scene.request(Optional.of(id), scene.stock().unknownId(), body);
        String spoken = value.startsWith("-") ? "minus " + value.substring(1) : value;
        return writer.sent(
                outcome,
                new CaseNames(place)
                        .of(
                                "with "
                                        + (value.length() > 12 ? "a longer text" : spoken)
                                        + " as "
                                        + Names.words(parameter)
                                        + (Refusal.is(outcome) ? " is refused" : " succeeds")),
                Given.NOTHING,
                request.with(writer.signedIn(scene.owner())),
                new Checks.Asked("", new LinkedHashMap<>(), List.of(parameter)));
    }
}
