package kiro.tool.builtin;

import java.util.List;
import java.util.Optional;
import kiro.spec.Spec;

/// What of a project only those know who judge it: its tests, and what they prove.
public interface ProjectChecks {
    /// The command line that runs the tests; empty where none is known.
    Optional<String> testCommand() throws InterruptedException;

    /// Runs the tests.
    Tested test() throws InterruptedException;

    /// What is proven of a spec by the evidence that is kept, a line a criterion, in their order.
    List<String> standing(Spec spec) throws InterruptedException;

    /// What the tests say.
    ///
    /// @param isGreen whether all that ran have passed
    /// @param text for a model
    record Tested(boolean isGreen, String text) {}
}
