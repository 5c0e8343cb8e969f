package kiro.cli;

import java.util.List;
import kiro.infer.CodeInference;
import kiro.workspace.Workspace;
import kiro.workspace.WorkspacePath;

/// What a command about code is given to work with.
public interface CodeReading {
    /// The files of a workspace that git would list, sorted.
    List<WorkspacePath> files(Workspace workspace) throws InterruptedException;

    CodeInference inference(Workspace workspace);
}
