package kiro.process;

/// Makes of a command one that can reach less.
@FunctionalInterface
public interface Confinement {
    /// The variable that tells a confined command which files of the workspace it cannot read, one a line.
    String HIDDEN = "KIRO_HIDDEN";

    Confinement NONE = command -> command;

    Command confine(Command command) throws InterruptedException;
}
