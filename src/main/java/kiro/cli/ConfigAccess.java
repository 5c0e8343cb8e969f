package kiro.cli;

import kiro.config.Config;
import kiro.config.ConfigFiles;
import kiro.workspace.Workspace;

/// The settings, as commands about them need them.
public interface ConfigAccess {
    Config.Reading read(Workspace workspace);

    ConfigFiles files(Workspace workspace);
}
