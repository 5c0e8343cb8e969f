package kiro.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import kiro.finding.Finding;
import kiro.finding.Severity;

/// The terminal, or whatever stands in its place: the only place that prints and that asks.
public final class Console {
    private final PrintStream out;
    private final PrintStream err;
    private final BufferedReader in;
    private final Screen screen;
    private boolean hasStatus;

    /// What the other end can show.
    ///
    /// @param isInteractive whether a person can be asked
    /// @param hasColours whether escape sequences are understood and wanted
    /// @param width columns of a line
    public record Screen(boolean isInteractive, boolean hasColours, int width) {
        public static final Screen PLAIN = new Screen(false, false, 100);
    }

    public Console(PrintStream out, PrintStream err, BufferedReader in, Screen screen) {
        this.out = out;
        this.err = err;
        this.in = in;
        this.screen = screen;
    }

    public boolean isInteractive() {
        return screen.isInteractive();
    }

    public boolean hasColours() {
        return screen.hasColours();
    }

    public int width() {
        return screen.width();
    }

    /// Prints a line of the command's result.
    public synchronized void print(String line) {
        clearStatus();
        out.println(line);
    }

    /// Prints lines of the command's result at once: thousands one by one cost as many writes.
    public synchronized void print(List<String> lines) {
        clearStatus();
        if (!lines.isEmpty()) {
            out.println(String.join(System.lineSeparator(), lines));
        }
    }

    public synchronized void print() {
        clearStatus();
        out.println();
    }

    /// Prints part of a line and shows it at once.
    public synchronized void printPart(String text) {
        clearStatus();
        out.print(text);
        out.flush();
    }

    /// Prints a line about the work itself, which is not part of the result.
    public synchronized void note(String line) {
        clearStatus();
        err.println(line);
    }

    /// Says what went wrong and what to do next.
    ///
    /// @param message names the thing; lower case, no full stop
    /// @param fix the next move
    public synchronized void problem(String code, String message, String fix) {
        clearStatus();
        err.println(
                styled(Style.RED, "error") + ": " + message + styled(Style.DIM, " [" + code + "]"));
        if (!fix.isEmpty()) {
            err.println("  " + styled(Style.BOLD, "next") + ": " + fix);
        }
    }

    /// Prints findings about the work as one line of place and message each, and the fix below it.
    public void findings(List<Finding> findings) {
        lines(findings).forEach(err::println);
    }

    /// Prints findings where they are the command's result.
    public void printFindings(List<Finding> findings) {
        lines(findings).forEach(out::println);
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
    /// another thread, as a read from a terminal cannot be interrupted.
    public Optional<String> ask(String question) throws InterruptedException {
        if (!screen.isInteractive()) {
            return Optional.empty();
        }
        clearStatus();
        printPart(question);
        var line = new FutureTask<>(() -> Optional.ofNullable(in.readLine()).map(String::strip));
        Thread.ofPlatform().daemon().name("question").start(line);
        try {
            return line.get();
        } catch (ExecutionException gone) {
            return Optional.empty();
        }
    }

    /// All that is piped in, to its end.
    public String input() throws IOException {
        return in.readAllAsString();
    }

    /// Shows what goes on at the moment, in a line that the next one replaces; nothing where there is no
    /// terminal to draw on.
    public synchronized void status(String text) {
        if (!screen.hasColours()) {
            return;
        }
        String line = text.replaceAll("[\\p{Cntrl}]", " ");
        int most = Math.max(screen.width() - 3, 10);
        String cut = line.length() > most ? line.substring(0, most) : line;
        err.print("\r\u001b[2K" + Style.DIM.apply("  " + cut));
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
