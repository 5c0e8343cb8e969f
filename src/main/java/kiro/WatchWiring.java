package kiro;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import kiro.cli.HookAccess;
import kiro.cli.HookWatchAccess;
import kiro.cli.HooksWatchCommand;
import kiro.cli.Workspaces;
import kiro.github.PullRequestPoll;
import kiro.github.Repository;
import kiro.hook.watch.DependencyWatch;
import kiro.hook.watch.HookWatch;
import kiro.hook.watch.PushedBranches;
import kiro.hook.watch.WatchLog;
import kiro.hook.watch.WatchNews;
import kiro.hook.watch.WatchSeat;
import kiro.hook.watch.WatchSource;
import kiro.http.Connections;
import kiro.process.Capture;
import kiro.process.Command;
import kiro.process.CommandRunner;
import kiro.workspace.Git;
import kiro.workspace.GitEnvironment;
import kiro.workspace.GitProgram;
import kiro.workspace.Workspace;
import kiro.workspace.watch.FileWatch;

/// The inventory of what watches a workspace.
final class WatchWiring implements HookWatchAccess {
    private static final long LOG_BYTES = 512 << 10;
    private static final int MOST_FOLDERS = 1_000_000;
    private static final Duration QUESTION = Duration.ofSeconds(10);

    private final Outside outside;
    private final HookEngines engines;

    WatchWiring(Outside outside, HookEngines engines) {
        this.outside = outside;
        this.engines = engines;
    }

    HooksWatchCommand command(Workspaces workspaces) {
        return new HooksWatchCommand(
                outside.console(),
                workspaces,
                this,
                clock(),
                outside.environment().containsKey(HooksWatchCommand.MARK));
    }

    /// Times of day are those of the person.
    private Clock clock() {
        return outside.clock().withZone(ZoneId.systemDefault());
    }

    @Override
    public WatchSeat seat(Workspace workspace) {
        return new WatchSeat(engines.folder(workspace).resolve("watch"));
    }

    @Override
    public Consumer<String> log(WatchSeat seat) {
        return new WatchLog(seat.log(), LOG_BYTES);
    }

    @Override
    public Watching watch(Workspace workspace, Consumer<WatchNews> news)
            throws InterruptedException {
        HookAccess.Opened opened = new HookEngines(unmarked(outside)).open(workspace, "");
        var connections = new Connections();
        var commands = new CommandRunner(outside.environment(), outside.temporary());
        var watch =
                new HookWatch(
                        engines.store(workspace)::read,
                        (hook, event) -> opened.hooks().only(hook).fire(event),
                        new HookWatch.Changes(workspace.root(), engines.writes(workspace)),
                        List.of(
                                new DependencyWatch(workspace.root(), new Git(workspace, commands)),
                                new TestWiring(outside).reports(workspace),
                                requests(new Git(workspace, commands), connections, news)),
                        new HookWatch.Times(clock(), System::nanoTime),
                        news);
        var files =
                new FileWatch(
                        workspace,
                        new Git(workspace, commands),
                        new FileWatch.Ways(
                                HookWatch.QUIET, MOST_FOLDERS, ignored(workspace, commands)),
                        watch);
        return new WatchedFiles(
                workspace.root(),
                files,
                watch,
                () -> {
                    opened.close();
                    connections.close();
                });
    }

    /// What a hook starts is not the watcher, though it may be this program.
    private static Outside unmarked(Outside outside) {
        var environment = new HashMap<>(outside.environment());
        environment.remove(HooksWatchCommand.MARK);
        return new Outside(
                outside.console(),
                environment,
                outside.directory(),
                outside.javaHome(),
                outside.home(),
                outside.organisation(),
                outside.clock());
    }

    /// Pull requests of GitHub where there is a token, else the branches that are pushed.
    private WatchSource requests(Git git, Connections connections, Consumer<WatchNews> news)
            throws InterruptedException {
        Optional<Repository> repository =
                Repository.of(
                        outside.environment(),
                        said(git, "config", "--get", "remote.origin.url").orElse(""));
        if (repository.isPresent()) {
            return new PolledRequests(
                    new PullRequestPoll(repository.get(), connections, outside.clock()), news);
        }
        return new PushedBranches(
                said(git, "rev-parse", "--path-format=absolute", "--git-common-dir")
                        .map(Path::of)
                        .orElse(outside.directory().resolve(".git")));
    }

    private static Optional<String> said(Git git, String... words) throws InterruptedException {
        return git.run(List.of(words)) instanceof Capture.Ended ended && ended.code() == 0
                ? Optional.of(new String(ended.output(), StandardCharsets.UTF_8).strip())
                : Optional.empty();
    }

    /// The person's own list of what git ignores.
    private List<Path> ignored(Workspace workspace, CommandRunner commands)
            throws InterruptedException {
        Command asking =
                new GitProgram(workspace.root(), commands)
                        .call(
                                workspace.root(),
                                QUESTION,
                                List.of("config", "--get", "--path", "core.excludesFile"));
        Capture set = commands.capture(asking.withEnvironment(GitEnvironment.unattended()));
        if (set instanceof Capture.Ended ended && ended.code() == 0) {
            String path = new String(ended.output(), StandardCharsets.UTF_8).strip();
            return List.of(workspace.root().resolve(path));
        }
        Path settings =
                Optional.ofNullable(outside.environment().get("XDG_CONFIG_HOME"))
                        .filter(value -> !value.isBlank())
                        .map(Path::of)
                        .orElse(outside.home().resolve(".config"));
        return List.of(settings.resolve("git/ignore"));
    }

    @Override
    public Background start(Workspace workspace, WatchSeat seat) throws IOException {
        return BackgroundProgram.start(
                outside, workspace.root(), seat.log().resolveSibling("watch.out"));
    }

    @Override
    public void end(WatchSeat.Holder holder, boolean atOnce) {
        if (holder.pid() > 0) {
            ProcessHandle.of(holder.pid())
                    .ifPresent(each -> {
                        if (atOnce) {
                            each.destroyForcibly();
                        } else {
                            each.destroy();
                        }
                    });
        }
    }

    /// Files that are watched on a thread of their own, while what is due is done on the caller's.
    private static final class WatchedFiles implements Watching {
        private final Path root;
        private final FileWatch files;
        private final HookWatch hooks;
        private final Runnable ending;
        private final Thread thread;

        WatchedFiles(Path root, FileWatch files, HookWatch hooks, Runnable ending) {
            this.root = root;
            this.files = files;
            this.hooks = hooks;
            this.ending = ending;
            this.thread = Thread.ofPlatform().daemon().name("files").start(this::follow);
        }

        private void follow() {
            try {
                files.run();
            } catch (InterruptedException ended) {
                Thread.currentThread().interrupt();
            }
        }

        @Override
        public boolean tick() throws InterruptedException {
            if (!thread.isAlive()) {
                throw new IllegalStateException("the files are not watched any more");
            }
            hooks.tick();
            return Files.isDirectory(root);
        }

        @Override
        public int files() {
            return files.files();
        }

        @Override
        public void close() {
            try {
                files.close();
            } catch (IOException cause) {
                throw new UncheckedIOException(cause);
            } finally {
                hooks.close();
                ending.run();
            }
        }
    }
}
