package kiro.workspace;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import kiro.process.Capture;

/// What differs from where a branch left another one: what it has committed, and what lies in the folder beyond that.
public final class BranchChange {
    private final Git git;
    private final String fork;
    private final List<WorkspacePath> present;
    private final List<WorkspacePath> gone;

    /// What came of asking git for it.
    public sealed interface Reading {
        record Known(BranchChange change) implements Reading {}

        /// @param reason lower case, no full stop
        /// @param next what to do about it
        record Unknown(String reason, String next) implements Reading {}
    }

    private BranchChange(
            Git git, String fork, List<WorkspacePath> present, List<WorkspacePath> gone) {
        this.git = git;
        this.fork = fork;
        this.present = List.copyOf(present);
        this.gone = List.copyOf(gone);
    }

    /// @param base a branch or a commit; a branch of `origin` may be named without it
    public static Reading since(Git git, String base) throws InterruptedException {
        if (git.run(List.of("rev-parse", "--git-dir")) instanceof Capture.Failed noGit) {
            return new Reading.Unknown(noGit.reason(), "install git");
        }
        Optional<String> commit = commit(git, base);
        if (commit.isEmpty()) {
            commit = commit(git, "origin/" + base);
        }
        if (commit.isEmpty()) {
            return new Reading.Unknown(
                    "there is no branch or commit '%s' here".formatted(base), howToFetch(base));
        }
        Optional<String> fork = line(git.run(List.of("merge-base", commit.get(), "HEAD")));
        return fork.isEmpty()
                ? new Reading.Unknown(
                        "%s and this branch have no commit in common here".formatted(base),
                        howToFetch(base))
                : from(git, fork.get());
    }

    private static String howToFetch(String base) {
        return "fetch it with its history: 'git fetch origin %s', or 'fetch-depth: 0' for actions/checkout"
                .formatted(base.replaceFirst("^origin/", ""));
    }

    private static Reading from(Git git, String fork) throws InterruptedException {
        Capture differing =
                git.run(List.of("diff", "--name-status", "-z", "--relative", "--no-renames", fork));
        Capture untracked =
                git.run(List.of("ls-files", "--others", "--exclude-standard", "-z", "."));
        boolean isTold =
                differing instanceof Capture.Ended listed
                        && listed.code() == 0
                        && untracked instanceof Capture.Ended others
                        && others.code() == 0;
        if (!isTold) {
            return new Reading.Unknown(
                    "git could not compare %s with what is here".formatted(fork.substring(0, 10)),
                    "see what 'git diff %s' says".formatted(fork.substring(0, 10)));
        }
        var present = new ArrayList<WorkspacePath>();
        var gone = new ArrayList<WorkspacePath>();
        String[] parts = text(differing).split("\0", -1);
        for (int i = 0; i + 1 < parts.length; i += 2) {
            if (!GitFilesReader.isUndecodable(parts[i + 1])) {
                (parts[i].startsWith("D") ? gone : present).add(WorkspacePath.of(parts[i + 1]));
            }
        }
        Stream.of(text(untracked).split("\0"))
                .filter(path -> !path.isEmpty() && !GitFilesReader.isUndecodable(path))
                .map(WorkspacePath::of)
                .forEach(present::add);
        return new Reading.Known(
                new BranchChange(git, fork, present.stream().distinct().sorted().toList(), gone));
    }

    /// The files that are another, or new, and are there, sorted.
    public List<WorkspacePath> present() {
        return present;
    }

    /// What the files were, by their paths, those that are gone with them; none for what is new.
    public Map<String, byte[]> before() throws InterruptedException {
        var before = new HashMap<String, byte[]>();
        for (WorkspacePath path : Stream.concat(present.stream(), gone.stream()).toList()) {
            if (git.run(List.of("cat-file", "blob", fork + ":./" + path.value()))
                            instanceof Capture.Ended ended
                    && ended.code() == 0) {
                before.put(path.value(), ended.output());
            }
        }
        return before;
    }

    private static Optional<String> commit(Git git, String name) throws InterruptedException {
        return name.startsWith("-")
                ? Optional.empty()
                : line(git.run(List.of("rev-parse", "--verify", "--quiet", name + "^{commit}")));
    }

    private static Optional<String> line(Capture capture) {
        return capture instanceof Capture.Ended ended && ended.code() == 0
                ? Optional.of(text(ended).strip()).filter(line -> !line.isEmpty())
                : Optional.empty();
    }

    private static String text(Capture capture) {
        return capture instanceof Capture.Ended ended
                ? new String(ended.output(), StandardCharsets.UTF_8)
                : "";
    }
}
