package kiro.permission.shell;

/// A word of a shell line, quotes taken off.
///
/// @param isDynamic whether the shell makes more of it, by a variable or a substitution, or whether shells
///     disagree about it
/// @param isPattern whether it may stand for several files or words
public record ShellWord(String text, boolean isDynamic, boolean isPattern) {
    public static ShellWord plain(String text) {
        return new ShellWord(text, false, false);
    }

    /// A word that is made as the command runs.
    public static ShellWord dynamic(String text) {
        return new ShellWord(text, true, false);
    }

    /// The same word, written from a folder where it is a path to it or into it.
    ShellWord seenFrom(String folder) {
        if (text.equals(folder)) {
            return new ShellWord(".", isDynamic, isPattern);
        }
        return !folder.equals("/") && text.startsWith(folder + "/")
                ? new ShellWord("./" + text.substring(folder.length() + 1), isDynamic, isPattern)
                : this;
    }

    /// The same word, as a path through a folder where it can be one.
    ShellWord movedInto(String folder) {
        if (text.isEmpty() || text.matches("(?s)[-/~$].*")) {
            return this;
        }
        int value = text.matches("(?s)[a-z]+=[^/].*") ? text.indexOf('=') + 1 : 0;
        return new ShellWord(
                text.substring(0, value) + folder + "/" + text.substring(value),
                isDynamic,
                isPattern);
    }

    /// Is it known what the command will see?
    public boolean isPlain() {
        return !isDynamic && !isPattern;
    }
}
