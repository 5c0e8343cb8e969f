package kiro.agent;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.function.Consumer;
import kiro.tool.Preparation.Act;
import kiro.tool.ToolResult;

/// Does several things at the same time, each on a thread of its own, so many at once and no more. When it returns, none
/// of them is under way any more.
final class ParallelActs {
    private static final int MOST = 8;

    private final List<Act> acts;
    private final Consumer<String> news;
    private final AtomicInteger next = new AtomicInteger();
    private final AtomicReferenceArray<Came> came;

    /// @param news is told what they print, on any thread
    ParallelActs(List<Act> acts, Consumer<String> news) {
        this.acts = List.copyOf(acts);
        this.news = news;
        this.came = new AtomicReferenceArray<>(acts.size());
    }

    /// What came of one.
    private sealed interface Came {
        record Answer(ToolResult result) implements Came {}

        record Fault(Throwable thrown) implements Came {}
    }

    /// What came of all.
    ///
    /// @param results in the order of the acts; empty for one that did not come to its end
    record Done(List<Optional<ToolResult>> results, Optional<Throwable> fault) {
        Done {
            results = List.copyOf(results);
        }

        /// Goes on as the first that went wrong did.
        void orThrow() throws InterruptedException {
            switch (fault.orElse(null)) {
                case null -> {}
                case InterruptedException stopped -> throw stopped;
                case RuntimeException bug -> throw bug;
                case Error error -> throw error;
                case Throwable other -> throw new IllegalStateException(other);
            }
        }
    }

    /// Does them. An interruption ends all of them, and is the fault that comes first.
    Done run() {
        List<Thread> threads = new ArrayList<>();
        for (int i = 0; i < Math.min(MOST, acts.size()); i++) {
            // A search reckons for seconds, and would hold the threads that virtual ones run on, of
            // which there are as few as processors.
            threads.add(Thread.ofPlatform().daemon().name("look-" + i).start(this::work));
        }
        Optional<Throwable> interruption = join(threads);
        var results = new ArrayList<Optional<ToolResult>>();
        var faults = new ArrayList<Throwable>();
        for (int i = 0; i < acts.size(); i++) {
            switch (came.get(i)) {
                case null -> results.add(Optional.empty());
                case Came.Answer(ToolResult result) -> results.add(Optional.of(result));
                case Came.Fault(Throwable thrown) -> {
                    results.add(Optional.empty());
                    faults.add(thrown);
                }
            }
        }
        return new Done(results, interruption.or(() -> faults.stream().findFirst()));
    }

    private void work() {
        for (int i = next.getAndIncrement();
                i < acts.size() && !Thread.currentThread().isInterrupted();
                i = next.getAndIncrement()) {
            came.set(i, one(acts.get(i)));
        }
    }

    private Came one(Act act) {
        try {
            return new Came.Answer(act.run(news));
        } catch (InterruptedException | RuntimeException | Error fault) {
            return new Came.Fault(fault);
        }
    }

    /// Waits for all, whoever hurries; they are told to hurry then.
    private static Optional<Throwable> join(List<Thread> threads) {
        Optional<Throwable> interruption = Optional.empty();
        for (Thread thread : threads) {
            while (thread.isAlive()) {
                try {
                    thread.join();
                } catch (InterruptedException stopped) {
                    interruption = Optional.of(stopped);
                    threads.forEach(Thread::interrupt);
                }
            }
        }
        return interruption;
    }
}
