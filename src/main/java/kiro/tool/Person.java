package kiro.tool;

/// Whoever answers the questions of tools.
@FunctionalInterface
public interface Person {
    /// Nobody is there: every question is declined.
    Person NOBODY = form -> new FormAnswer.Declined();

    FormAnswer ask(Form form) throws InterruptedException;
}
