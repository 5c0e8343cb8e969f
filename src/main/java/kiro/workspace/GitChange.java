package kiro.workspace;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import kiro.process.Capture;
import kiro.process.Command;
import kiro.process.CommandRunner;

/// A call of git that changes the repository for an agent. Git itself runs as in the person's shell, since it needs their keys and
/// sees files that commands do not; what it starts runs only as far as there is leave.
public final class GitChange {
    private static final Duration LIMIT = Duration.ofMinutes(5);
    private static final Set<String> ABROAD = Set.of("fetch", "pull", "push", "remote");
    private static final Set<String> OF_COMMITS =
            Set.of("pre-commit", "prepare-commit-msg", "commit-msg", "post-commit");

    /// The hooks of each command that people have.
    private static final Map<String, Set<String>> HOOKS =
            Map.of(
                    "commit", OF_COMMITS,
                    "cherry-pick", OF_COMMITS,
                    "revert", OF_COMMITS,
                    "merge",
                            Set.of(
                                    "pre-merge-commit",
                                    "prepare-commit-msg",
                                    "commit-msg",
                                    "post-merge"),
                    "pull",
                            Set.of(
                                    "pre-merge-commit",
                                    "prepare-commit-msg",
                                    "commit-msg",
                                    "post-merge"),
                    "rebase", Set.of("pre-rebase", "post-rewrite", "post-checkout"),
                    "checkout", Set.of("post-checkout"),
                    "switch", Set.of("post-checkout"),
                    "push", Set.of("pre-push"));

    /// Nothing is cleared away at such a call, which others may wait for.
    private static final List<Map.Entry<String, String>> PLAIN =
            List.of(Map.entry("gc.auto", "0"), Map.entry("maintenance.auto", "false"));

    private final Path root;
    private final CommandRunner commands;
    private final List<String> arguments;
    private final GitStarts starts;
    private final GitSettings settings;

    private GitChange(Path root, CommandRunner commands, List<String> arguments, GitStarts starts) {
        this.root = root;
        this.commands = commands;
        this.arguments = List.copyOf(arguments);
        this.starts = starts;
        this.settings = new GitSettings(root, commands);
    }

    static GitChange of(Path root, CommandRunner commands, List<String> arguments)
            throws InterruptedException {
        return new GitChange(
                root, commands, arguments, GitStarts.in(new GitProgram(root, commands)));
    }

    /// Whether there is anything that it could start.
    public boolean startsAnything() {
        return !starts.hooks().isEmpty() || starts.programs().isAny();
    }

    /// The names of the hooks that do not run though people would have them run.
    public List<String> left(GitLeave leave, GitLeave.Giver giver) {
        Set<String> usual = HOOKS.getOrDefault(verb(), Set.of());
        return leave instanceof GitLeave.None
                ? starts.hooks().stream()
                        .filter(hook -> usual.contains(hook.name()))
                        .filter(hook ->
                                giver.own(hook.name(), hook.text())
                                        .filter(GitLeave.OwnCall::isAll)
                                        .isEmpty())
                        .map(GitStarts.Hook::name)
                        .toList()
                : List.of();
    }

    /// The settings that name programs which do not run so, though git may want them for this call.
    public List<String> unstarted(GitLeave leave) {
        return leave instanceof GitLeave.Free
                ? List.of()
                : (leave instanceof GitLeave.None
                                ? starts.programs().forChanging()
                                : starts.programs().besideDrivers())
                        .stream().map(Map.Entry::getKey).distinct().toList();
    }

    /// @param giver says what this program itself has to do in hooks
    public Capture run(GitLeave leave, GitLeave.Giver giver) throws InterruptedException {
        Optional<String> elsewhere = GitCaller.elsewhere(settings.entry(), starts.settings());
        Optional<String> obstacle = elsewhere.or(this::link);
        if (obstacle.isPresent()) {
            return new Capture.Failed(obstacle.get());
        }
        return switch (leave) {
            case GitLeave.Free _ ->
                    commands.capture(
                            command(List.of())
                                    .withEnvironment(
                                            commands.variable("PATH")
                                                    .map(path -> Map.of("PATH", path))
                                                    .orElse(Map.of())));
            case GitLeave.Confined confined -> confined(confined, giver);
            case GitLeave.None _ -> silenced(giver);
        };
    }

    /// A command may have made it, so that git writes elsewhere.
    private Optional<String> link() {
        try {
            return GitLinks.leadingOut(root).stream()
                    .findFirst()
                    .map(link ->
                            "%s is a link out of the repository, through which git would write: delete it"
                                    .formatted(link));
        } catch (IOException unreadable) {
            return Optional.of("the repository's own files cannot be looked at");
        }
    }

    private Capture confined(GitLeave.Confined leave, GitLeave.Giver giver)
            throws InterruptedException {
        Optional<String> hindrance = hindrance();
        if (hindrance.isPresent()) {
            return new Capture.Failed(hindrance.get());
        }
        try (GitScripts scripts = GitScripts.make(starts.top(), commands.variable("PATH"))) {
            var counting = new ArrayList<>(starts.programs().besideDrivers());
            for (GitPrograms.Driver driver : starts.programs().drivers()) {
                counting.add(scripts.driver(driver, leave.walls()));
            }
            for (GitStarts.Hook hook : starts.hooks()) {
                scripts.hook(hook, giver.own(hook.name(), hook.text()), Optional.of(leave.walls()));
            }
            counting.add(Map.entry("core.hooksPath", scripts.hooks().toString()));
            return call(counting);
        }
    }

    private Capture silenced(GitLeave.Giver giver) throws InterruptedException {
        Optional<String> hindrance = hindrance();
        if (hindrance.isPresent()) {
            return new Capture.Failed(hindrance.get());
        }
        try (GitScripts scripts = GitScripts.make(starts.top(), commands.variable("PATH"))) {
            var counting = new ArrayList<>(starts.programs().forChanging());
            for (GitStarts.Hook hook : starts.hooks()) {
                scripts.hook(hook, giver.own(hook.name(), hook.text()), Optional.empty());
            }
            counting.add(Map.entry("core.hooksPath", scripts.hooks().toString()));
            return call(counting);
        }
    }

    private Capture call(List<Map.Entry<String, String>> counting) throws InterruptedException {
        return commands.capture(command(counting));
    }

    private Command command(List<Map.Entry<String, String>> counting) {
        List<String> line = GitCaller.guarded(arguments);
        if (verb().equals("fetch") || verb().equals("pull")) {
            line.add(GitCaller.verb(line) + 1, "--no-recurse-submodules");
        }
        return new GitProgram(root, commands)
                .call(root, LIMIT, line)
                .withEnvironment(
                        GitEnvironment.unattended(
                                root, Stream.concat(PLAIN.stream(), counting.stream()).toList()));
    }

    /// Why it does not talk to another place: a program of the repository's would do so, or the other place is one that a command
    /// may have made here, with hooks of its own.
    private Optional<String> hindrance() {
        if (!ABROAD.contains(verb())) {
            return Optional.empty();
        }
        Optional<String> program =
                starts.programs()
                        .abroad()
                        .map(key ->
                                "the repository's own settings name a program for that (%s), which is not started for an agent: a"
                                                .formatted(key)
                                        + " person does it, or sets it in their own settings");
        return program.or(this::within);
    }

    private Optional<String> within() {
        Stream<String> named =
                starts.settings().stream()
                        .filter(setting -> setting.key().matches("remote\\..+\\.(url|pushurl)"))
                        .map(GitSettings.Setting::value);
        Stream<String> led =
                starts.settings().stream()
                        .filter(setting ->
                                setting.key().matches("url\\..+\\.(insteadof|pushinsteadof)"))
                        .map(setting -> setting.key().replaceFirst("^url\\.(.+)\\.[^.]+$", "$1"));
        Stream<String> given = arguments.stream().filter(word -> !word.startsWith("-"));
        return Stream.of(named, led, given)
                .flatMap(places -> places)
                .filter(this::isRepositoryHere)
                .findFirst()
                .map(place ->
                        place
                                + " is a repository within this project, whose own hooks would run: a person does that");
    }

    private boolean isRepositoryHere(String place) {
        try {
            Path folder = root.resolve(place.replaceFirst("^file://", "")).toRealPath();
            return folder.startsWith(root.toRealPath())
                    && !folder.equals(root.toRealPath())
                    && (Files.exists(folder.resolve("HEAD"))
                            || Files.exists(folder.resolve(".git")));
        } catch (IOException | InvalidPathException none) {
            return false;
        }
    }

    private String verb() {
        int at = GitCaller.verb(arguments);
        return at < arguments.size() ? arguments.get(at) : "";
    }
}
