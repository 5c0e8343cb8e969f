package kiro.evidence;

import java.util.Optional;
import kiro.workspace.WorkspacePath;

/// A file that may hold tests, as it was and as it is; empty where there is none.
public record TestFileChange(WorkspacePath file, Optional<String> before, Optional<String> after) {}
