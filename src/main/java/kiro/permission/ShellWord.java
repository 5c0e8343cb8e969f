package kiro.permission;

/// A word of a shell line, quotes taken off.
///
/// @param isDynamic whether the shell makes more of it, by a variable or a substitution
/// @param isPattern whether it may stand for several files
record ShellWord(String text, boolean isDynamic, boolean isPattern) {
    static ShellWord plain(String text) {
        return new ShellWord(text, false, false);
    }

    /// Is it known what the command will see?
    boolean isPlain() {
        return !isDynamic && !isPattern;
    }
}
