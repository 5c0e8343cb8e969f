package kiro.aws;

import java.time.Duration;

/// A while in which nothing is done.
@FunctionalInterface
public interface Pause {
    void sleep(Duration time) throws InterruptedException;
}
