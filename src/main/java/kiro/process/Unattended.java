package kiro.process;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// What a command finds in its environment where nobody sits before it: what would wait for a person ends at once, and says so.
public final class Unattended {
    private static final List<String> EDITORS =
            List.of("EDITOR", "VISUAL", "GIT_EDITOR", "GIT_SEQUENCE_EDITOR");

    /// A program that there is not, whose name says why. Some take the variable for a line of the shell, some for words, some for
    /// a program: this is the same for all, and is told by all.
    private static final String NO_EDITOR =
            "kiro:nobody-can-edit-here:give-the-text-on-the-command-line,as-git-commit--m-does";

    private static final List<String> PAGERS =
            List.of(
                    "PAGER",
                    "GIT_PAGER",
                    "MANPAGER",
                    "SYSTEMD_PAGER",
                    "AWS_PAGER",
                    "GH_PAGER",
                    "BAT_PAGER");

    private Unattended() {}

    public static Map<String, String> variables() {
        var all =
                new HashMap<>(
                        Map.of(
                                "GIT_TERMINAL_PROMPT", "0",
                                "GIT_MERGE_AUTOEDIT", "no",
                                "SSH_ASKPASS_REQUIRE", "never",
                                "GH_PROMPT_DISABLED", "1",
                                "PIP_NO_INPUT", "1",
                                "DEBIAN_FRONTEND", "noninteractive"));
        EDITORS.forEach(name -> all.put(name, NO_EDITOR));
        PAGERS.forEach(name -> all.put(name, "cat"));
        return Map.copyOf(all);
    }
}
