package kiro.gate;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import kiro.finding.Finding;
import kiro.process.Capture;
import kiro.text.SourceSpan;
import kiro.workspace.Git;

/// Asks git what a branch changes, and says what to do where git cannot know it.
final class ChangeReader {
    /// The parts of a commit in git's answer: characters that no message has.
    private static final String BEGIN = "\u0001";

    private static final String SEPARATOR = "\u0002";

    private static final List<String> USUAL =
            List.of("origin/HEAD", "origin/main", "origin/master", "main", "master");

    private final Git git;

    ChangeReader(Git git) {
        this.git = git;
    }

    ChangeReading read(GateSettings settings) throws InterruptedException {
        Capture head = ask("rev-parse", "--verify", "--quiet", "HEAD^{commit}");
        if (head instanceof Capture.Failed noGit) {
            return broken("check/no-git", noGit.reason(), "install git");
        }
        Optional<String> tip = line(head);
        if (tip.isEmpty()) {
            return line(ask("rev-parse", "--git-dir")).isEmpty()
                    ? broken(
                            "check/not-a-repository",
                            "this project is no git repository, so there is no change to check",
                            "call it in a clone; 'kiro spec check' alone checks the specs")
                    : broken("check/no-commit", "there is no commit yet", "commit something first");
        }
        return from(settings, tip.get());
    }

    private ChangeReading from(GateSettings settings, String tip) throws InterruptedException {
        if (settings.base().isPresent()) {
            String named = settings.base().get();
            Optional<String> commit = commit(named);
            if (commit.isEmpty()) {
                commit = commit("origin/" + named);
            }
            return commit.isPresent() ? between(named, commit.get(), tip) : noSuchBase(named);
        }
        List<String> told = settings.fallbackBases();
        for (String candidate : told) {
            Optional<String> commit = commit(candidate);
            if (commit.isPresent()) {
                return between(candidate, commit.get(), tip);
            }
        }
        return told.isEmpty() ? fromUsual(tip) : noSuchBase(told.getLast());
    }

    private ChangeReading fromUsual(String tip) throws InterruptedException {
        boolean isShallow = isShallow();
        for (String candidate : USUAL) {
            Optional<String> commit = commit(candidate);
            if (commit.isPresent()
                    && !(isShallow && isBranchItself(candidate, commit.get(), tip))) {
                return between(candidate, commit.get(), tip);
            }
        }
        return isShallow
                ? shallow("no branch to compare with is in this shallow clone")
                : broken(
                        "check/no-base",
                        "there is no branch to compare with: tried " + String.join(", ", USUAL),
                        "name it with --base, or with 'check: base:' in .kiro/config.yaml");
    }

    /// A clone of one branch may call it the remote's head: compared with itself, any change would be let through.
    private static boolean isBranchItself(String candidate, String commit, String tip) {
        return candidate.equals("origin/HEAD") && commit.equals(tip);
    }

    private ChangeReading noSuchBase(String named) throws InterruptedException {
        return isShallow()
                ? shallow("'%s' is not in this shallow clone".formatted(named))
                : broken(
                        "check/no-base",
                        "there is no branch or commit '%s'".formatted(named),
                        "fetch it, or name another with --base");
    }

    private ChangeReading between(String name, String base, String tip)
            throws InterruptedException {
        Optional<String> fork = line(ask("merge-base", base, tip));
        if (fork.isEmpty()) {
            return isShallow()
                    ? shallow("this shallow clone does not reach back to where it left " + name)
                    : broken(
                            "check/no-base",
                            "%s and this branch have no commit in common".formatted(name),
                            "name the branch that it is to be merged into with --base");
        }
        Capture files =
                ask("diff", "--name-status", "-z", "--relative", "--no-renames", fork.get(), tip);
        Capture log =
                ask(
                        "log",
                        "-z",
                        "--no-merges",
                        "--name-only",
                        "--no-renames",
                        "--relative",
                        "--format=%x01%h%x02%B%x02",
                        fork.get() + ".." + tip);
        return files instanceof Capture.Ended listed
                        && listed.code() == 0
                        && log instanceof Capture.Ended told
                        && told.code() == 0
                ? new ChangeReading.Whole(
                        new Change(
                                fork.get().substring(0, 10),
                                files(text(listed)),
                                commits(text(told))))
                : broken(
                        "check/unreadable-change",
                        "git could not compare %s with this branch".formatted(name),
                        "see what 'git diff %s' says".formatted(fork.get().substring(0, 10)));
    }

    private static List<Change.ChangedFile> files(String listing) {
        var files = new ArrayList<Change.ChangedFile>();
        String[] parts = listing.split("\0", -1);
        for (int i = 0; i + 1 < parts.length; i += 2) {
            files.add(new Change.ChangedFile(parts[i + 1], parts[i].startsWith("D")));
        }
        return files;
    }

    private static List<Commit> commits(String log) {
        var commits = new ArrayList<Commit>();
        for (String each : log.split(BEGIN)) {
            String[] parts = each.split(SEPARATOR, 3);
            if (parts.length < 3) {
                continue;
            }
            List<String> files =
                    List.of(parts[2].split("\0")).stream()
                            .map(file -> file.startsWith("\n") ? file.substring(1) : file)
                            .filter(file -> !file.isEmpty())
                            .toList();
            commits.add(new Commit(parts[0], Message.of(parts[1]), files));
        }
        return commits;
    }

    private boolean isShallow() throws InterruptedException {
        return line(ask("rev-parse", "--is-shallow-repository")).filter("true"::equals).isPresent();
    }

    private Optional<String> commit(String name) throws InterruptedException {
        return name.startsWith("-")
                ? Optional.empty()
                : line(ask("rev-parse", "--verify", "--quiet", name + "^{commit}"));
    }

    private Capture ask(String... arguments) throws InterruptedException {
        return git.run(List.of(arguments));
    }

    private static Optional<String> line(Capture capture) {
        return capture instanceof Capture.Ended ended && ended.code() == 0
                ? Optional.of(text(ended).strip()).filter(line -> !line.isEmpty())
                : Optional.empty();
    }

    private static String text(Capture.Ended ended) {
        return new String(ended.output(), StandardCharsets.UTF_8);
    }

    private static ChangeReading shallow(String problem) {
        return broken(
                "check/shallow-clone",
                problem,
                "fetch the history: 'git fetch --unshallow', or 'fetch-depth: 0' for actions/checkout");
    }

    private static ChangeReading broken(String rule, String message, String fix) {
        return new ChangeReading.Broken(
                Finding.error(rule, ".git", SourceSpan.start(), message, fix));
    }
}
