package kiro.trace;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import kiro.process.Capture;
import kiro.workspace.Git;

/// Asks git about one commit. A merge is what it brought to its first parent.
final class CommitReader {
    /// A character that no message has, between the parts of git's answer.
    private static final String SEPARATOR = "\u0002";

    private static final Pattern HUNK =
            Pattern.compile("(?m)^@@ -\\S+ \\+(?<first>\\d{1,9})(?:,(?<count>\\d{1,9}))? @@");

    private final Git git;

    CommitReader(Git git) {
        this.git = git;
    }

    /// @param revision an id, a tag, `HEAD~1`: whatever git understands
    Optional<Commit> read(String revision) throws InterruptedException {
        if (revision.isBlank() || revision.startsWith("-")) {
            return Optional.empty();
        }
        Optional<String> id =
                ask(List.of("rev-parse", "--verify", "--quiet", revision + "^{commit}"));
        if (id.isEmpty()) {
            return Optional.empty();
        }
        return log(
                        id.get().strip(),
                        List.of("-z", "--name-only", "--format=%h%x02%as%x02%B%x02"),
                        "")
                .map(answer -> answer.split(SEPARATOR, 4))
                .filter(parts -> parts.length == 4)
                .map(parts -> new Commit(parts[0], parts[1], parts[2].strip(), files(parts[3])));
    }

    /// The lines of a file that a commit wrote, in the numbers of then.
    Set<Integer> linesWritten(Commit commit, String file) throws InterruptedException {
        Set<Integer> lines = new LinkedHashSet<>();
        Optional<String> patch =
                log(
                        commit.id(),
                        List.of(
                                "-p",
                                "-U0",
                                "--no-ext-diff",
                                "--no-textconv",
                                "--no-color",
                                "--format="),
                        file);
        Matcher hunk = HUNK.matcher(patch.orElse(""));
        while (hunk.find()) {
            int first = Integer.parseInt(hunk.group("first"));
            int count = hunk.group("count") == null ? 1 : Integer.parseInt(hunk.group("count"));
            for (int line = first; line < first + count; line++) {
                lines.add(line);
            }
        }
        return lines;
    }

    /// A file as a commit left it.
    Optional<byte[]> content(Commit commit, String file) throws InterruptedException {
        return git.run(List.of("show", commit.id() + ":./" + file)) instanceof Capture.Ended ended
                        && ended.code() == 0
                ? Optional.of(ended.output())
                : Optional.empty();
    }

    private Optional<String> log(String id, List<String> options, String file)
            throws InterruptedException {
        var arguments =
                new ArrayList<>(
                        List.of(
                                "log",
                                "--max-count=1",
                                "-m",
                                "--first-parent",
                                "--no-renames",
                                "--relative"));
        arguments.addAll(options);
        arguments.addAll(file.isEmpty() ? List.of(id, "--") : List.of(id, "--", file));
        return ask(arguments);
    }

    private Optional<String> ask(List<String> arguments) throws InterruptedException {
        return git.run(arguments) instanceof Capture.Ended ended && ended.code() == 0
                ? Optional.of(new String(ended.output(), StandardCharsets.UTF_8))
                : Optional.empty();
    }

    private static Set<String> files(String listing) {
        return Arrays.stream(listing.split("\0"))
                .map(String::strip)
                .filter(file -> !file.isEmpty())
                .collect(Collectors.toUnmodifiableSet());
    }
}
