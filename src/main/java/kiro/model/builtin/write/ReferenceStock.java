package kiro.model.builtin.write;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import kiro.spec.rest.Field;

/// What the bodies of tests refer to: one that each test starts with, in a field of the test class.
final class ReferenceStock {
    private final References references;
    private final Function<Place, Stock> stocks;
    private final OtherStock others;
    private final TestCode code;

    /// @param stocks makes what stores the things of a place
    /// @param others stores what bodies refer to
    ReferenceStock(
            References references,
            Function<Place, Stock> stocks,
            OtherStock others,
            TestCode code) {
        this.references = references;
        this.stocks = stocks;
        this.others = others;
        this.code = code;
    }

    /// The field of the test class with what a body refers to.
    static String name(Reference reference) {
        return Names.variable(reference.place().resource().name());
    }

    boolean isOf(Field field) {
        return references.of(field.name()).isPresent();
    }

    /// The key of one that is stored, as a body has it; empty where a test can store none.
    Optional<Sample> sample(Field field) {
        return references
                .of(field.name())
                .flatMap(one -> {
                    String name = name(one);
                    if (!code.fields.containsKey(name)) {
                        Optional<String> stored = others.usual(one);
                        if (stored.isEmpty()) {
                            return Optional.empty();
                        }
                        code.fields.put(name, one.place().resource().name());
                        code.before.add(name + " = " + stored.get() + ";");
                    }
                    return Optional.of(sample(one, name));
                });
    }

    /// The statement that puts another one in the place of that to which bodies refer; empty where a test can store none.
    Optional<String> other(Field field) {
        return references
                .of(field.name())
                .flatMap(one ->
                        others.usual(one).map(stored -> "%s = %s;".formatted(name(one), stored)));
    }

    private static Sample sample(Reference one, String variable) {
        var id = one.place().resource().id().orElseThrow();
        String key = variable + id.read();
        return switch (id.typeName().boxed()) {
            case "UUID" -> new Sample("\"%s\"", Optional.of(key), Optional.of(key + ".toString()"));
            case "String" -> new Sample("\"%s\"", Optional.of(key), Optional.of(key));
            default -> new Sample("%s", Optional.of(key), Optional.of(key));
        };
    }

    /// What a body refers to and the resource holds, with the key that a body has.
    List<Held> held() {
        return references.all().stream()
                .filter(one -> one.held().isPresent())
                .flatMap(one ->
                        sample(one.field())
                                .flatMap(Sample::expected)
                                .map(key -> new Held(one, key))
                                .stream())
                .toList();
    }

    /// @param key the expression for the key
    record Held(Reference reference, String key) {}

    /// A key that nothing has.
    Optional<Sample> unknown(String field) {
        return references
                .of(field)
                .map(one -> stocks.apply(one.place()).unknownId())
                .map(id ->
                        id.startsWith("\"")
                                ? Sample.text(id.substring(1, id.length() - 1))
                                : Sample.plain(id.replace("_", "")));
    }
}
