package kiro.cli;

import kiro.config.Config;
import kiro.workspace.Workspace;

/// Reads the settings that hold in a project.
public interface ProjectSettings {
    Config.Reading read(Workspace workspace);
}
