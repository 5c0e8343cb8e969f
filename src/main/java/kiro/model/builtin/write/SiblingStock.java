package kiro.model.builtin.write;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kiro.model.builtin.project.Backing;
import kiro.model.builtin.project.Property;
import kiro.model.builtin.project.Table;
import kiro.spec.rest.Field;

/// Stores others beside what a request of a test makes.
final class SiblingStock {
    private final Scene scene;

    SiblingStock(Scene scene) {
        this.scene = scene;
    }

    /// Statements that store one that belongs to the same as what is sent; empty where a test cannot have it.
    ///
    /// @param kind a word that tells it from others
    /// @param values expressions by property
    Optional<List<String>> same(Siblings siblings, String kind, Map<Property, String> values) {
        return switch (siblings.source()) {
            case PATH -> stored(scene.other().or(scene::owner), false, kind, values);
            case SENT ->
                    siblings.link()
                            .flatMap(this::sent)
                            .flatMap(link -> linked(siblings, link, kind, values));
            case CALLER -> stored(scene.owner(), true, kind, values);
        };
    }

    /// @param parent what the spec calls that to which they belong
    Optional<List<String>> same(
            Optional<String> parent, String kind, Map<Property, String> values) {
        return Siblings.of(scene.project(), scene.place(), parent)
                .flatMap(siblings -> same(siblings, kind, values));
    }

    /// The same of another parent than that of what is sent.
    Optional<List<String>> elsewhere(Siblings siblings, String kind, Map<Property, String> values) {
        if (siblings.source() == Siblings.Source.CALLER) {
            return stored(scene.other(), true, kind, values);
        }
        Optional<Field> field = siblings.link().flatMap(property -> scene.field(property.name()));
        if (siblings.link().isPresent()
                && field.filter(scene.stock().references()::isOf).isEmpty()) {
            return plain(siblings, kind, values);
        }
        Optional<String> other =
                field.isPresent()
                        ? scene.stock().references().other(field.get())
                        : scene.stock().otherParent(scene.owner());
        return same(siblings, kind, values)
                .flatMap(statements ->
                        other.map(statement -> {
                            var all = new ArrayList<>(statements);
                            all.add(statement);
                            return all;
                        }));
    }

    /// What they belong to is no more than a value, which another one has.
    private Optional<List<String>> plain(
            Siblings siblings, String kind, Map<Property, String> values) {
        Property property = siblings.link().orElseThrow();
        boolean isForeign =
                scene.place().storage().backing() instanceof Backing.Sql sql
                        && sql.column(property).flatMap(Table.Column::references).isPresent();
        Optional<String> value =
                isForeign
                        ? Optional.empty()
                        : sample(property)
                                .flatMap(one -> Scale.moved(one, property.typeName().boxed(), 1))
                                .flatMap(one -> literal(property, one));
        return value.flatMap(link -> linked(siblings, link, "foreign " + kind, values));
    }

    /// One of the same parent that the request works on.
    Optional<Given> own(Siblings siblings, String kind, Map<Property, String> values) {
        var all = new HashMap<>(values);
        siblings.link().ifPresent(link -> sent(link).ifPresent(value -> all.put(link, value)));
        return scene.stock().given(scene.owner(), kind, all);
    }

    /// One that belongs to what this expression names.
    private Optional<List<String>> linked(
            Siblings siblings, String link, String kind, Map<Property, String> values) {
        var all = new HashMap<>(values);
        Property property = siblings.link().orElseThrow();
        scene.stock().references().held().stream()
                .map(ReferenceStock.Held::reference)
                .filter(one -> one.field().name().equals(property.name()))
                .findFirst()
                .ifPresentOrElse(
                        one -> all.put(one.held().orElseThrow(), ReferenceStock.name(one)),
                        () -> all.put(property, link));
        return stored(scene.other().or(scene::owner), false, kind, all);
    }

    /// @param isTheirs whether it has to be this user's, whoever usually has such things
    private Optional<List<String>> stored(
            Optional<TestUser> user, boolean isTheirs, String kind, Map<Property, String> values) {
        Optional<Given> given =
                isTheirs
                        ? user.flatMap(one -> scene.stock().own(one, kind, values))
                        : scene.stock().given(user, kind, values);
        return given.map(one ->
                one.statements().stream()
                        .map(line -> line.replaceFirst("^\\w+ \\w+ = ", ""))
                        .toList());
    }

    private Optional<Sample> sample(Property property) {
        return scene.valid().flatMap(all -> Optional.ofNullable(all.get(property.name())));
    }

    private Optional<String> sent(Property property) {
        return sample(property)
                .flatMap(one -> one.isOfTest() ? one.argument() : literal(property, one));
    }

    private Optional<String> literal(Property property, Sample sample) {
        return sample.expected()
                .flatMap(text ->
                        KnownValues.literal(property.typeName().raw(), text, scene.code().imports));
    }
}
