package kiro.sandbox;

/// Whether commands are confined on this machine, as a real child process has shown.
public sealed interface SandboxState {
    /// @param by the program that confines them, such as `bubblewrap`
    record Active(String by) implements SandboxState {}

    /// They are not, and should be: whoever decides about commands has to ask.
    ///
    /// @param reason for people, such as `bwrap is not installed`
    record Degraded(String reason) implements SandboxState {}

    /// A person does not want them to be.
    ///
    /// @param place where it is set, for people
    record Off(String place) implements SandboxState {}
}
