package kiro.tool.builtin;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import kiro.process.Capture;
import kiro.workspace.Git;

/// Keeps from the git tool what `.kiroignore` keeps from every tool, though the repository has it.
final class KeptFromGit {
    private static final Set<String> WITH_PATHS =
            Set.of("diff", "log", "show", "status", "ls-files", "shortlog", "rev-list", "clean");

    /// Their names are files of the workspace, or such as git makes.
    private static final Set<String> WITHOUT_REVISIONS =
            Set.of("add", "mv", "rm", "commit", "clean", "init", "remote", "ls-files", "status");

    /// What they take of a folder of a commit keeps its names, or is no more than names.
    private static final Set<String> WITH_FOLDERS =
            Set.of("show", "cat-file", "rev-parse", "fetch", "push");

    private static final Pattern LISTING =
            Pattern.compile("--oneline|-n?\\d*|--(format|pretty|date|max-count)(=.*)?");

    private final Git git;
    private final PathReader paths;
    private final List<String> exclusions;

    KeptFromGit(Git git, PathReader paths) {
        this.git = git;
        this.paths = paths;
        this.exclusions = paths.exclusions();
    }

    /// Why a command is not run that would show files which are kept; empty where none would.
    Optional<String> objection(List<String> given) {
        if (exclusions.isEmpty() || given.isEmpty()) {
            return Optional.empty();
        }
        String command = given.getFirst();
        GitWords words = GitWords.of(given.subList(1, given.size()));
        return switch (command) {
            case "cat-file" ->
                    words.names().stream().anyMatch(name -> name.indexOf(':') < 0)
                                    || words.options().stream()
                                            .anyMatch(option -> !option.matches("-[ptse]"))
                            ? Optional.of(
                                    showing(command)
                                            + "; name a file as REVISION:PATH, with git show")
                            : Optional.empty();
            case "ls-tree" ->
                    Optional.of(
                            "git ls-tree would name what .kiroignore keeps from tools: use git ls-files");
            case "mv" ->
                    words.names().stream()
                            .filter(paths::holdsKept)
                            .findFirst()
                            .map(folder ->
                                    folder
                                            + " holds what .kiroignore keeps from tools, which would get other names: move"
                                            + " the other files one by one");
            case "stash" -> stash(words).map(KeptFromGit::showing);
            default -> PatchOption.in(command, words).map(KeptFromGit::showing);
        };
    }

    private static Optional<String> stash(GitWords words) {
        String action = words.names().stream().findFirst().orElse("push");
        boolean isShown =
                action.equals("show")
                        || (action.equals("list")
                                && words.options().stream()
                                        .anyMatch(option -> !LISTING.matcher(option).matches()));
        return isShown ? Optional.of("stash " + action) : PatchOption.in("stash", words);
    }

    private static String showing(String what) {
        return "git "
                + what
                + " could show what .kiroignore keeps from tools: use git diff, log or show";
    }

    /// A file or a folder that is named by its number alone may be one that is kept, and what a folder of a commit holds loses the
    /// folder's name.
    Optional<String> unnamed(List<String> given) throws InterruptedException {
        String command = given.getFirst();
        if (exclusions.isEmpty() || WITHOUT_REVISIONS.contains(command)) {
            return Optional.empty();
        }
        GitWords words = GitWords.of(given.subList(1, given.size()));
        List<String> names =
                Stream.concat(
                                words.names().stream(),
                                words.options().stream()
                                        .filter(option -> option.matches("-s.+|--so.*=.*"))
                                        .map(option -> option.replaceFirst("^(-s|--so.*?=)", "")))
                        .flatMap(name -> Stream.of(name.split("\\.\\.+")))
                        .map(name -> name.replaceFirst("^[\\^+]+", ""))
                        .toList();
        for (String name : names) {
            String object = name.replaceFirst(":.*$", "");
            if (!object.isEmpty() && isPart(object)) {
                return Optional.of(
                        "%s names no commit, and what it names may be kept from tools by .kiroignore: name it as REVISION:PATH"
                                .formatted(object));
            }
            if (name.indexOf(':') > 0
                    && !WITH_FOLDERS.contains(command)
                    && type(name).equals("tree")) {
                return Optional.of(
                        "%s is a folder of a commit, and what it holds may be kept from tools by .kiroignore: name the commit, and the folder after --"
                                .formatted(name));
            }
        }
        return Optional.empty();
    }

    private boolean isPart(String object) throws InterruptedException {
        String type = type(object + "^{}");
        return !type.isEmpty() && !type.equals("commit");
    }

    /// What git calls a thing that is named; empty where nothing is.
    private String type(String object) throws InterruptedException {
        return git.run(List.of("cat-file", "-t", object)) instanceof Capture.Ended ended
                        && ended.code() == 0
                ? new String(ended.output(), StandardCharsets.UTF_8).strip()
                : "";
    }

    /// The line with patterns for what is left out.
    ///
    /// @param arguments as they are run
    List<String> without(List<String> given, List<String> arguments) {
        if (exclusions.isEmpty() || !WITH_PATHS.contains(given.getFirst())) {
            return arguments;
        }
        return Stream.concat(arguments.stream(), exclusions.stream()).toList();
    }
}
