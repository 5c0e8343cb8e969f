package kiro.code;

import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

/// Words that are looked for in the names of files and folders.
final class PathWords {
    private static final int LONGEST = 64;

    private final Set<String> words = new HashSet<>();

    /// Which lengths the words have: most parts of most paths are none of them by their length alone.
    private final boolean[] lengths = new boolean[LONGEST];

    private final boolean[] separators = new boolean['z'];

    /// @param separators the letters between the parts of a path, such as `/`
    PathWords(Set<String> words, String separators) {
        separators.chars().forEach(letter -> this.separators[letter] = true);
        for (String word : words) {
            if (word.length() < LONGEST) {
                this.words.add(word.toLowerCase(Locale.ROOT));
                lengths[word.length()] = true;
            }
        }
    }

    /// Whether one of them is a part of a path, in whatever case.
    ///
    /// @param from where the path is taken to begin, and to end
    boolean areIn(String path, int from, int end) {
        int start = from;
        for (int i = from; i <= end; i++) {
            if (i == end || separates(path.charAt(i))) {
                int length = i - start;
                if (length < LONGEST
                        && lengths[length]
                        && words.contains(path.substring(start, i).toLowerCase(Locale.ROOT))) {
                    return true;
                }
                start = i + 1;
            }
        }
        return false;
    }

    private boolean separates(char letter) {
        return letter < separators.length && separators[letter];
    }
}
