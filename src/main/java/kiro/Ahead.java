package kiro;

import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;

/// Something that is found out beside other work, from before it is needed.
final class Ahead<T> {
    private final FutureTask<T> work;

    private Ahead(FutureTask<T> work) {
        this.work = work;
    }

    static <T> Ahead<T> begin(String name, Callable<T> work) {
        var task = new FutureTask<>(work);
        Thread.ofVirtual().name(name).start(task);
        return new Ahead<>(task);
    }

    T get() throws InterruptedException {
        try {
            return work.get();
        } catch (ExecutionException fault) {
            throw new IllegalStateException("what was begun ahead failed", fault.getCause());
        }
    }
}
