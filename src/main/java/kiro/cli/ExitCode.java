package kiro.cli;

/// How a command ended, as the shell sees it. Documented in `docs/guide/exit-codes.md`.
public enum ExitCode {
    /// It was done.
    OK(0),
    /// Something has to be repaired first: bad input, findings that are errors.
    FINDINGS(1),
    /// The work ended, and criteria are without fresh evidence.
    UNPROVEN(2),
    /// A person, or a policy, said no; or someone had to be asked and nobody was there.
    DENIED(3),
    /// A limit of tokens, steps or time was reached.
    BUDGET(4),
    /// The model could not be reached, or gave no usable answer.
    PROVIDER(5),
    /// Another run works on the same workspace.
    BUSY(6),
    /// The command line is wrong.
    USAGE(64),
    /// Something on this machine is missing, such as a Java 25; the launcher says what.
    ENVIRONMENT(69),
    /// A fault of kiro itself.
    INTERNAL(70),
    /// Stopped by the user.
    INTERRUPTED(130);

    private final int number;

    ExitCode(int number) {
        this.number = number;
    }

    public int number() {
        return number;
    }
}
