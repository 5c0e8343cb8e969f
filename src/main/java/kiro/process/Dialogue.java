package kiro.process;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/// A command that is kept, such as a shell, and answers one question after another.
public final class Dialogue implements AutoCloseable {
    private static final int LARGEST = 64 << 20;
    private static final int BUFFER = 8_192;

    private final PipedCommand command;
    private final Object lock = new Object();
    private final Printed printed = new Printed();
    private boolean hasEnded;

    private Dialogue(PipedCommand command) {
        this.command = command;
    }

    /// Empty where the command cannot be started.
    public static Optional<Dialogue> with(CommandRunner commands, Command command) {
        if (!(commands.talk(command) instanceof PipedCommand.Start.Started(PipedCommand kept))) {
            return Optional.empty();
        }
        var dialogue = new Dialogue(kept);
        // As those of its errors, a thread that waits in a read is none of the virtual ones.
        Thread.ofPlatform()
                .daemon()
                .name("command-answers")
                .start(() -> dialogue.readAll(kept.output()));
        return Optional.of(dialogue);
    }

    /// What came of a question.
    public sealed interface Answer {
        /// @param bytes what stood before its end
        @SuppressWarnings("ArrayRecordComponent")
        record Whole(byte[] bytes) implements Answer {}

        /// The command has ended, and perhaps not heard the question.
        record Ended() implements Answer {}

        /// There was none in time, or too long a one. The command is closed.
        record Missing() implements Answer {}
    }

    /// @param end what the command prints behind its answer, and nowhere in it
    public Answer ask(byte[] question, byte[] end, Duration limit) throws InterruptedException {
        boolean isAnswered = false;
        try {
            command.input().write(question);
            command.input().flush();
            Answer answer = answer(end, limit);
            isAnswered = answer instanceof Answer.Whole;
            return answer;
        } catch (IOException hungUp) {
            return new Answer.Ended();
        } finally {
            if (!isAnswered) {
                close();
            }
        }
    }

    private Answer answer(byte[] end, Duration limit) throws InterruptedException {
        long last = System.nanoTime() + limit.toNanos();
        synchronized (lock) {
            while (!printed.endsWith(end)) {
                long left = last - System.nanoTime();
                if (hasEnded) {
                    return new Answer.Ended();
                }
                if (left <= 0 || printed.size() > LARGEST) {
                    return new Answer.Missing();
                }
                TimeUnit.NANOSECONDS.timedWait(lock, left);
            }
            return new Answer.Whole(printed.taken(end.length));
        }
    }

    private void readAll(InputStream stream) {
        var buffer = new byte[BUFFER];
        try (stream) {
            for (int count = stream.read(buffer); count > 0; count = stream.read(buffer)) {
                synchronized (lock) {
                    printed.write(buffer, 0, count);
                    lock.notifyAll();
                }
            }
        } catch (IOException closed) {
            // What it has printed so far is no answer.
        } finally {
            synchronized (lock) {
                hasEnded = true;
                lock.notifyAll();
            }
        }
    }

    @Override
    public void close() {
        command.close();
    }

    private static final class Printed extends ByteArrayOutputStream {
        synchronized boolean endsWith(byte[] end) {
            int from = count - end.length;
            return from >= 0 && Arrays.equals(buf, from, count, end, 0, end.length);
        }

        synchronized byte[] taken(int end) {
            byte[] taken = Arrays.copyOf(buf, count - end);
            reset();
            return taken;
        }
    }
}
