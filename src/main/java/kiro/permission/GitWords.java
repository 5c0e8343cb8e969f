package kiro.permission;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import kiro.permission.shell.ShellWord;

/// The words of a git command without the options before it that do no harm: `git -C sub status` is
/// `git status`, in another folder.
///
/// @param folders where git is told to go first
/// @param words from the command on, or from an option that may run programs
record GitWords(List<String> folders, List<String> words) {
    private static final List<String> HARMLESS =
            List.of(
                    "--no-pager",
                    "-P",
                    "--no-optional-locks",
                    "--literal-pathspecs",
                    "--no-replace-objects");
    private static final String HARMLESS_SETTING =
            "(color\\.[\\w.]+|core\\.quote[pP]ath|user\\.(name|email)|advice\\.\\w+|commit\\.gpg[sS]ign)=[^!`$]*";

    GitWords {
        folders = List.copyOf(folders);
        words = List.copyOf(words);
    }

    /// @param arguments all words after `git`
    static GitWords of(List<String> arguments) {
        var folders = new ArrayList<String>();
        int at = 0;
        while (at < arguments.size()) {
            String word = arguments.get(at);
            boolean hasNext = at + 1 < arguments.size();
            if (word.equals("-C") && hasNext) {
                folders.add(arguments.get(at + 1));
                at += 2;
            } else if (word.equals("-c")
                    && hasNext
                    && arguments.get(at + 1).matches(HARMLESS_SETTING)) {
                at += 2;
            } else if (HARMLESS.contains(word)) {
                at++;
            } else {
                break;
            }
        }
        return new GitWords(folders, arguments.subList(at, arguments.size()));
    }

    /// Is it told to go out of the workspace first?
    boolean isElsewhere() {
        return folders.stream()
                .map(folder -> Place.of(new ShellWord(folder, folder.contains("$"), false)))
                .anyMatch(place -> place != Place.INSIDE && place != Place.WHOLE);
    }

    /// As rules are matched against it: what is done elsewhere is something else.
    String text() {
        String elsewhere =
                isElsewhere()
                        ? folders.stream()
                                .map(folder -> "-C " + folder + " ")
                                .collect(Collectors.joining())
                        : "";
        return ("git " + elsewhere + String.join(" ", words)).strip();
    }
}
