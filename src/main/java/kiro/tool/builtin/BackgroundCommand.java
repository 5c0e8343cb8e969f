package kiro.tool.builtin;

import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import kiro.process.Command;
import kiro.process.CommandResult;
import kiro.process.CommandRunner;
import kiro.process.Output;

/// A command line that runs beside the run, with what it has printed since somebody last looked.
final class BackgroundCommand {
    /// What nobody has looked at is kept up to here; the oldest of it is lost first.
    private static final int MOST_UNREAD = 30_000;

    private final String line;
    private final Thread thread;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final StringBuilder unread = new StringBuilder();
    private long lost;
    private boolean isCounted = true;
    private String end = "";
    private String file = "";

    private BackgroundCommand(String line, Function<BackgroundCommand, Runnable> work) {
        this.line = line;
        // A virtual one waits in short turns with the help of two others, which a flood of output
        // waits for.
        this.thread = Thread.ofPlatform().daemon().name("background").unstarted(work.apply(this));
    }

    /// How ends and files are told.
    record Telling(Function<CommandResult, String> end, Function<Path, String> file) {}

    static BackgroundCommand start(
            String line, CommandRunner commands, Command command, Telling telling) {
        var background =
                new BackgroundCommand(
                        line,
                        self ->
                                () -> {
                                    try {
                                        CommandResult result =
                                                commands.record(
                                                        command,
                                                        self::printed,
                                                        self::passedOver,
                                                        path ->
                                                                self.isIn(
                                                                        telling.file()
                                                                                .apply(path)));
                                        self.ended(telling.end().apply(result));
                                    } catch (InterruptedException stopped) {
                                        self.ended("it was stopped");
                                    } catch (RuntimeException | Error fault) {
                                        self.ended("it was lost: " + fault);
                                        throw fault;
                                    }
                                });
        background.thread.start();
        return background;
    }

    String line() {
        return line;
    }

    private void printed(String text) {
        lock.lock();
        try {
            unread.append(text).append('\n');
            if (unread.length() > 2 * MOST_UNREAD) {
                loseOldest();
            }
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /// A flood has come of which only the end is told.
    private void passedOver(long bytes) {
        lock.lock();
        try {
            lost += unread.length() + bytes;
            isCounted = false;
            unread.setLength(0);
        } finally {
            lock.unlock();
        }
    }

    private void isIn(String path) {
        lock.lock();
        try {
            file = path;
        } finally {
            lock.unlock();
        }
    }

    private void loseOldest() {
        int over = unread.length() - MOST_UNREAD;
        if (over > 0) {
            lost += over;
            unread.delete(0, over);
        }
    }

    private void ended(String how) {
        lock.lock();
        try {
            end = how;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    boolean isRunning() {
        lock.lock();
        try {
            return end.isEmpty();
        } finally {
            lock.unlock();
        }
    }

    /// What it has printed since this was asked last, and its state; waits for something to tell.
    String news(Duration wait) throws InterruptedException {
        lock.lockInterruptibly();
        try {
            long left = wait.toNanos();
            while (unread.isEmpty() && end.isEmpty() && left > 0) {
                left = changed.awaitNanos(left);
            }
            loseOldest();
            String state = end.isEmpty() ? "it is running" : end;
            String note =
                    lost == 0
                            ? ""
                            : "[%s%,d characters before this are left out: what it prints is in %s, up to %,d bytes]\n"
                                    .formatted(
                                            isCounted ? "" : "about ",
                                            lost,
                                            file,
                                            Output.LARGEST_FILE);
            String text = state + "\n" + note + unread;
            unread.setLength(0);
            lost = 0;
            isCounted = true;
            return text.stripTrailing();
        } finally {
            lock.unlock();
        }
    }

    /// Ends it with all that it has started.
    void stop() {
        thread.interrupt();
        boolean isInterrupted = false;
        while (thread.isAlive()) {
            try {
                thread.join(Duration.of(1, TimeUnit.MINUTES.toChronoUnit()));
            } catch (InterruptedException hurried) {
                isInterrupted = true;
            }
        }
        if (isInterrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
