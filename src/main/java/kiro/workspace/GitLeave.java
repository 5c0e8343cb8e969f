package kiro.workspace;

import java.util.List;
import java.util.Optional;
import kiro.process.Confinement;

/// Whether what git starts by itself may run when an agent changes the repository: hooks, and the programs that the repository's
/// settings name. The files that they run may be the agent's own work.
public sealed interface GitLeave {
    /// The variable by which this program knows that another called git, which called it.
    String WITHIN = "KIRO_WITHIN_GIT";

    /// As in the person's own shell.
    record Free() implements GitLeave {}

    /// Each within walls.
    record Confined(Confinement walls) implements GitLeave {}

    /// None of them.
    ///
    /// @param why for people, such as `nobody trusts this project`
    record None(String why) implements GitLeave {}

    /// Who gives the leave.
    interface Giver {
        /// Nothing of it is looked at.
        Giver FREE =
                new Giver() {
                    @Override
                    public GitLeave of(List<String> arguments) {
                        return new Free();
                    }

                    @Override
                    public Optional<OwnCall> own(String hook, String text) {
                        return Optional.empty();
                    }
                };

        /// @param arguments those of git
        GitLeave of(List<String> arguments) throws InterruptedException;

        /// What a hook calls this program for, which sees to its own walls.
        ///
        /// @param hook its name, such as `pre-commit`
        /// @param text the script
        Optional<OwnCall> own(String hook, String text);
    }

    /// This program as a hook calls it.
    ///
    /// @param argv with what stands before git's own arguments
    /// @param isGate whether it can stop what git is about to do
    /// @param isAll whether the hook does nothing else
    record OwnCall(List<String> argv, boolean isGate, boolean isAll) {
        public OwnCall {
            argv = List.copyOf(argv);
        }
    }
}
