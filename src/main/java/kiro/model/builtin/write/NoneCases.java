package kiro.model.builtin.write;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import kiro.spec.rest.CriterionOutcome;
import kiro.spec.rest.Field;
import kiro.spec.rest.FieldRule;

/// Writes the tests of lists in which nothing is, beside what belongs to others.
final class NoneCases {
    private final Scene scene;
    private final CaseWriter writer;
    private final ListScene lists;
    private final CaseNames names;
    private final Listing listing;

    NoneCases(Scene scene, CaseWriter writer) {
        this.scene = scene;
        this.writer = writer;
        this.lists = new ListScene(scene, writer);
        this.names = new CaseNames(scene.place());
        this.listing = lists.listing();
    }

    /// Nothing is selected by a text that no resource has.
    CaseWriting nothing(CriterionOutcome outcome) {
        boolean isOwn = ListWriter.ownOnly(scene.place(), scene.wants());
        if (scene.place().parent().isPresent() && !isOwn) {
            return scene.stock().hasParent(scene.owner())
                    ? lists.written(
                            outcome,
                            names.of("of which there are none is empty"),
                            scene.stock()
                                    .ofOtherParent(scene.owner())
                                    .map(NoneCases::unnamed)
                                    .orElse(Given.NOTHING),
                            "",
                            List.of())
                    : CaseWriter.missing(CaseWriter.NO_RESOURCE);
        }
        if (isOwn && scene.other().isPresent()) {
            return nothingOfOnesOwn(outcome);
        }
        return nothingAtAll(outcome);
    }

    /// With a value that nothing has; where no parameter takes any text, with nothing stored.
    private CaseWriting nothingAtAll(CriterionOutcome outcome) {
        Optional<Listing.Filter> filter =
                listing.filters().stream()
                        .filter(one -> one.property().typeName().raw().equals("String"))
                        .filter(one ->
                                listing.parameter(one.parameter())
                                        .filter(NoneCases::takesAnyText)
                                        .isPresent())
                        .findFirst();
        Optional<List<String>> emptied = scene.stock().emptied();
        String name = names.of("of which there are none is empty");
        if (emptied.isPresent()) {
            return lists.written(outcome, name, new Given(emptied.get(), ""), "", List.of());
        }
        if (new EmptyStart(scene.project(), scene.place().storage()).isSure()) {
            scene.code().marks.put(name, EmptyStart.ANEW);
            scene.code().imports.add("org.springframework.test.annotation.DirtiesContext");
            return lists.written(outcome, name, Given.NOTHING, "", List.of());
        }
        return filter.isEmpty()
                ? CaseWriter.missing(
                        "whether nothing is there depends on what the application starts with")
                : lists.written(
                        outcome,
                        name,
                        Given.NOTHING,
                        "?" + filter.get().parameter() + "=nobody has this",
                        List.of());
    }

    private static boolean takesAnyText(Field field) {
        return field.rules().stream()
                .noneMatch(rule ->
                        rule instanceof FieldRule.OneOf
                                || rule instanceof FieldRule.Format
                                || rule instanceof FieldRule.Matches
                                || rule instanceof FieldRule.Length);
    }

    /// The list of a user to whom nothing belongs, beside one to whom something does.
    private CaseWriting nothingOfOnesOwn(CriterionOutcome outcome) {
        Optional<Given> given = scene.stock().given(scene.owner());
        if (given.isEmpty()) {
            return CaseWriter.missing(CaseWriter.NO_RESOURCE);
        }
        return writer.sent(
                outcome,
                names.of("of which there are none is empty"),
                unnamed(given.get()),
                scene.query("").with(writer.signedIn(scene.other())),
                new Checks.Asked("", new LinkedHashMap<>(), List.of(), scene.other()));
    }

    /// The same, without a variable that nothing uses.
    private static Given unnamed(Given given) {
        return new Given(
                given.statements().stream()
                        .map(line -> line.replaceFirst("^[A-Z]\\w* \\w+ = ", ""))
                        .toList(),
                "");
    }
}
