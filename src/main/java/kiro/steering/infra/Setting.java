package kiro.steering.infra;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import kiro.text.SourceSpan;

/// A value in a file of infrastructure, with its place.
sealed interface Setting {
    SourceSpan span();

    /// A text, a number or a truth value, as it is written.
    record Word(String text, SourceSpan span) implements Setting {}

    /// What is known only when it is deployed: a reference, a function, a text with one of those in it.
    record Computed(String source, SourceSpan span) implements Setting {}

    record Nothing(SourceSpan span) implements Setting {}

    record Items(List<Setting> items, SourceSpan span) implements Setting {
        public Items {
            items = List.copyOf(items);
        }
    }

    /// Values by name. A name can stand several times, as blocks of Terraform do.
    ///
    /// @param labels what stands between the name of a block and its brace
    record Block(List<String> labels, List<Entry> entries, SourceSpan span) implements Setting {
        public Block {
            labels = List.copyOf(labels);
            entries = List.copyOf(entries);
        }

        Optional<Setting> find(String key) {
            return all(key).findFirst();
        }

        Stream<Setting> all(String key) {
            return entries.stream().filter(entry -> entry.key().equals(key)).map(Entry::value);
        }

        Stream<Block> blocks(String key) {
            return all(key).flatMap(Setting::blocks);
        }
    }

    /// @param span where the name stands
    record Entry(String key, Setting value, SourceSpan span) {}

    /// What came of reading a file.
    sealed interface Reading {
        record Whole(Block root) implements Reading {}

        record Broken(SourceSpan span, String problem) implements Reading {}
    }

    /// The word that it is, where it is one.
    default Optional<String> word() {
        return this instanceof Word word ? Optional.of(word.text()) : Optional.empty();
    }

    /// Itself where it is a block, or the blocks that it is a list of.
    default Stream<Block> blocks() {
        return switch (this) {
            case Block block -> Stream.of(block);
            case Items items -> items.items().stream().flatMap(Setting::blocks);
            case Word _, Computed _, Nothing _ -> Stream.empty();
        };
    }

    /// Itself where it is one value, or the values of the list.
    default Stream<Setting> each() {
        return this instanceof Items(List<Setting> items, SourceSpan _)
                ? items.stream()
                : Stream.of(this);
    }

    /// The values at a path: names with dots between them, through lists and blocks that stand several times.
    default Stream<Setting> at(String path) {
        int dot = path.indexOf('.');
        String first = dot < 0 ? path : path.substring(0, dot);
        Stream<Setting> found = blocks().flatMap(block -> block.all(first));
        return dot < 0 ? found : found.flatMap(value -> value.at(path.substring(dot + 1)));
    }

    /// Whether it, or something in it, is known only when it is deployed.
    default boolean isOpen() {
        return switch (this) {
            case Computed _ -> true;
            case Items items -> items.items().stream().anyMatch(Setting::isOpen);
            case Block block -> block.entries().stream().anyMatch(entry -> entry.value().isOpen());
            case Word _, Nothing _ -> false;
        };
    }
}
