package kiro.process;

/// Makes of a command one that can reach less.
@FunctionalInterface
public interface Confinement {
    Confinement NONE = command -> command;

    Command confine(Command command) throws InterruptedException;
}
