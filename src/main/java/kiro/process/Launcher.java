package kiro.process;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;

/// Starts commands, each as the leader of a session of its own, with nothing to read unless it is talked to.
///
/// The JDK cannot make a session; `setsid` does, and becomes the command, so that the process which
/// Java knows is the leader. A leader has no terminal either: nothing can ask a question there and wait.
final class Launcher {
    /// Holds the ids of the command, and of those that this program itself runs under.
    /// The variable by which what a command has started is known, wherever it went.
    static final String MARK = "KIRO_COMMAND";

    private static final String SESSION_MAKER = "setsid";
    private static final String REFUSAL = SESSION_MAKER + ": failed to execute ";
    private static final String PATH = "PATH";

    private final Map<String, String> environment;
    private final Optional<Path> sessionMaker;
    private final Optional<ProcessTable> table;
    private final AtomicLong count = new AtomicLong();

    /// @param sessionMaker the program that makes sessions; empty where there is none
    Launcher(Map<String, String> environment, Optional<Path> sessionMaker) {
        this.environment = environment;
        this.sessionMaker = sessionMaker;
        this.table = sessionMaker.flatMap(made -> ProcessTable.in(Path.of("/proc")));
    }

    static Launcher of(Map<String, String> environment) {
        return new Launcher(environment, sessionMaker(environment));
    }

    /// The program that makes sessions, where there is one.
    static Optional<Path> sessionMaker(Map<String, String> environment) {
        Optional<String> path = Optional.ofNullable(environment.get(PATH));
        return ProgramFinder.find(SESSION_MAKER, Optional.empty())
                .or(() -> ProgramFinder.find(SESSION_MAKER, path));
    }

    Optional<String> variable(String name) {
        return Optional.ofNullable(environment.get(name));
    }

    /// What came of starting a command.
    sealed interface Start {
        record Started(Process process, String mark, Optional<ProcessTable> table)
                implements Start {
            /// The same, where what it has started is to be known by descent alone.
            Started withoutTable() {
                return new Started(process, mark, Optional.empty());
            }
        }

        record Failed(String reason) implements Start {}
    }

    /// An id for a command, which no other has.
    String mark() {
        return ProcessHandle.current().pid()
                + "."
                + System.nanoTime()
                + "."
                + count.incrementAndGet();
    }

    /// Starts a command that prints everything on one stream, in the order it comes.
    ///
    /// @param mark the command's id
    Start start(Command command, String mark) {
        return start(command, mark, Pipes.ONE);
    }

    /// Starts a command that prints its errors on a stream of their own.
    Start startWithErrorsApart(Command command) {
        return startParted(command, mark());
    }

    /// The same.
    ///
    /// @param mark the command's id
    Start startParted(Command command, String mark) {
        return start(command, mark, Pipes.ERRORS_APART);
    }

    /// Starts a command that is talked to, and that prints its errors on a stream of their own.
    ///
    /// @param mark the command's id
    Start startTalking(Command command, String mark) {
        return start(command, mark, Pipes.TALKING);
    }

    /// Which streams a command has to this program.
    private enum Pipes {
        ONE,
        ERRORS_APART,
        TALKING
    }

    private Start start(Command command, String mark, Pipes pipes) {
        var builder = new ProcessBuilder(argv(command));
        Map<String, String> variables = builder.environment();
        variables.clear();
        variables.putAll(environment);
        variables.putAll(command.environment());
        variables.merge(MARK, mark, (outer, own) -> outer + " " + own);
        Optional<String> obstacle =
                ProgramFinder.obstacle(command, Optional.ofNullable(variables.get(PATH)));
        if (obstacle.isPresent()) {
            return new Start.Failed(obstacle.get());
        }
        builder.directory(command.directory().toFile());
        if (pipes != Pipes.TALKING) {
            builder.redirectInput(
                    Redirect.from(command.input().orElse(Path.of("/dev/null")).toFile()));
        }
        builder.redirectErrorStream(pipes == Pipes.ONE);
        try {
            return new Start.Started(builder.start(), mark, table);
        } catch (IOException cause) {
            return new Start.Failed(
                    "%s could not be started: %s"
                            .formatted(command.argv().getFirst(), cause.getMessage()));
        }
    }

    private List<String> argv(Command command) {
        if (sessionMaker.isEmpty()) {
            return command.argv();
        }
        var argv = new ArrayList<String>();
        argv.add(sessionMaker.get().toString());
        argv.add("--");
        argv.addAll(command.argv());
        return argv;
    }

    /// Why a command that seems to have exited was never started: the session was made, but the system
    /// then refused the program, for want of its interpreter for one.
    static Optional<String> notStarted(int code, String output) {
        boolean isRefused = code == 126 || code == 127;
        return isRefused
                        && output.startsWith(REFUSAL)
                        && output.indexOf('\n') == output.length() - 1
                ? Optional.of("could not be started: " + output.substring(REFUSAL.length()).strip())
                : Optional.empty();
    }
}
