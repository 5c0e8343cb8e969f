package kiro.model.builtin.write;

import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import kiro.model.builtin.project.Columns;
import kiro.model.builtin.project.Property;
import kiro.spec.rest.Field;
import kiro.spec.rest.FieldRule;

/// Texts by which a list is searched in a test: of the form that the parameter takes, and no longer than the column.
final class SoughtText {
    private static final String USUAL = "Wanted";
    private static final String OTHER = "Something else";

    private final Optional<Columns.Column> column;

    /// @param column the one that is searched
    SoughtText(Optional<Columns.Column> column) {
        this.column = column;
    }

    static SoughtText of(Scene scene, Property property) {
        return new SoughtText(
                new Columns(scene.project().sources())
                        .of(scene.place().resource().type(), property));
    }

    /// One word, as it stands in an address; empty where none is known that the parameter takes.
    Optional<String> some(Optional<Field> parameter) {
        boolean hasForm =
                parameter.stream()
                        .flatMap(field -> field.rules().stream())
                        .anyMatch(rule ->
                                rule instanceof FieldRule.Matches
                                        || rule instanceof FieldRule.Format);
        if (hasForm) {
            return parameter
                    .flatMap(field -> Sample.valid(field, "String"))
                    .flatMap(Sample::bare)
                    .filter(text -> text.matches("[\\w.@+-]+"));
        }
        OptionalInt most = parameter.map(Sample::maxLength).orElse(OptionalInt.empty());
        String allowed = USUAL.substring(0, Math.min(USUAL.length(), most.orElse(USUAL.length())));
        return Optional.of(ColumnText.of(allowed, column));
    }

    /// A text of which this is a part, in capitals.
    String around(String part) {
        String whole = "The " + part.toUpperCase(Locale.ROOT) + " one";
        return fits(whole) ? whole : part.toUpperCase(Locale.ROOT);
    }

    /// A text that no search finds.
    String other() {
        return ColumnText.of(fits(OTHER) ? OTHER : "Other", column);
    }

    private boolean fits(String text) {
        return column.filter(one -> one.length() < text.length()).isEmpty();
    }
}
