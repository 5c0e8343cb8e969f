package kiro.process;

/// The interruption that ended a command, with what the command had printed until then.
public final class CommandStopped extends InterruptedException {
    private static final long serialVersionUID = 1L;

    private final transient Output output;

    CommandStopped(Output output) {
        super("a command was stopped");
        this.output = output;
    }

    public Output output() {
        return output;
    }
}
