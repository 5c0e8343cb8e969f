package kiro.cli.run;

/// How a person ends what goes on.
public interface Stopping {
    /// Stops what goes on, in order.
    void stop();

    /// Ends the program, whatever goes on.
    void quit();
}
