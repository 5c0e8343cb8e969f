package kiro.cli;

import kiro.sandbox.SandboxState;

/// The state of the sandbox in words.
final class SandboxWords {
    private SandboxWords() {}

    static String of(SandboxState state) {
        return switch (state) {
            case SandboxState.Active active -> "commands are confined by " + active.by();
            case SandboxState.Degraded degraded ->
                    "none, for "
                            + degraded.reason()
                            + ": every command that does more than look is asked about";
            case SandboxState.Off off -> "off, by " + off.place();
        };
    }
}
