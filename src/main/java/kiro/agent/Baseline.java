package kiro.agent;

import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import kiro.evidence.TestRun;

/// How the tests stand before anything is changed: measured while the plan is made.
final class Baseline implements AutoCloseable {
    private final FutureTask<TestRun> run;
    private final Thread thread;

    private Baseline(FutureTask<TestRun> run) {
        this.run = run;
        this.thread = Thread.ofVirtual().name("tests-before").start(run);
    }

    /// Whether they may run is asked before anything else is.
    static Baseline start(CriteriaWatch watch) {
        watch.ask();
        return new Baseline(new FutureTask<>(watch::runTests));
    }

    /// One that was measured in the run that goes on.
    static Baseline known(TestRun run) {
        return new Baseline(new FutureTask<>(() -> run));
    }

    TestRun await() throws InterruptedException {
        try {
            return run.get();
        } catch (ExecutionException fault) {
            throw new IllegalStateException("the tests could not be watched", fault.getCause());
        }
    }

    /// Ends the tests if they still run.
    @Override
    public void close() {
        thread.interrupt();
        boolean wasInterrupted = Thread.interrupted();
        try {
            thread.join();
        } catch (InterruptedException again) {
            wasInterrupted = true;
        }
        if (wasInterrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
