package kiro.persona;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Takes values of the expected kinds out of a mapping; what is of another kind is said, and left out.
final class Keys {
    private final Tree.Fields fields;
    private final Slips slips;

    Keys(Tree.Fields fields, Slips slips) {
        this.fields = fields;
        this.slips = slips;
    }

    Optional<String> text(String key) {
        return value(key)
                .flatMap(value ->
                        value instanceof Tree.Word word
                                ? Optional.of(Clean.text(word.text()))
                                : wrong(key, value, "a text"));
    }

    Optional<Boolean> truth(String key) {
        return value(key)
                .flatMap(value ->
                        value instanceof Tree.Word word && word.text().matches("true|false")
                                ? Optional.of(Boolean.valueOf(word.text()))
                                : wrong(key, value, "true or false"));
    }

    /// A list of texts; a single text stands for a list of one. Empty where the key is absent.
    Optional<List<String>> texts(String key) {
        return value(key)
                .flatMap(value ->
                        switch (value) {
                            case Tree.Word word -> Optional.of(List.of(Clean.text(word.text())));
                            case Tree.Items items -> Optional.of(texts(key, items));
                            case Tree.Fields _, Tree.Nothing _ -> wrong(key, value, "a list");
                        });
    }

    private List<String> texts(String key, Tree.Items items) {
        var texts = new ArrayList<String>();
        for (Tree item : items.items()) {
            if (item instanceof Tree.Word word) {
                texts.add(Clean.text(word.text()));
            } else {
                wrong(key, item, "a list of texts");
            }
        }
        return texts;
    }

    Optional<Tree.Fields> mapping(String key) {
        return value(key)
                .flatMap(value ->
                        value instanceof Tree.Fields mapping
                                ? Optional.of(mapping)
                                : wrong(key, value, "a mapping"));
    }

    /// The value of a key, unless it is nothing.
    Optional<Tree> value(String key) {
        return fields.find(key)
                .map(Tree.Field::value)
                .filter(value -> !(value instanceof Tree.Nothing));
    }

    private <T> Optional<T> wrong(String key, Tree value, String wanted) {
        slips.error(
                "wrong-value",
                value.span(),
                "'%s' holds %s where %s belongs".formatted(key, value.kind(), wanted),
                "see docs/formats/agents.md");
        return Optional.empty();
    }
}
