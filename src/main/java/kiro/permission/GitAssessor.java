package kiro.permission;

import java.util.List;
import java.util.Set;

/// Tells what a git command could do.
///
/// Git takes any beginning of a long option's name for the name, and several short options in one word.
final class GitAssessor {
    /// Commands that only look, whatever their options are, but for those in `WRITING_OPTIONS`.
    private static final Set<String> LOOKING =
            Set.of(
                    "status",
                    "log",
                    "diff",
                    "show",
                    "blame",
                    "ls-files",
                    "ls-tree",
                    "rev-parse",
                    "describe",
                    "shortlog",
                    "cat-file",
                    "grep",
                    "rev-list",
                    "merge-base",
                    "name-rev",
                    "version",
                    "help",
                    "check-ignore",
                    "count-objects",
                    "whatchanged");

    private static final List<String> WRITING_OPTIONS =
            List.of("--output", "--ext-diff", "--textconv", "--open-files-in-pager", "--no-index");

    /// What stays in the repository, and can be found again in its history or its record of heads.
    private static final Set<String> KEPT =
            Set.of(
                    "add",
                    "commit",
                    "mv",
                    "switch",
                    "merge",
                    "tag",
                    "branch",
                    "revert",
                    "cherry-pick",
                    "init",
                    "fetch",
                    "notes",
                    "checkout",
                    "stash",
                    "reset",
                    "worktree");

    private static final Set<String> REWRITING =
            Set.of(
                    "rebase",
                    "filter-branch",
                    "filter-repo",
                    "replace",
                    "reflog",
                    "gc",
                    "prune",
                    "update-ref",
                    "symbolic-ref",
                    "fast-import");

    private GitAssessor() {}

    /// A command of the git tool that is not known to look only.
    static Assessment ofChange(List<String> arguments) {
        return of(arguments)
                .orWorse(
                        new Assessment(
                                Concern.NOTABLE,
                                "git "
                                        + String.join(" ", arguments)
                                        + " is not known to look only"));
    }

    /// Any git command.
    ///
    /// @param arguments all words after `git`
    static Assessment of(List<String> arguments) {
        GitWords git = GitWords.of(arguments);
        Assessment own = command(git.words());
        if (!git.isElsewhere()) {
            return own;
        }
        return own.concern() == Concern.SMALL
                ? new Assessment(Concern.NOTABLE, "git looks outside of the workspace")
                : own.orWorse(personal("git would act outside of the workspace"));
    }

    private static Assessment command(List<String> words) {
        String command = words.isEmpty() ? "" : words.getFirst();
        List<String> rest = words.isEmpty() ? List.of() : words.subList(1, words.size());
        if (command.equals("--version") || command.equals("--help") || command.isEmpty()) {
            return new Assessment(Concern.SMALL, "git only tells about itself");
        }
        if (command.startsWith("-")) {
            return personal("git with options before its command can run programs");
        }
        if (command.equals("push")) {
            return push(rest);
        }
        if (REWRITING.contains(command) || (command.equals("commit") && has(rest, "--amend"))) {
            return personal("git " + command + " rewrites history");
        }
        if (runsPrograms(command, rest)) {
            return personal("git " + command + " with such options can run programs");
        }
        if ((command.equals("fetch") || command.equals("pull")) && namesPlace(rest)) {
            return personal(
                    "git " + command + " talks to another place than those that are set up");
        }
        if (losesWork(command, rest)) {
            return personal("git " + command + " can throw away work that is not committed");
        }
        if (dropsNames(command, rest)) {
            return personal("git " + command + " removes what leads to commits");
        }
        return LOOKING.contains(command) ? looking(command, rest) : changing(command);
    }

    private static Assessment looking(String command, List<String> rest) {
        boolean opensPager = command.equals("grep") && hasShort(rest, 'O');
        return opensPager || WRITING_OPTIONS.stream().anyMatch(option -> has(rest, option))
                ? personal("git " + command + " with such options can write files or run programs")
                : new Assessment(Concern.SMALL, "git " + command + " only looks");
    }

    private static Assessment changing(String command) {
        if (KEPT.contains(command)) {
            return new Assessment(Concern.NOTABLE, "git " + command + " changes the repository");
        }
        return switch (command) {
            case "rm" -> new Assessment(Concern.GRAVE, "git rm deletes files");
            case "pull" -> new Assessment(Concern.GRAVE, "git pull brings changes from elsewhere");
            case "config", "remote", "submodule", "clone", "hook", "maintenance", "bisect" ->
                    personal(
                            "git "
                                    + command
                                    + " can make git run programs, or talk to other places");
            default -> personal("what git " + command + " does is not known");
        };
    }

    private static Assessment push(List<String> rest) {
        boolean isForced =
                has(rest, "--force")
                        || has(rest, "--mirror")
                        || has(rest, "--delete")
                        || has(rest, "--prune")
                        || hasShort(rest, 'f')
                        || hasShort(rest, 'd')
                        || rest.stream()
                                .anyMatch(word -> word.startsWith("+") || word.startsWith(":"));
        return isForced
                ? new Assessment(
                        Concern.FORBIDDEN, "this git push overwrites or deletes what others have")
                : personal("git push sends commits to another place");
    }

    /// Does a word name a place by its address, and no remote? `host:path` is one, `main:main` behind a remote none.
    private static boolean namesPlace(List<String> rest) {
        boolean isAfterRemote = false;
        for (String word : rest) {
            boolean isAddress =
                    word.contains("://")
                            || word.contains("@")
                            || (word.contains(":") && !isAfterRemote)
                            || word.matches("\\+?[^:/]*\\.[^:/]*:.*");
            if (!word.startsWith("-") && isAddress) {
                return true;
            }
            isAfterRemote |= word.matches("[a-zA-Z][\\w-]*");
        }
        return false;
    }

    /// What is called at the other end may be at this one, and a template brings hooks along.
    private static boolean runsPrograms(String command, List<String> rest) {
        return switch (command) {
            case "fetch", "pull" -> has(rest, "--upload-pack");
            case "init" -> has(rest, "--template");
            default -> false;
        };
    }

    private static boolean losesWork(String command, List<String> rest) {
        boolean isForced = has(rest, "--force") || hasShort(rest, 'f');
        return switch (command) {
            case "clean", "restore" -> true;
            case "reset" -> has(rest, "--hard") || has(rest, "--merge") || has(rest, "--keep");
            case "checkout" -> isForced || !isBranch(rest);
            case "switch" -> isForced || has(rest, "--discard-changes");
            case "stash" -> rest.contains("drop") || rest.contains("clear");
            case "rm" -> isForced;
            case "worktree" -> rest.contains("remove");
            default -> false;
        };
    }

    /// `checkout` takes back files when it is given some: only a new or a single plain name is safe.
    private static boolean isBranch(List<String> rest) {
        boolean isNew = hasShort(rest, 'b') || rest.equals(List.of("-"));
        return isNew
                || (rest.size() == 1
                        && !rest.getFirst().equals(".")
                        && !rest.getFirst().equals("--")
                        && !rest.getFirst().contains("*"));
    }

    private static boolean dropsNames(String command, List<String> rest) {
        boolean isNamed =
                command.equals("branch") || command.equals("tag") || command.equals("notes");
        boolean drops =
                has(rest, "--delete")
                        || has(rest, "--force")
                        || hasShort(rest, 'd')
                        || hasShort(rest, 'D')
                        || hasShort(rest, 'f')
                        || hasShort(rest, 'M')
                        || hasShort(rest, 'C');
        return isNamed && drops;
    }

    /// Is there this long option, or a beginning of its name, or one that begins with it?
    private static boolean has(List<String> words, String option) {
        return words.stream()
                .map(word -> word.contains("=") ? word.substring(0, word.indexOf('=')) : word)
                .anyMatch(word ->
                        word.length() > 3 && (option.startsWith(word) || word.startsWith(option)));
    }

    private static boolean hasShort(List<String> words, char option) {
        return words.stream()
                .anyMatch(word ->
                        word.length() > 1
                                && word.charAt(0) == '-'
                                && word.charAt(1) != '-'
                                && word.indexOf(option) > 0);
    }

    private static Assessment personal(String reason) {
        return new Assessment(Concern.PERSONAL, reason);
    }
}
