package kiro.tool.builtin;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import kiro.process.Capture;
import kiro.workspace.Git;

/// Keeps from the git tool what `.kiroignore` keeps from every tool, though the repository has it.
final class KeptFromGit {
    private static final Set<String> WITH_PATHS =
            Set.of("diff", "log", "show", "status", "ls-files", "shortlog", "rev-list");

    private final Git git;
    private final List<String> exclusions;

    KeptFromGit(Git git, PathReader paths) {
        this.git = git;
        this.exclusions = paths.exclusions();
    }

    /// Why a command is not run that would show files which are kept; empty where none would.
    Optional<String> objection(List<String> given) {
        if (exclusions.isEmpty() || given.isEmpty()) {
            return Optional.empty();
        }
        GitWords words = GitWords.of(given.subList(1, given.size()));
        return switch (given.getFirst()) {
            case "stash" ->
                    words.names().stream()
                            .findFirst()
                            .filter("show"::equals)
                            .map(_ -> showing("stash show"));
            case "commit" ->
                    words.options().stream()
                            .filter(option ->
                                    option.matches(
                                            "-[a-zA-Z]*[vp][a-zA-Z]*|--verb.*|--patch|--dry.*"))
                            .findFirst()
                            .map(option -> showing("commit " + option));
            case "log" ->
                    words.options().stream()
                            .filter(option -> option.startsWith("--fol") || option.startsWith("-L"))
                            .findFirst()
                            .map(option -> showing("log " + option));
            case "cat-file" ->
                    words.names().stream()
                            .filter(name -> name.indexOf(':') < 0)
                            .findFirst()
                            .map(name ->
                                    showing("cat-file")
                                            + "; name a file as REVISION:PATH, with git show");
            case "ls-tree" ->
                    Optional.of(
                            "git ls-tree would name what .kiroignore keeps from tools: use git ls-files");
            default -> Optional.empty();
        };
    }

    private static String showing(String what) {
        return "git "
                + what
                + " could show what .kiroignore keeps from tools: use git diff, log or show";
    }

    /// A file or a folder that is named by its number alone may be one that is kept.
    Optional<String> unnamed(List<String> given) throws InterruptedException {
        if (exclusions.isEmpty()) {
            return Optional.empty();
        }
        for (String name : GitWords.of(given.subList(1, given.size())).names()) {
            for (String revision : name.split("\\.\\.+")) {
                String object = revision.replaceFirst("^\\^", "").replaceFirst(":.*$", "");
                if (!object.isEmpty() && isPart(object)) {
                    return Optional.of(
                            "%s names no commit, and what it names may be kept from tools by .kiroignore: name it as REVISION:PATH"
                                    .formatted(object));
                }
            }
        }
        return Optional.empty();
    }

    private boolean isPart(String object) throws InterruptedException {
        return git.run(List.of("cat-file", "-t", object + "^{}")) instanceof Capture.Ended ended
                && ended.code() == 0
                && !new String(ended.output(), StandardCharsets.UTF_8).strip().equals("commit");
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
