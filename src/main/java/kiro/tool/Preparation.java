package kiro.tool;

/// A call that was read and checked, and has had no effect yet.
public sealed interface Preparation {
    /// The call can be made.
    ///
    /// @param summary one line for people, such as `edit src/App.java (+3 -1)`
    record Ready(Effect effect, String summary, Act act) implements Preparation {}

    /// The call cannot be made: wrong arguments, a path outside of the workspace, an edit that does
    /// not match. The text is the answer for the model.
    record Refused(String text) implements Preparation {}

    /// The doing of a call. Blocking; cancelled by interruption; called once at most.
    @FunctionalInterface
    interface Act {
        ToolResult run() throws InterruptedException;
    }
}
