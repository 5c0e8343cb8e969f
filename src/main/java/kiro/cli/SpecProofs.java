package kiro.cli;

import java.util.List;
import java.util.Optional;
import kiro.evidence.ProjectTests;
import kiro.evidence.Prover;
import kiro.evidence.Verifier;
import kiro.finding.Finding;
import kiro.sync.AsBuiltNote;
import kiro.sync.SpecSync;
import kiro.workspace.Git;
import kiro.workspace.ProjectLayout;
import kiro.workspace.Workspace;

/// Makes what is needed to prove the criteria of a project's specs.
public interface SpecProofs {
    Verifier verifier(Workspace workspace);

    /// When the files of the project's specs were last committed.
    SpecAges ages(Workspace workspace) throws InterruptedException;

    /// The repository of the project.
    Git git(Workspace workspace);

    /// The means to run the tests; to write, only while no other run works on the workspace.
    Opening open(Workspace workspace, Purpose purpose) throws InterruptedException;

    /// What is to be done to a workspace.
    enum Purpose {
        READ,
        WRITE
    }

    /// What came of getting ready.
    sealed interface Opening {
        /// @param lock keeps other runs off until it is closed
        /// @param warnings about the settings
        record Opened(
                TestMeans means,
                Verifier verifier,
                Prover prover,
                Writers writers,
                Closing lock,
                List<Finding> warnings)
                implements Opening {
            public Opened {
                warnings = List.copyOf(warnings);
            }
        }

        record Refused(ExitCode code, Problem problem) implements Opening {}

        /// Settings that have to be repaired first.
        record Broken(List<Finding> findings) implements Opening {
            public Broken {
                findings = List.copyOf(findings);
            }
        }
    }

    /// How the tests are run.
    ///
    /// @param command what runs the tests; empty where none is known
    record TestMeans(ProjectTests tests, ProjectLayout layout, Optional<String> command) {}

    /// What is written to a spec.
    ///
    /// @param note what was built otherwise than planned
    /// @param person who works here, as git knows them
    record Writers(SpecSync sync, AsBuiltNote note, Optional<String> person) {}

    /// Something that is to be closed, which cannot fail.
    interface Closing extends AutoCloseable {
        @Override
        void close();
    }
}
