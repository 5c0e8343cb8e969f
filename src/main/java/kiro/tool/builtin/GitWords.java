package kiro.tool.builtin;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// The words after a git command, told apart.
///
/// @param options as they are given, with values that hang on them
/// @param names revisions and paths
record GitWords(List<String> options, List<String> names) {
    /// Options whose next word is a free text.
    private static final Set<String> WITH_TEXT =
            Set.of("-m", "--message", "-S", "-G", "--grep", "--author", "--committer", "--trailer");

    GitWords {
        options = List.copyOf(options);
        names = List.copyOf(names);
    }

    static GitWords of(List<String> words) {
        var options = new ArrayList<String>();
        var names = new ArrayList<String>();
        for (int i = 0; i < words.size(); i++) {
            String word = words.get(i);
            if (word.equals("--")) {
                names.addAll(words.subList(i + 1, words.size()));
                break;
            }
            if (!word.startsWith("-") || word.equals("-")) {
                names.add(word);
                continue;
            }
            options.add(word);
            if (WITH_TEXT.contains(word)) {
                i++;
            }
        }
        return new GitWords(options, names);
    }

    /// An option without the value after its `=`.
    static String name(String option) {
        int equals = option.indexOf('=');
        return equals < 0 || !option.startsWith("--") ? option : option.substring(0, equals);
    }

    /// Everything that git may take for a path: names, and the values of options that are no texts.
    List<String> paths() {
        var paths = new ArrayList<>(names);
        for (String option : options) {
            String name = name(option);
            if (!name.equals(option) && !WITH_TEXT.contains(name)) {
                paths.add(option.substring(name.length() + 1));
            } else if (option.startsWith("-F")) {
                paths.add(option.substring(2));
            }
        }
        return paths;
    }
}
