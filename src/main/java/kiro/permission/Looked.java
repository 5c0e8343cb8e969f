package kiro.permission;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import kiro.permission.shell.ShellCommand;
import kiro.permission.shell.ShellWord;

/// Tells what a command shows that its words do not name: all that is in a folder, or what git has kept.
final class Looked {
    private static final Set<String> GREPS = Set.of("grep", "egrep", "fgrep", "zgrep");
    private static final Set<String> WALKING =
            Set.of("rg", "ag", "ack", "find", "fd", "fdfind", "tree", "tar", "zip", "rsync", "du");
    private static final Set<String> WALKING_IF_TOLD = Set.of("ls", "cp", "diff", "scp");
    private static final Pattern RECURSIVELY =
            Pattern.compile("-[a-zA-Z]*[rRa][a-zA-Z]*|--(recursive|archive|dereference-rec.*)");

    private static final Set<String> SHOWING =
            Set.of(
                    "diff",
                    "show",
                    "blame",
                    "annotate",
                    "cat-file",
                    "grep",
                    "stash",
                    "format-patch",
                    "archive",
                    "whatchanged",
                    "fast-export",
                    "bundle",
                    "difftool",
                    "range-diff",
                    "diff-tree",
                    "diff-index",
                    "diff-files",
                    "checkout-index",
                    "restore",
                    "worktree");

    private static final Pattern MESSAGE = Pattern.compile("-[a-zA-Z]*m|--message");
    private static final Pattern PATTERNS = Pattern.compile("-[a-zA-Z]*[ef].*|--(regexp|file).*");

    private Looked() {}

    /// Whether a word is a text, and no file: what `grep` looks for, or the message of a commit.
    static boolean isText(ShellCommand command, ShellWord word) {
        if (command.program().equals("git")) {
            int at = command.words().indexOf(word);
            return at > 1
                    && MESSAGE.matcher(command.words().get(at - 1).text()).matches()
                    && command.texts().contains("commit");
        }
        return isGrep(command)
                && command.texts().stream().noneMatch(text -> PATTERNS.matcher(text).matches())
                && command.operands().stream().filter(word::equals).count() == 1
                && command.operands().stream().findFirst().filter(word::equals).isPresent();
    }

    private static boolean isGrep(ShellCommand command) {
        return GREPS.contains(command.program()) || command.program().equals("rg");
    }

    static Reach by(ShellCommand command) {
        if (command.program().equals("git")) {
            return ofGit(command.texts());
        }
        boolean isTold =
                command.texts().stream().anyMatch(text -> RECURSIVELY.matcher(text).matches());
        boolean walks =
                WALKING.contains(command.program())
                        || (isTold
                                && (GREPS.contains(command.program())
                                        || WALKING_IF_TOLD.contains(command.program())));
        if (!walks) {
            return Reach.NONE;
        }
        List<String> folders =
                command.operands().stream()
                        .filter(word -> !isText(command, word))
                        .map(ShellWord::text)
                        .map(Place::normalized)
                        .toList();
        return Reach.ofLooking(folders.isEmpty() ? List.of(".") : folders, false);
    }

    /// @param arguments all words after `git`
    static Reach ofGit(List<String> arguments) {
        List<String> words = GitWords.of(arguments).words();
        String verb = words.isEmpty() ? "" : words.getFirst();
        List<String> rest = words.isEmpty() ? List.of() : words.subList(1, words.size());
        boolean shows = SHOWING.contains(verb) || GitPatches.areShown(verb, rest);
        return shows ? Reach.ofLooking(List.of(), true) : Reach.NONE;
    }
}
