package kiro.hook.git;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import kiro.hook.EventKind;
import kiro.hook.run.Cause;
import kiro.hook.run.HookEvent;
import kiro.hook.run.Subject;
import kiro.process.CommandRunner;

/// Makes events of what git tells its hooks.
public final class GitSteps {
    private static final String NOBODY = "no repository";

    private final Path root;
    private final CommandRunner commands;
    private final Cause cause;

    /// @param root the workspace's folder
    public GitSteps(Path root, CommandRunner commands, Cause cause) {
        this.root = root;
        this.commands = commands;
        this.cause = cause;
    }

    /// What a step means to hooks.
    public sealed interface Step {
        record Happens(HookEvent event) implements Step {}

        /// No hook is to start.
        record Passed(String reason) implements Step {}
    }

    /// @param arguments those of git
    /// @param input what git says on standard input
    public Step read(EventKind kind, List<String> arguments, String input)
            throws InterruptedException {
        Optional<GitPlace> found = GitPlace.around(root, commands);
        if (found.isEmpty()) {
            return new Step.Passed(NOBODY);
        }
        GitPlace place = found.get();
        boolean isReplayed = place.has("rebase-merge") || place.has("rebase-apply");
        if (isReplayed && !isGate(kind)) {
            return new Step.Passed("in a rebase commits are made once more");
        }
        Subject subject =
                switch (kind) {
                    case PRE_COMMIT -> new Subject.Commit(staged(place), Optional.empty(), "");
                    case PREPARE_COMMIT_MSG ->
                            new Subject.Commit(
                                    staged(place),
                                    arguments.stream().findFirst().map(place.top()::resolve),
                                    arguments.size() > 1 ? arguments.get(1) : "");
                    case POST_COMMIT -> new Subject.Commit(committed(place), Optional.empty(), "");
                    case PRE_PUSH -> push(place, arguments, input);
                    default -> throw new IllegalArgumentException(kind + " is no step of git");
                };
        return new Step.Happens(new HookEvent(kind, subject, cause, ""));
    }

    /// A commit whose message was written before is none that waits for one.
    private static boolean isGate(EventKind kind) {
        return kind == EventKind.PRE_COMMIT || kind == EventKind.PRE_PUSH;
    }

    /// The files that are to be committed and are there. Of a merge, those that are as neither side has them: the rest was
    /// committed before.
    private static List<String> staged(GitPlace place) throws InterruptedException {
        List<String> files = staged(place, List.of());
        if (!place.has("MERGE_HEAD")) {
            return files;
        }
        List<String> fromThem = staged(place, List.of("MERGE_HEAD"));
        return files.stream().filter(fromThem::contains).toList();
    }

    private static List<String> staged(GitPlace place, List<String> against)
            throws InterruptedException {
        var arguments =
                new ArrayList<>(
                        List.of(
                                "diff",
                                "--cached",
                                "--name-only",
                                "--no-renames",
                                "--no-ext-diff",
                                "--diff-filter=d",
                                "-z"));
        relative(place, arguments);
        arguments.addAll(against);
        return place.names(arguments.toArray(String[]::new));
    }

    private static void relative(GitPlace place, List<String> arguments) {
        if (!place.folder().isEmpty()) {
            arguments.add("--relative=" + place.folder());
        }
    }

    private static List<String> committed(GitPlace place) throws InterruptedException {
        var arguments =
                new ArrayList<>(
                        List.of(
                                "log",
                                "-1",
                                "--format=",
                                "--name-only",
                                "--no-renames",
                                "--no-ext-diff",
                                "--first-parent",
                                "-m",
                                "--diff-filter=d",
                                "-z"));
        relative(place, arguments);
        return place.names(arguments.toArray(String[]::new));
    }

    private static Subject push(GitPlace place, List<String> arguments, String input)
            throws InterruptedException {
        var refs = new ArrayList<Subject.PushedRef>();
        for (String line : input.lines().toList()) {
            List<String> words = List.of(line.strip().split(" ", -1));
            if (words.size() == 4) {
                refs.add(
                        new Subject.PushedRef(
                                words.get(0), words.get(1), words.get(2), words.get(3)));
            }
        }
        String remote = arguments.isEmpty() ? "" : arguments.getFirst();
        Set<String> files = new LinkedHashSet<>();
        for (Subject.PushedRef ref : refs) {
            if (!isNothing(ref.localId())) {
                files.addAll(pushed(place, ref, remote));
            }
        }
        return new Subject.Push(
                List.copyOf(files), remote, arguments.size() > 1 ? arguments.get(1) : "", refs);
    }

    private static boolean isNothing(String id) {
        return id.chars().allMatch(each -> each == '0');
    }

    private static List<String> pushed(GitPlace place, Subject.PushedRef ref, String remote)
            throws InterruptedException {
        boolean isKnown =
                !isNothing(ref.remoteId())
                        && place.ask("cat-file", "-e", ref.remoteId() + "^{commit}").isPresent();
        var arguments = new ArrayList<String>();
        if (isKnown) {
            arguments.add("diff");
        } else {
            arguments.addAll(List.of("log", "--format=", "--first-parent", "-m"));
        }
        arguments.addAll(
                List.of("--name-only", "--no-renames", "--no-ext-diff", "--diff-filter=d", "-z"));
        relative(place, arguments);
        if (isKnown) {
            arguments.addAll(List.of(ref.remoteId(), ref.localId()));
        } else {
            arguments.addAll(List.of(ref.localId(), "--not", "--remotes=" + remote));
        }
        return place.names(arguments.toArray(String[]::new));
    }
}
