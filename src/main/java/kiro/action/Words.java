package kiro.action;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/// Words about names.
final class Words {
    private static final Pattern SENTENCE = Pattern.compile("[a-z0-9]+(?:_[a-z0-9]+){3,}");

    private Words() {}

    /// `A`, `A and B`, `A, B and C`.
    static String list(List<String> names) {
        int last = names.size() - 1;
        return last <= 0
                ? String.join("", names)
                : String.join(", ", names.subList(0, last)) + " and " + names.get(last);
    }

    /// The sentence that the name of a test is; empty for one that is none.
    static Optional<String> sentence(String name) {
        String bare = name.replaceFirst("^test_", "");
        return SENTENCE.matcher(bare).matches()
                ? Optional.of(bare.replace('_', ' '))
                : Optional.empty();
    }

    /// The name of a file without its end.
    static String stem(String path) {
        String name = path.substring(path.lastIndexOf('/') + 1);
        int dot = name.lastIndexOf('.');
        return dot <= 0 ? name : name.substring(0, dot);
    }
}
