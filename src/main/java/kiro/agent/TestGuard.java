package kiro.agent;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import kiro.edit.Originals;
import kiro.evidence.TestFileChange;
import kiro.evidence.Weakening;
import kiro.evidence.Weakenings;
import kiro.workspace.WorkspaceFiles;
import kiro.workspace.WorkspacePath;

/// Compares the tests as they stand with how they stood at the beginning of the run, from the journal of all that tools
/// and commands have changed.
public final class TestGuard {
    private final WorkspaceFiles files;
    private final Path journal;
    private final Answer answer;

    /// What weaker tests mean for a run.
    public enum Answer {
        /// It is not done.
        REFUSE,
        /// They are told, and nothing else.
        TELL
    }

    /// @param journal the folder of the session's journal
    public TestGuard(WorkspaceFiles files, Path journal, Answer answer) {
        this.files = files;
        this.journal = journal;
        this.answer = answer;
    }

    /// The tests that demand less than at the beginning.
    List<Weakening> look() {
        try {
            Originals originals = Originals.of(journal);
            var changes = new ArrayList<TestFileChange>();
            for (WorkspacePath path : originals.paths()) {
                if (Weakenings.concern(path)) {
                    changes.add(
                            new TestFileChange(
                                    path, originals.content(path).map(TestGuard::text), now(path)));
                }
            }
            return Weakenings.of(changes);
        } catch (IOException cause) {
            throw new UncheckedIOException("the journal of changes cannot be read", cause);
        }
    }

    /// Whether a run with this weaker test is not done.
    boolean refuses(Weakening weakening) {
        return switch (answer) {
            case REFUSE -> weakening.kind().isGrave();
            case TELL -> false;
        };
    }

    /// A file that cannot be read holds no test that could be run.
    private Optional<String> now(WorkspacePath path) {
        try {
            return files.read(path).map(TestGuard::text);
        } catch (IOException unreadable) {
            return Optional.empty();
        }
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }
}
