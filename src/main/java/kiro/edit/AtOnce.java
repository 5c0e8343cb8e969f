package kiro.edit;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;

/// Does many things that wait for the disk, several at a time, which it is made for.
final class AtOnce {
    /// Fewer are done one after the other.
    static final int MANY = 16;

    private static final int THREADS = 16;

    private AtOnce() {}

    /// What is done to each.
    interface Act<T> {
        void on(T one) throws IOException;
    }

    /// Does it to all of them, in no order where they are many. After a failure no other is begun; those that are begun are ended
    /// when this returns, whoever interrupts.
    ///
    /// @throws IOException the first failure
    static <T> void each(Collection<T> all, Act<T> act) throws IOException {
        if (all.size() < MANY) {
            for (T one : all) {
                act.on(one);
            }
            return;
        }
        var isOver = new AtomicBoolean();
        Optional<IOException> failure = Optional.empty();
        try (ExecutorService threads =
                Executors.newFixedThreadPool(
                        THREADS, Thread.ofPlatform().name("disk-", 0).daemon().factory())) {
            List<Future<Optional<IOException>>> begun = new ArrayList<>();
            for (T one : all) {
                begun.add(threads.submit(() -> done(one, act, isOver)));
            }
            for (Future<Optional<IOException>> one : begun) {
                Optional<IOException> ended = ended(one);
                failure = failure.or(() -> ended);
            }
        }
        if (failure.isPresent()) {
            throw failure.get();
        }
    }

    private static <T> Optional<IOException> done(T one, Act<T> act, AtomicBoolean isOver) {
        if (isOver.get()) {
            return Optional.empty();
        }
        try {
            act.on(one);
            return Optional.empty();
        } catch (IOException failure) {
            isOver.set(true);
            return Optional.of(failure);
        }
    }

    private static Optional<IOException> ended(Future<Optional<IOException>> one) {
        boolean wasInterrupted = false;
        try {
            while (true) {
                try {
                    return one.get();
                } catch (InterruptedException later) {
                    wasInterrupted = true;
                }
            }
        } catch (ExecutionException fault) {
            throw new IllegalStateException("not all of it could be done", fault.getCause());
        } finally {
            if (wasInterrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
