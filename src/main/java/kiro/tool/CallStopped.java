package kiro.tool;

/// The interruption that ended a call while it was under way, with what it had found or printed until then.
public final class CallStopped extends InterruptedException {
    private static final long serialVersionUID = 1L;

    private final String text;

    /// @param text for the model, and for people
    public CallStopped(String text) {
        super("a call was stopped");
        this.text = text;
    }

    public String text() {
        return text;
    }
}
