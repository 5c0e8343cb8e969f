package kiro.testing;

import java.lang.management.ManagementFactory;
import java.time.Duration;

/// What work costs, whatever else the machine does meanwhile: the processor time of the calling thread.
public final class CpuTime {
    private CpuTime() {}

    public static Duration of(Runnable work) {
        var threads = ManagementFactory.getThreadMXBean();
        long before = threads.getCurrentThreadCpuTime();
        work.run();
        return Duration.ofNanos(threads.getCurrentThreadCpuTime() - before);
    }
}
