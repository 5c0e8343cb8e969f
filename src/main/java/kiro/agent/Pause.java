package kiro.agent;

import java.time.Duration;

/// Waits.
@FunctionalInterface
public interface Pause {
    void forThis(Duration duration) throws InterruptedException;
}
