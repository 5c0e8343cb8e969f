package kiro.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.function.Consumer;
import java.util.function.Supplier;
import kiro.cli.terminal.Columns;
import kiro.cli.terminal.Harmless;
import kiro.cli.terminal.Keyboard;
import kiro.finding.Finding;
import kiro.finding.Severity;

/// The terminal, or whatever stands in its place: the only place that prints and that asks.
public final class Console {
    private final PrintStream out;
    private final PrintStream err;
    private final BufferedReader in;
    private final Screen screen;
    private final Supplier<Optional<Keyboard>> keyboards;
    private final List<Runnable> held = new ArrayList<>();
    private Optional<Consumer<String>> canvas = Optional.empty();
    private boolean isAsking;
    private boolean hasStatus;

    /// What the other end can show.
    ///
    /// @param isInteractive whether a person can be asked
    /// @param hasColours whether escape sequences are understood and wanted
    /// @param width columns of a line
    /// @param isLive whether the cursor can be moved
    public record Screen(boolean isInteractive, boolean hasColours, int width, boolean isLive) {
        public static final Screen PLAIN = new Screen(false, false, 100);

        private static final int UNKNOWN_WIDTH = 100;

        /// What the environment says of it: the same on every system, Windows included.
        ///
        /// @param isTerminal whether a person sees it
        public static Screen of(boolean isTerminal, Map<String, String> environment) {
            boolean isDumb = environment.getOrDefault("TERM", "").equals("dumb");
            boolean hasColours =
                    isTerminal && environment.getOrDefault("NO_COLOR", "").isEmpty() && !isDumb;
            String columns = environment.getOrDefault("COLUMNS", "");
            int width =
                    columns.matches("[1-9][0-9]{1,3}") ? Integer.parseInt(columns) : UNKNOWN_WIDTH;
            return new Screen(isTerminal, hasColours, width, isTerminal && !isDumb);
        }

        /// A screen that is written from top to bottom.
        public Screen(boolean isInteractive, boolean hasColours, int width) {
            this(isInteractive, hasColours, width, false);
        }
    }

    /// A console that is only written to and read line by line.
    public Console(PrintStream out, PrintStream err, BufferedReader in, Screen screen) {
        this(out, err, in, screen, Optional::empty);
    }

    /// @param keyboards gives the terminal's keys, where they can be read one by one
    public Console(
            PrintStream out,
            PrintStream err,
            BufferedReader in,
            Screen screen,
            Supplier<Optional<Keyboard>> keyboards) {
        this.out = out;
        this.err = err;
        this.in = in;
        this.screen = screen;
        this.keyboards = keyboards;
    }

    /// The terminal for single keys, for commands that draw on it; empty where that cannot be done.
    public Optional<Keyboard> keyboard() {
        return screen.isLive() ? keyboards.get() : Optional.empty();
    }

    /// Hands every line over to whoever draws on the terminal.
    public synchronized void drawOn(Consumer<String> lines) {
        clearStatus();
        canvas = Optional.of(lines);
    }

    /// Prints by itself again.
    public synchronized void drawNoMore() {
        canvas = Optional.empty();
    }

    /// Writes to the terminal what draws on it, at once.
    public void draw(String sequences) {
        out.print(sequences);
        out.flush();
    }

    /// Ends the program at once, from whatever thread: the user does not want to wait any longer.
    public void quit() {
        Thread.ofPlatform().start(() -> System.exit(ExitCode.INTERRUPTED.number()));
    }

    public boolean isInteractive() {
        return screen.isInteractive();
    }

    /// Whether a part of the screen can be drawn again.
    public boolean isLive() {
        return screen.isLive();
    }

    public boolean hasColours() {
        return screen.hasColours();
    }

    public int width() {
        return screen.width();
    }

    /// Prints a line of the command's result.
    public void print(String line) {
        say(out, line);
    }

    /// Prints lines of the command's result at once: thousands one by one cost as many writes.
    public void print(List<String> lines) {
        if (!lines.isEmpty()) {
            say(out, String.join(System.lineSeparator(), lines));
        }
    }

    public void print() {
        say(out, "");
    }

    /// Prints part of a line and shows it at once.
    public synchronized void printPart(String text) {
        clearStatus();
        out.print(text);
        out.flush();
    }

    /// Prints a line about the work itself, which is not part of the result.
    public void note(String line) {
        beside(line);
    }

    /// Says what went wrong and what to do next.
    ///
    /// @param message names the thing; lower case, no full stop
    /// @param fix the next move
    public void problem(String code, String message, String fix) {
        beside(styled(Style.RED, "error") + ": " + message + styled(Style.DIM, " [" + code + "]"));
        if (!fix.isEmpty()) {
            beside("  " + styled(Style.BOLD, "next") + ": " + fix);
        }
    }

    /// What is said beside the result is for people, and must not command a terminal wherever the result goes.
    private void beside(String text) {
        say(err, Harmless.coloured(text));
    }

    /// What goes to a terminal must not command it; a file or a program gets what there is.
    private void say(PrintStream where, String text) {
        Optional<Consumer<String>> drawing;
        synchronized (this) {
            drawing = canvas;
            if (drawing.isEmpty() && isAsking) {
                held.add(() -> say(where, text));
            } else if (drawing.isEmpty()) {
                clearStatus();
                where.println(screen.isInteractive() ? Harmless.coloured(text) : text);
            }
        }
        drawing.ifPresent(
                lines -> (text.isEmpty() ? List.of("") : text.lines().toList()).forEach(lines));
    }

    /// Prints findings about the work as one line of place and message each, and the fix below it.
    public void findings(List<Finding> findings) {
        lines(findings).forEach(this::beside);
    }

    /// Prints findings where they are the command's result.
    public void printFindings(List<Finding> findings) {
        lines(findings).forEach(line -> say(out, line));
    }

    private List<String> lines(List<Finding> findings) {
        var lines = new ArrayList<String>();
        for (Finding finding : findings) {
            lines.add(
                    "%s:%s: %s: %s%s"
                            .formatted(
                                    finding.file(),
                                    finding.span(),
                                    styled(colour(finding.severity()), word(finding.severity())),
                                    finding.message(),
                                    styled(Style.DIM, " [" + finding.rule() + "]")));
            finding.fix()
                    .ifPresent(fix -> lines.add("  " + styled(Style.BOLD, "next") + ": " + fix));
        }
        return lines;
    }

    /// The text in a style, where colours are wanted; else as it is.
    public String styled(Style style, String text) {
        return screen.hasColours() ? style.apply(text) : text;
    }

    /// Asks for a line; empty when there is nobody to ask or the input has ended. The reading is left to
    /// another thread, as a read from a terminal cannot be interrupted. Until it is answered, lines of others wait, so
    /// that the question is the last thing that is seen and heard.
    public Optional<String> ask(String question) throws InterruptedException {
        if (!screen.isInteractive()) {
            return Optional.empty();
        }
        var line = new FutureTask<>(() -> Optional.ofNullable(in.readLine()).map(String::strip));
        synchronized (this) {
            printPart(question);
            isAsking = true;
        }
        Thread.ofPlatform().daemon().name("question").start(line);
        try {
            return line.get();
        } catch (ExecutionException gone) {
            return Optional.empty();
        } finally {
            goOn();
        }
    }

    private synchronized void goOn() {
        isAsking = false;
        held.forEach(Runnable::run);
        held.clear();
    }

    /// Asks for a line that is not shown while it is typed; empty when there is nobody to ask, or the asking was ended.
    /// Where keys cannot be read one by one it is shown, and that is said.
    public Optional<String> askHidden(String question) throws InterruptedException {
        Optional<Keyboard> keys = keyboard();
        if (keys.isEmpty()) {
            return ask(question + "(shown as you type) ");
        }
        printPart(question);
        try (Keyboard keyboard = keys.get()) {
            return HiddenLine.read(keyboard);
        } catch (IOException gone) {
            return Optional.empty();
        } finally {
            print();
        }
    }

    /// All that is piped in, to its end.
    public String input() throws IOException {
        return in.readAllAsString();
    }

    /// The next line of what is handed in by a program or a file; empty at its end.
    public Optional<String> read() {
        try {
            return Optional.ofNullable(in.readLine());
        } catch (IOException gone) {
            return Optional.empty();
        }
    }

    /// Shows what goes on at the moment, in a line that the next one replaces; nothing where there is no
    /// terminal to draw on.
    public synchronized void status(String text) {
        if (!screen.hasColours() || canvas.isPresent() || isAsking) {
            return;
        }
        String line = Columns.cut(Harmless.line(text), Math.max(screen.width() - 3, 10));
        err.print("\r\u001b[2K" + Style.DIM.apply("  " + line));
        err.flush();
        hasStatus = true;
    }

    public synchronized void clearStatus() {
        if (hasStatus) {
            err.print("\r\u001b[2K");
            err.flush();
            hasStatus = false;
        }
    }

    public void flush() {
        out.flush();
        err.flush();
    }

    private static Style colour(Severity severity) {
        return switch (severity) {
            case ERROR -> Style.RED;
            case WARNING -> Style.YELLOW;
            case INFO -> Style.BLUE;
        };
    }

    private static String word(Severity severity) {
        return switch (severity) {
            case ERROR -> "error";
            case WARNING -> "warning";
            case INFO -> "info";
        };
    }
}
