package kiro.permission;

/// A word of a shell line, quotes taken off.
///
/// @param isDynamic whether the shell makes more of it, by a variable or a substitution
/// @param isPattern whether it may stand for several files
record ShellWord(String text, boolean isDynamic, boolean isPattern) {
    static ShellWord plain(String text) {
        return new ShellWord(text, false, false);
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

    /// Is it known what the command will see?
    boolean isPlain() {
        return !isDynamic && !isPattern;
    }
}
