package kiro.cli;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import kiro.evidence.TestResult;
import kiro.evidence.TestRun;
import kiro.finding.Finding;
import kiro.hook.run.HookRuns;
import kiro.workspace.Workspace;

/// What runs the tests of a workspace.
@FunctionalInterface
public interface TestRuns {
    /// @param line what to run in place of the project's own command
    Opening open(Workspace workspace, Optional<String> line) throws InterruptedException;

    /// What came of looking for the settings.
    sealed interface Opening {
        record Broken(List<Finding> findings) implements Opening {
            public Broken {
                findings = List.copyOf(findings);
            }
        }

        record Opened(Tests tests, Hooks hooks, Runnable ending) implements Opening, AutoCloseable {
            @Override
            public void close() {
                ending.run();
            }
        }
    }

    /// The tests of a project.
    @FunctionalInterface
    interface Tests {
        TestRun run(Consumer<String> onLine) throws IOException, InterruptedException;
    }

    /// The hooks that wait for tests that fail.
    @FunctionalInterface
    interface Hooks {
        HookRuns failed(List<TestResult> tests) throws InterruptedException;
    }
}
