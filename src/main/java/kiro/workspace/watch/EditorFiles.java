package kiro.workspace.watch;

import java.util.regex.Pattern;

/// Files that editors and tools put beside a file for the moment in which they write it. They are nobody's work.
final class EditorFiles {
    private static final Pattern TRANSIENT =
            Pattern.compile(
                    // Vim: a try whether the folder can be written, the old text, what is unsaved
                    "4913|.*~|\\..*\\.sw[a-z]"
                            // Emacs
                            + "|\\.#.*|#.*#"
                            // JetBrains, GNOME, sed, Kate, Sublime Text
                            + "|.*___jb_(?:tmp|old|bak)___|\\.goutputstream-\\w+|sed[A-Za-z0-9]{6}|\\..*\\.kate-swp|\\..*\\.subl\\w*\\.tmp"
                            // This program
                            + "|\\.kiro-\\d+-\\d+\\.tmp|\\.kiro-.*\\.tmp");

    private EditorFiles() {}

    static boolean isTransient(String name) {
        return TRANSIENT.matcher(name).matches();
    }
}
