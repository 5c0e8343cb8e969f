package kiro.permission;

import java.util.Set;
import kiro.text.JsonTree;
import kiro.text.ValueTree;
import kiro.text.YamlTree;

/// The words of a file of hooks that can name what runs: all, but for those that say which files a hook is about, what has to
/// be there, and where a report goes.
final class HookWords {
    private static final Set<String> OF_OURS =
            Set.of(
                    "hooks/files",
                    "hooks/except",
                    "hooks/if",
                    "hooks/with/output",
                    "hooks/with/file");
    private static final Set<String> OF_KIRO = Set.of("hooks/matcher", "when/patterns");

    private HookWords() {}

    /// The text of another file, and of one that cannot be read, is as it is.
    static String of(String path, String text) {
        if (path.equals(".kiro/hooks.yaml")) {
            return of(YamlTree.read(text, 0), OF_OURS, text);
        }
        boolean isOfKiro =
                path.startsWith(".kiro/hooks/")
                        && (path.endsWith(".json") || path.endsWith(".kiro.hook"));
        return isOfKiro ? of(JsonTree.read(text), OF_KIRO, text) : text;
    }

    private static String of(ValueTree.Reading reading, Set<String> left, String text) {
        if (!(reading instanceof ValueTree.Reading.Whole(ValueTree.Fields fields))) {
            return text;
        }
        var words = new StringBuilder();
        add(fields, "", left, words);
        return words.toString();
    }

    private static void add(ValueTree value, String place, Set<String> left, StringBuilder words) {
        switch (value) {
            case ValueTree.Nothing _ -> {}
            case ValueTree.Word word -> words.append(word.text()).append('\n');
            case ValueTree.Items items ->
                    items.items().forEach(each -> add(each, place, left, words));
            case ValueTree.Fields fields ->
                    fields.fields()
                            .forEach(field -> {
                                String at =
                                        place.isEmpty() ? field.key() : place + "/" + field.key();
                                if (!left.contains(at)) {
                                    add(field.value(), at, left, words);
                                }
                            });
        }
    }
}
