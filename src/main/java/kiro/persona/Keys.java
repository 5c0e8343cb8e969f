package kiro.persona;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import kiro.finding.Slips;
import kiro.text.ValueTree;

/// Takes values of the expected kinds out of a mapping; what is of another kind is said, and left out.
final class Keys {
    private final ValueTree.Fields fields;
    private final Slips slips;

    Keys(ValueTree.Fields fields, Slips slips) {
        this.fields = fields;
        this.slips = slips;
    }

    Optional<String> text(String key) {
        return value(key)
                .flatMap(value ->
                        value instanceof ValueTree.Word word
                                ? Optional.of(Clean.text(word.text()))
                                : wrong(key, value, "a text"));
    }

    Optional<Boolean> truth(String key) {
        return value(key)
                .flatMap(value ->
                        value instanceof ValueTree.Word word && word.text().matches("true|false")
                                ? Optional.of(Boolean.valueOf(word.text()))
                                : wrong(key, value, "true or false"));
    }

    /// A list of texts; a single text stands for a list of one. Empty where the key is absent.
    Optional<List<String>> texts(String key) {
        return value(key)
                .flatMap(value ->
                        switch (value) {
                            case ValueTree.Word word ->
                                    Optional.of(List.of(Clean.text(word.text())));
                            case ValueTree.Items items -> Optional.of(texts(key, items));
                            case ValueTree.Fields _, ValueTree.Nothing _ ->
                                    wrong(key, value, "a list");
                        });
    }

    private List<String> texts(String key, ValueTree.Items items) {
        var texts = new ArrayList<String>();
        for (ValueTree item : items.items()) {
            if (item instanceof ValueTree.Word word) {
                texts.add(Clean.text(word.text()));
            } else {
                wrong(key, item, "a list of texts");
            }
        }
        return texts;
    }

    Optional<ValueTree.Fields> mapping(String key) {
        return value(key)
                .flatMap(value ->
                        value instanceof ValueTree.Fields mapping
                                ? Optional.of(mapping)
                                : wrong(key, value, "a mapping"));
    }

    /// The value of a key, unless it is nothing.
    Optional<ValueTree> value(String key) {
        return fields.find(key)
                .map(ValueTree.Field::value)
                .filter(value -> !(value instanceof ValueTree.Nothing));
    }

    private <T> Optional<T> wrong(String key, ValueTree value, String wanted) {
        slips.error(
                "wrong-value",
                value.span(),
                "'%s' holds %s where %s belongs".formatted(key, value.kind(), wanted),
                "see docs/formats/agents.md");
        return Optional.empty();
    }
}
