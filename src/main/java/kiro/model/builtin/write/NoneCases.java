package kiro.model.builtin.write;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kiro.spec.rest.CriterionOutcome;
import kiro.spec.rest.Field;
import kiro.spec.rest.FieldRule;

/// Writes the tests of lists in which nothing is, beside what belongs to others or is not selected.
final class NoneCases {
    private static final String NOBODYS = "nobody has this";
    private static final String NOT_EMPTY =
            "whether nothing is there depends on what the application starts with";

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

    /// Nothing is there, or nothing that belongs to whoever asks.
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

    /// With nothing stored: what is there is deleted before, or the application begins anew.
    private CaseWriting nothingAtAll(CriterionOutcome outcome) {
        String name = names.of("of which there are none is empty");
        return emptied(name)
                .map(before -> lists.written(outcome, name, new Given(before, ""), "", List.of()))
                .orElseGet(() -> CaseWriter.missing(NOT_EMPTY));
    }

    /// The statements after which nothing is there; empty where that cannot be had.
    private Optional<List<String>> emptied(String name) {
        Optional<List<String>> emptied = scene.stock().emptied();
        if (emptied.isEmpty()
                && new EmptyStart(scene.project(), scene.place().storage()).isSure()) {
            scene.code().marks.put(name, EmptyStart.ANEW);
            scene.code().imports.add("org.springframework.test.annotation.DirtiesContext");
            return Optional.of(List.of());
        }
        return emptied;
    }

    /// Beside a resource that a query does not select: with a text that nothing has, or with a value that the one resource
    /// that is there has not.
    ///
    /// @param parameter what selects, where the criterion names it
    CaseWriting unmatched(CriterionOutcome outcome, Optional<String> parameter) {
        List<Listing.Filter> filters =
                listing.filters().stream()
                        .filter(one -> parameter.map(one.parameter()::equals).orElse(true))
                        .toList();
        if (filters.isEmpty()) {
            return parameter.isPresent()
                    ? CaseWriter.missing("what " + parameter.get() + " selects cannot be tested")
                    : nothing(outcome);
        }
        String name = names.of("of which none matches is empty");
        Optional<Listing.Filter> text = filters.stream().filter(this::takesAnyText).findFirst();
        return text.map(filter -> unmatchedText(outcome, name, filter))
                .orElseGet(() -> unmatchedValue(outcome, name, filters.getFirst()));
    }

    private CaseWriting unmatchedText(
            CriterionOutcome outcome, String name, Listing.Filter filter) {
        Optional<Given> given = scene.stock().given(scene.owner());
        return given.isEmpty()
                ? CaseWriter.missing(CaseWriter.NO_RESOURCE)
                : lists.written(
                        outcome,
                        name,
                        unnamed(given.get()),
                        "?" + filter.parameter() + "=" + NOBODYS,
                        List.of());
    }

    private CaseWriting unmatchedValue(
            CriterionOutcome outcome, String name, Listing.Filter filter) {
        var queries = new QueryCases(scene, writer);
        Optional<String> value = queries.some(filter);
        Optional<Given> other =
                value.flatMap(one -> queries.values(filter, one))
                        .flatMap(two ->
                                scene.stock()
                                        .given(
                                                scene.owner(),
                                                "other " + Names.words(filter.property().name()),
                                                Map.of(filter.kept(), two[1])));
        if (other.isEmpty()) {
            return CaseWriter.missing(CaseWriter.NO_RESOURCE);
        }
        Optional<List<String>> before = emptied(name);
        if (before.isEmpty()) {
            return CaseWriter.missing(NOT_EMPTY);
        }
        var statements = new ArrayList<>(before.get());
        statements.addAll(unnamed(other.get()).statements());
        return lists.written(
                outcome,
                name,
                new Given(statements, ""),
                "?" + filter.parameter() + "=" + value.get(),
                List.of());
    }

    /// Whether a text that no resource has breaks no rule of the parameter.
    private boolean takesAnyText(Listing.Filter filter) {
        return filter.property().typeName().raw().equals("String")
                && listing.parameter(filter.parameter())
                        .filter(NoneCases::takesAnyText)
                        .isPresent();
    }

    private static boolean takesAnyText(Field field) {
        return field.rules().stream()
                .noneMatch(rule ->
                        rule instanceof FieldRule.OneOf
                                || rule instanceof FieldRule.Format
                                || rule instanceof FieldRule.Matches
                                || isTooShort(rule));
    }

    private static boolean isTooShort(FieldRule rule) {
        return rule instanceof FieldRule.Length length
                && (length.max().orElse(NOBODYS.length()) < NOBODYS.length()
                        || length.min().orElse(0) > NOBODYS.length());
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
