package kiro.tool.builtin;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import kiro.secret.SecretFiles;

/// Tells what a git command line does. What is not known to be harmless is not taken for it.
final class GitCallReader {
    /// No pager, no editor, and no program that watches the files.
    private static final List<String> GUARDS =
            List.of(
                    "--no-pager",
                    "-c",
                    "core.fsmonitor=false",
                    "-c",
                    "core.editor=true",
                    "-c",
                    "sequence.editor=true");

    /// Commands that change the repository and its files, and nothing beyond.
    private static final Set<String> CHANGING =
            Set.of(
                    "add",
                    "branch",
                    "checkout",
                    "cherry-pick",
                    "clean",
                    "commit",
                    "fetch",
                    "init",
                    "merge",
                    "mv",
                    "pull",
                    "push",
                    "rebase",
                    "remote",
                    "reset",
                    "restore",
                    "revert",
                    "rm",
                    "stash",
                    "switch",
                    "tag");

    /// Options that run programs, write files elsewhere, or lead out of the repository; and those by which git takes in what a file
    /// says, as that may be a link to any. Git takes any beginning of a name for the name.
    private static final Set<String> DANGEROUS =
            Set.of(
                    "--config",
                    "--config-env",
                    "--contents",
                    "--exclude-from",
                    "--exec",
                    "--exec-path",
                    "--ext-diff",
                    "--file",
                    "--git-dir",
                    "--ignore-revs-file",
                    "--no-index",
                    "--open-files-in-pager",
                    "--output",
                    "--pathspec-from-file",
                    "--receive-pack",
                    "--recurse-submodules",
                    "--separate-git-dir",
                    "--show-signature",
                    "--submodule",
                    "--template",
                    "--textconv",
                    "--upload-pack",
                    "--work-tree");

    /// Short options by which a command reads a file, also behind others in one word, but for those behind which a text begins.
    private static final Map<String, String> FILE_READING =
            Map.of(
                    "commit", "-[a-zA-Z&&[^mCcuS]]*[Ft].*",
                    "tag", "-[a-zA-Z&&[^mun]]*F.*",
                    "merge", "-[a-zA-Z&&[^msXS]]*F.*",
                    "blame", "-[a-zA-Z&&[^LMC]]*S.*",
                    "ls-files", "-[a-zA-Z&&[^x]]*X.*");

    private GitCallReader() {}

    static GitCall read(List<String> arguments) {
        String command = arguments.isEmpty() ? "" : arguments.getFirst();
        if (command.isEmpty() || command.startsWith("-")) {
            return new GitCall.Refused(
                    "the first argument is a git command such as status, not '%s': options before it are"
                                    .formatted(command)
                            + " not allowed");
        }
        List<String> rest = arguments.subList(1, arguments.size());
        GitWords words = GitWords.of(rest);
        Optional<String> danger = danger(command, words);
        if (danger.isPresent()) {
            return new GitCall.Refused("git %s: %s".formatted(command, danger.get()));
        }
        Optional<GitReading> reading = GitReading.of(command);
        if (reading.filter(known -> known.accepts(words)).isPresent() || isStashList(arguments)) {
            List<String> guards = reading.map(GitReading::guards).orElse(List.of());
            return new GitCall.Reading(
                    line(
                            Stream.concat(Stream.of("--no-optional-locks"), GUARDS.stream()),
                            command,
                            guards,
                            rest));
        }
        return reading.isPresent() || CHANGING.contains(command)
                ? new GitCall.Changing(line(GUARDS.stream(), command, List.of(), rest))
                : new GitCall.Refused(
                        "git %s is not among the commands of this tool: use run_command, if it is needed"
                                .formatted(command));
    }

    private static boolean isStashList(List<String> arguments) {
        return arguments.equals(List.of("stash", "list"));
    }

    private static List<String> line(
            Stream<String> global, String command, List<String> guards, List<String> rest) {
        var line = new ArrayList<>(global.toList());
        line.add(command);
        line.addAll(guards);
        line.addAll(rest);
        return line;
    }

    private static Optional<String> danger(String command, GitWords words) {
        for (String option : words.options()) {
            boolean runsOnRebase = command.equals("rebase") && option.matches("-[a-zA-Z]*x.*");
            boolean readsFile =
                    FILE_READING.containsKey(command) && option.matches(FILE_READING.get(command));
            if (runsOnRebase || readsFile || isDangerous(command, GitWords.name(option))) {
                return Optional.of(
                        option
                                + " is refused: it can run programs, or reach out of the repository");
            }
        }
        for (String path : words.paths()) {
            if (leadsOut(path)) {
                return Optional.of(path + " leads out of the workspace: give paths relative to it");
            }
            if (isSecret(path)) {
                return Optional.of(path + " looks like a file of secrets");
            }
        }
        return Optional.empty();
    }

    private static boolean isDangerous(String command, String option) {
        boolean asksForPath = command.equals("rev-parse") && option.equals("--git-dir");
        return option.startsWith("--")
                && !option.equals("--text")
                && !asksForPath
                && DANGEROUS.stream().anyMatch(dangerous -> dangerous.startsWith(option));
    }

    private static boolean leadsOut(String path) {
        return path.startsWith("/")
                || path.startsWith("file:")
                || path.startsWith("~")
                || Stream.of(path.split("/")).anyMatch(".."::equals);
    }

    /// Of `REVISION:PATH` too.
    private static boolean isSecret(String name) {
        return SecretFiles.include(name.substring(name.lastIndexOf(':') + 1));
    }
}
