package kiro.tool;

import java.util.List;
import kiro.edit.FileChange;
import kiro.workspace.WorkspacePath;

/// What a call does to the world, known before it is done.
public sealed interface Effect {
    /// Nothing outside of the conversation.
    record Nothing() implements Effect {}

    record Read(List<WorkspacePath> paths) implements Effect {
        public Read {
            paths = List.copyOf(paths);
        }
    }

    /// Files change, exactly so.
    record Change(List<FileChange> changes) implements Effect {
        public Change {
            changes = List.copyOf(changes);
        }
    }

    /// A command line runs in a shell; what it changes is not known before.
    record Execute(String command) implements Effect {}

    /// A git command runs that changes the repository.
    record GitChange(List<String> arguments) implements Effect {
        public GitChange {
            arguments = List.copyOf(arguments);
        }
    }
}
