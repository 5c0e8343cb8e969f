package kiro.cli;

import java.io.IOException;
import java.time.LocalDate;
import kiro.memory.Memory;
import kiro.memory.Refreshing;
import kiro.memory.Source;
import kiro.workspace.Workspace;

/// The memory of a project, as commands ask for it.
public interface MemoryAccess {
    Memory memory(Workspace workspace);

    /// Looks at the project for what can be learned.
    Refreshing learn(Workspace workspace) throws IOException, InterruptedException;

    /// Asks for what was remarked in reviews; what keeps it from being known is a note.
    Refreshing reviews(Workspace workspace) throws InterruptedException;

    /// Who calls the command.
    Source.OfPerson person();

    LocalDate today();
}
