package kiro.steering.infra;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/// The keys of tags, in the forms that the files have for them.
final class Tags {
    private Tags() {}

    /// Empty where some are known only when it is deployed.
    static Optional<Set<String>> keys(Setting tags, Surroundings around) {
        var keys = new HashSet<String>();
        return add(around.resolved(tags, false), around, keys)
                ? Optional.of(keys)
                : Optional.empty();
    }

    private static boolean add(Setting tags, Surroundings around, Set<String> keys) {
        return switch (tags) {
            case Setting.Nothing _ -> true;
            case Setting.Word _, Setting.Computed _ -> false;
            case Setting.Items items ->
                    items.items().stream()
                            .allMatch(each ->
                                    each instanceof Setting.Block pair
                                            ? addPair(pair, keys)
                                            : add(around.resolved(each, false), around, keys));
            case Setting.Block map -> {
                map.entries().forEach(entry -> keys.add(entry.key()));
                yield true;
            }
        };
    }

    /// `{Key: Owner, Value: us}`, or one of several maps that are put together.
    private static boolean addPair(Setting.Block pair, Set<String> keys) {
        Optional<Setting> key = pair.find("Key").or(() -> pair.find("key"));
        boolean isPair =
                key.isPresent()
                        && (pair.find("Value").isPresent() || pair.find("value").isPresent());
        if (!isPair) {
            pair.entries().forEach(entry -> keys.add(entry.key()));
            return true;
        }
        Optional<String> word = key.get().word();
        word.ifPresent(keys::add);
        return word.isPresent();
    }
}
