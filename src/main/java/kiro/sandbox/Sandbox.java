package kiro.sandbox;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import kiro.process.Capture;
import kiro.process.Command;
import kiro.process.CommandRunner;
import kiro.process.Confinement;
import kiro.sandbox.store.BuildStores;
import kiro.text.Order;
import kiro.workspace.GitLinks;
import kiro.workspace.KiroIgnore;
import org.jspecify.annotations.Nullable;

/// Confines the commands of one run. What the machine can do is found out by a real child process, when it is first
/// asked about and not before; where it cannot, that is a state of its own, with a reason.
public final class Sandbox implements AutoCloseable {
    /// Where programs of the machine have their sockets.
    private static final Path RUNNING = Path.of("/run");

    /// Where Linux tells of all sockets.
    private static final Path SOCKETS = Path.of("/proc/net/unix");

    private static final int MOST_NAMES = 100;
    private static final Duration PROBE_LIMIT = Duration.ofSeconds(10);

    private final SandboxSettings settings;
    private final CommandRunner commands;
    private @Nullable SandboxState state;
    private Optional<Confiner> confiner = Optional.empty();
    private @Nullable HiddenFiles hidden;
    private Optional<List<Path>> links = Optional.empty();

    /// @param commands starts the child process that shows what works
    public Sandbox(SandboxSettings settings, CommandRunner commands) {
        this.settings = settings;
        this.commands = commands;
    }

    /// Makes the command line that runs another one under a policy.
    private interface Confiner {
        List<String> argv(SandboxPolicy policy, Command command);
    }

    /// Whether commands are confined. The first call tries it.
    public synchronized SandboxState state() throws InterruptedException {
        SandboxState known = state;
        if (known == null) {
            known = settings.off().<SandboxState>map(SandboxState.Off::new).orElse(null);
            if (known == null) {
                known = probed();
            }
            state = known;
        }
        return known;
    }

    /// The command as it is confined; as it is where nothing confines it.
    public synchronized Command confine(Command command, SandboxNeeds needs)
            throws InterruptedException {
        if (!(state() instanceof SandboxState.Active) || confiner.isEmpty()) {
            return command;
        }
        try {
            Files.createDirectories(settings.scratch());
            if (needs.git()) {
                noteLinks();
            }
            BuildStores.Given stores = stores(command, needs);
            SandboxPolicy policy = policy(needs, stores.writable());
            return command.withArgv(confiner.get().argv(policy, command))
                    .withEnvironment(stores.environment())
                    .withEnvironment(
                            Map.of("TMPDIR", temporary(), Confinement.HIDDEN, hidden(policy)));
        } catch (IOException unreadable) {
            // Without knowing what to hide, everything of the workspace would be shown.
            return command.withArgv(
                    List.of(
                            "/bin/sh",
                            "-c",
                            "echo 'kiro: the command could not be confined, and was not run' >&2; exit 126"));
        }
    }

    private BuildStores.Given stores(Command command, SandboxNeeds needs) {
        return settings.extras()
                .stores()
                .map(stores -> stores.given(command, writable(needs), hasNetwork(needs)))
                .orElse(BuildStores.Given.NOTHING);
    }

    private List<Path> writable(SandboxNeeds needs) {
        return Stream.concat(settings.writable().stream(), needs.writable().stream()).toList();
    }

    private boolean hasNetwork(SandboxNeeds needs) {
        return settings.hasNetwork() || needs.network();
    }

    /// Where build tools that are confined keep what they fetch.
    public Optional<Path> stores() {
        return settings.extras().stores().map(BuildStores::folder);
    }

    /// What a command that may write the repository has made in it to lead git out of it is taken away, when the next one begins
    /// and in the end.
    private void noteLinks() throws IOException {
        List<Path> now = GitLinks.leadingOut(settings.workspace());
        if (links.isPresent()) {
            for (Path link : now) {
                if (!links.get().contains(link)) {
                    Files.deleteIfExists(link);
                }
            }
        } else {
            links = Optional.of(now);
        }
    }

    /// The names within the workspace of what a command cannot read.
    private static String hidden(SandboxPolicy policy) {
        return Stream.concat(policy.hiddenFiles().stream(), policy.hiddenFolders().stream())
                .filter(path -> path.startsWith(policy.workspace()))
                .map(path -> policy.workspace().relativize(path).toString())
                .filter(name -> !name.contains("\n"))
                .sorted()
                .limit(MOST_NAMES)
                .collect(Collectors.joining("\n"));
    }

    /// The temporary folder as a command sees it.
    private String temporary() {
        return settings.system().toLowerCase(Locale.ROOT).startsWith("mac")
                ? settings.scratch().toString()
                : "/tmp";
    }

    /// Removes what commands have left in their temporary folder, and what stood in the place of files of git; what cannot be
    /// removed stays.
    @Override
    public synchronized void close() {
        if (confiner.isPresent() && !settings.extras().isWithin()) {
            try {
                if (links.isPresent()) {
                    noteLinks();
                }
                GitWalls.takeAway(settings.workspace());
            } catch (IOException stubborn) {
                // Git takes an empty folder for none, and `commondir` says what is so without it.
                settings.scratch().toFile().deleteOnExit();
            }
        }
        settings.extras().stores().ifPresent(BuildStores::tidy);
        if (!Files.isDirectory(settings.scratch())) {
            return;
        }
        try (Stream<Path> files = Files.walk(settings.scratch())) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        } catch (IOException | UncheckedIOException stubborn) {
            settings.scratch().toFile().deleteOnExit();
        }
    }

    private SandboxState probed() throws InterruptedException {
        String system = settings.system().toLowerCase(Locale.ROOT);
        if (system.startsWith("linux")) {
            return settings.bubblewrap()
                    .map(this::withBubblewrap)
                    .orElse(() -> new SandboxState.Degraded("bubblewrap (bwrap) is not installed"))
                    .get();
        }
        return system.startsWith("mac")
                ? withSeatbelt()
                : new SandboxState.Degraded(
                        "there is no sandbox for " + settings.system() + " yet");
    }

    /// A state that takes a child process to find out.
    private interface Probe {
        SandboxState get() throws InterruptedException;
    }

    private Probe withBubblewrap(Path program) {
        return () -> {
            Optional<String> problem = Optional.empty();
            for (boolean ownsProcesses : new boolean[] {true, false}) {
                var bubblewrap = new Bubblewrap(program, ownsProcesses);
                Optional<String> found =
                        tried((policy, command) ->
                                bubblewrap.argv(policy, command.directory(), command.argv()));
                if (found.isEmpty()) {
                    return new SandboxState.Active("bubblewrap");
                }
                problem = problem.or(() -> found);
            }
            return new SandboxState.Degraded(
                    "bubblewrap does not work here: " + problem.orElse("no reason given"));
        };
    }

    private SandboxState withSeatbelt() throws InterruptedException {
        return tried((policy, command) -> Seatbelt.argv(policy, command.argv()))
                .<SandboxState>map(problem ->
                        new SandboxState.Degraded("sandbox-exec does not work here: " + problem))
                .orElse(new SandboxState.Active("seatbelt"));
    }

    /// Runs a command confined; answers what went wrong, and keeps the way when nothing did.
    private Optional<String> tried(Confiner candidate) throws InterruptedException {
        try {
            Files.createDirectories(settings.scratch());
            var nothing =
                    Command.of(
                            settings.workspace(), PROBE_LIMIT, List.of("/bin/sh", "-c", "exit 0"));
            Command confined =
                    nothing.withArgv(candidate.argv(policy(SandboxNeeds.NONE, List.of()), nothing));
            Optional<String> problem =
                    switch (commands.capture(confined)) {
                        case Capture.Failed failed -> Optional.of(failed.reason());
                        case Capture.Ended ended ->
                                ended.code() == 0
                                        ? Optional.empty()
                                        : Optional.of(firstLine(ended.errors()));
                    };
            if (problem.isEmpty()) {
                confiner = Optional.of(candidate);
            }
            return problem;
        } catch (IOException unreadable) {
            return Optional.of(String.valueOf(unreadable.getMessage()));
        }
    }

    private static String firstLine(String text) {
        return text.lines().findFirst().orElse("it ended without a word");
    }

    private HiddenFiles hiddenAlways() throws IOException {
        HiddenFiles known = hidden;
        if (known == null) {
            known =
                    HiddenFiles.of(
                            settings.workspace(),
                            settings.home(),
                            settings.extras().hidden(),
                            KiroIgnore.in(settings.workspace()));
            hidden = known;
        }
        return known;
    }

    /// @param stores folders for what build tools fetch
    private SandboxPolicy policy(SandboxNeeds needs, List<Path> stores) throws IOException {
        HiddenFiles known = hiddenAlways();
        boolean hasNetwork = hasNetwork(needs);
        GitWalls git =
                GitWalls.of(
                        settings.workspace(), settings.home(), needs.git(), known.repositories());
        var writable = new ArrayList<>(settings.writable().stream().filter(Files::exists).toList());
        writable.addAll(git.writable());
        writable.addAll(stores);
        var kept = new ArrayList<>(git.kept());
        needs.writable().stream()
                .filter(folder -> Files.isDirectory(folder) && !folder.equals(settings.workspace()))
                .forEach(writable::add);
        Stream.of(".kiro", ".kiroignore")
                .map(settings.workspace()::resolve)
                .filter(Files::exists)
                .forEach(kept::add);
        ClosedWalk closed = ClosedWalk.of(settings.workspace(), needs.closed());
        kept.addAll(closed.kept);
        var pinned = new ArrayList<>(closed.pinned);
        pinned.addAll(git.pinned());
        pinned.addAll(known.around(settings.workspace()));
        // Each lies over those before it: what lies deeper has to come later.
        pinned.sort(Order.by(Path::getNameCount));
        return new SandboxPolicy(
                settings.workspace(),
                settings.scratch(),
                writable,
                pinned,
                kept,
                known.and(closed)
                        .and(LocalSockets.under(RUNNING, hasNetwork))
                        .and(LocalSockets.elsewhere(SOCKETS, settings.workspace(), hasNetwork)),
                hasNetwork);
    }
}
