package kiro.tool;

import java.net.URI;
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

    /// A tool of a server is called that is no part of this program; what it does, that server alone knows.
    ///
    /// @param isLooking whether the server says that the tool changes nothing
    record ServerCall(String server, String tool, boolean isLooking) implements Effect {}

    /// A piece of the work is given to another agent, whose own calls are ruled on one by one.
    ///
    /// @param agent its name; empty for one without a part of its own
    /// @param files where to begin, as the call names them
    record Delegate(String agent, String task, List<String> files) implements Effect {
        public Delegate {
            files = List.copyOf(files);
        }
    }

    /// A page is fetched from the network.
    record Fetch(URI address) implements Effect {}
}
