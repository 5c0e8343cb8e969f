package kiro.cli;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import kiro.cli.CommandDescription.Flag;
import kiro.hook.watch.WatchNews;
import kiro.hook.watch.WatchSeat;
import kiro.hook.watch.WatchSeat.State;
import kiro.workspace.Workspace;
import picocli.CommandLine.Model.CommandSpec;
import tools.jackson.databind.node.ObjectNode;

/// `kiro hooks watch`: starts hooks while files change, tests fail, time passes.
public final class HooksWatchCommand implements Callable<Integer> {
    /// Marks the program that was started to watch in the background.
    public static final String MARK = "KIRO_HOOKS_WATCH";

    private static final Duration BETWEEN_TICKS = Duration.ofSeconds(1);
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(50);
    private static final Duration TO_BEGIN = Duration.ofSeconds(60);
    private static final Duration TO_END = Duration.ofSeconds(15);

    private final Console console;
    private final Projects projects;
    private final HookWatchAccess access;
    private final Clock clock;
    private final boolean isInBackground;
    private final Flags flags;
    private final CommandSpec spec;

    private record Flags(Flag background, Flag stop, Flag status, Flag json) {
        private Flags(CommandDescription description) {
            this(
                    description.flag("--background", "Go on in the background."),
                    description.flag("--stop", "End the one that watches."),
                    description.flag("--status", "Say who watches."),
                    description.flag("--json", "With --status, print as JSON."));
        }
    }

    /// @param clock with the person's zone
    /// @param isInBackground whether this is the program that was started for it
    public HooksWatchCommand(
            Console console,
            Workspaces workspaces,
            HookWatchAccess access,
            Clock clock,
            boolean isInBackground) {
        this.console = console;
        this.projects = new Projects(console, workspaces);
        this.access = access;
        this.clock = clock;
        this.isInBackground = isInBackground;
        var description = new CommandDescription("watch", this);
        description.says(
                "Starts hooks while it runs: on files that are saved, made or deleted, on tests that failed, on updated dependencies, on pull requests and at their times. Ctrl-C ends it.",
                "");
        flags = new Flags(description);
        description.endsWith(
                "",
                "Examples:",
                "  kiro hooks watch",
                "  kiro hooks watch --background",
                "  kiro hooks watch --status",
                "  kiro hooks watch --status --json",
                "  kiro hooks watch --stop",
                "",
                "Exit codes: 0 done, 1 it did not start or end, 6 another one watches already; with --status 1 where nobody watches.");
        this.spec = description.spec();
    }

    /// The command as picocli takes it.
    public CommandSpec description() {
        return spec;
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        Optional<Workspace> workspace = projects.current();
        if (workspace.isEmpty()) {
            return ExitCode.FINDINGS.number();
        }
        WatchSeat seat = access.seat(workspace.get());
        ExitCode code;
        if (flags.status().isSet()) {
            code = status(seat);
        } else if (flags.stop().isSet()) {
            code = stop(seat);
        } else if (flags.background().isSet()) {
            code = background(workspace.get(), seat);
        } else {
            code = watch(workspace.get(), seat);
        }
        return code.number();
    }

    private ExitCode watch(Workspace workspace, WatchSeat seat)
            throws IOException, InterruptedException {
        return switch (seat.take(ProcessHandle.current().pid(), clock.instant(), isInBackground)) {
            case WatchSeat.Attempt.Held(Optional<WatchSeat.Holder> holder) -> busy(holder);
            case WatchSeat.Attempt.Taken(WatchSeat.Sitting sitting) -> {
                try (sitting) {
                    yield watch(workspace, seat, sitting);
                }
            }
        };
    }

    private ExitCode watch(Workspace workspace, WatchSeat seat, WatchSeat.Sitting sitting)
            throws IOException, InterruptedException {
        Consumer<String> lines = isInBackground ? access.log(seat) : this::print;
        WatchView view =
                isInBackground
                        ? WatchView.plain(lines, clock)
                        : new WatchView(lines, console::styled, clock);
        var hooks = new AtomicInteger();
        var state = new AtomicReference<>(State.STARTING);
        Consumer<WatchNews> news =
                each -> {
                    if (each instanceof WatchNews.Ready ready) {
                        hooks.set(ready.waiting().size());
                        state.set(State.WATCHING);
                    } else if (each instanceof WatchNews.Broken) {
                        state.set(State.BROKEN);
                    }
                    view.accept(each);
                };
        try (HookWatchAccess.Watching watching = access.watch(workspace, news)) {
            lines.accept(
                    "watching %s: %,d files%s"
                            .formatted(
                                    workspace.root(),
                                    watching.files(),
                                    isInBackground ? "" : "; Ctrl-C ends it"));
            while (watching.tick()) {
                sitting.tell(state.get(), watching.files(), hooks.get());
                Thread.sleep(BETWEEN_TICKS);
            }
            lines.accept("the workspace is gone");
            return ExitCode.FINDINGS;
        } finally {
            lines.accept("ended: " + view.sum());
        }
    }

    private void print(String line) {
        console.print(line);
        console.flush();
    }

    private ExitCode busy(Optional<WatchSeat.Holder> holder) {
        console.problem(
                "hooks/watched",
                "the hooks of this workspace are watched already"
                        + holder.map(each -> " by " + words(each)).orElse(""),
                "end it with 'kiro hooks watch --stop', or leave it");
        return ExitCode.BUSY;
    }

    private static String words(WatchSeat.Holder holder) {
        return "process %d, %s, since %s"
                .formatted(
                        holder.pid(),
                        holder.isInBackground() ? "in the background" : "in a terminal",
                        When.words(holder.since()));
    }

    private ExitCode status(WatchSeat seat) throws IOException, InterruptedException {
        Optional<WatchSeat.Holder> holder = seat.holder();
        if (flags.status().isSet() && flags.json().isSet()) {
            console.print(json(holder, seat));
            return holder.isEmpty() ? ExitCode.FINDINGS : ExitCode.OK;
        }
        if (holder.isEmpty()) {
            console.print("nobody watches: start it with 'kiro hooks watch --background'");
            return ExitCode.FINDINGS;
        }
        WatchSeat.Holder found = holder.get();
        console.print("watched by " + words(found));
        console.print(
                switch (found.state()) {
                    case STARTING -> "  it is looking at the files for the first time";
                    case WATCHING ->
                            "  %,d %s, %,d %s"
                                    .formatted(
                                            found.files(),
                                            found.files() == 1 ? "file" : "files",
                                            found.hooks(),
                                            found.hooks() == 1 ? "hook" : "hooks");
                    case BROKEN ->
                            "  a file of hooks is broken, and nothing runs: see 'kiro hooks list'";
                });
        if (found.isInBackground()) {
            console.print("  what it saw and started is in " + seat.log());
        }
        return ExitCode.OK;
    }

    private static String json(Optional<WatchSeat.Holder> holder, WatchSeat seat) {
        ObjectNode root = SpecJson.root().put("watched", holder.isPresent());
        holder.ifPresent(found -> {
            root.put("pid", found.pid())
                    .put("since", found.since().toString())
                    .put("background", found.isInBackground())
                    .put("state", found.state().name().toLowerCase(Locale.ROOT))
                    .put("files", found.files())
                    .put("hooks", found.hooks());
            if (found.isInBackground()) {
                root.put("log", seat.log().toString());
            }
        });
        return root.toPrettyString();
    }

    private ExitCode stop(WatchSeat seat) throws IOException, InterruptedException {
        Optional<WatchSeat.Holder> holder = seat.holder();
        if (holder.isEmpty()) {
            console.print("nobody watches");
            return ExitCode.OK;
        }
        access.end(holder.get(), false);
        if (!waited(TO_END, () -> isFree(seat))) {
            access.end(holder.get(), true);
            if (!waited(TO_END, () -> isFree(seat))) {
                console.problem(
                        "hooks/not-stopped",
                        "process %d does not end".formatted(holder.get().pid()),
                        "end it with 'kill -9 %d'".formatted(holder.get().pid()));
                return ExitCode.FINDINGS;
            }
        }
        console.print("ended process %d".formatted(holder.get().pid()));
        return ExitCode.OK;
    }

    private ExitCode background(Workspace workspace, WatchSeat seat)
            throws IOException, InterruptedException {
        Optional<WatchSeat.Holder> before = seat.holder();
        if (before.isPresent()) {
            return busy(before);
        }
        HookWatchAccess.Background started = access.start(workspace, seat);
        boolean isReady =
                waited(TO_BEGIN, () -> !started.isAlive() || watches(seat, started.pid()));
        if (isReady && started.isAlive()) {
            return status(seat);
        }
        Optional<WatchSeat.Holder> other = seat.holder();
        if (!started.isAlive() && other.isPresent()) {
            return busy(other);
        }
        console.problem(
                "hooks/not-started",
                "what was to watch in the background did not start: "
                        + started.said().orElse("it said nothing"),
                "try 'kiro hooks watch' in a terminal");
        return ExitCode.FINDINGS;
    }

    private static boolean watches(WatchSeat seat, long pid) {
        return holder(seat)
                .filter(holder -> holder.pid() == pid && holder.state() != State.STARTING)
                .isPresent();
    }

    private static boolean isFree(WatchSeat seat) {
        return holder(seat).isEmpty();
    }

    private static Optional<WatchSeat.Holder> holder(WatchSeat seat) {
        try {
            return seat.holder();
        } catch (IOException unreadable) {
            return Optional.empty();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }

    private static boolean waited(Duration limit, BooleanSupplier condition)
            throws InterruptedException {
        long end = System.nanoTime() + limit.toNanos();
        while (System.nanoTime() < end) {
            if (condition.getAsBoolean()) {
                return true;
            }
            Thread.sleep(BETWEEN_LOOKS);
        }
        return false;
    }
}
