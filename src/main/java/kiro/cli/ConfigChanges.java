package kiro.cli;

import java.io.IOException;
import java.util.Optional;
import kiro.config.Config;
import kiro.config.ConfigFiles;
import kiro.config.ConfigKey;
import kiro.config.ConfigValue;
import kiro.workspace.Workspace;

/// Changes a file of settings, and says what came of it.
final class ConfigChanges {
    private final Console console;
    private final ConfigAccess settings;
    private final Workspace workspace;

    ConfigChanges(Console console, ConfigAccess settings, Workspace workspace) {
        this.console = console;
        this.settings = settings;
        this.workspace = workspace;
    }

    /// A change of one file.
    @FunctionalInterface
    interface Made {
        ConfigFiles.Change in(ConfigFiles files) throws IOException;
    }

    /// @param done what was done, up to the name of the file
    int tell(ConfigKey key, ConfigFiles.Owner owner, Made change, String done) throws IOException {
        ConfigFiles files = settings.files(workspace);
        if (owner == ConfigFiles.Owner.TEAM && !workspace.hasKiroFolder()) {
            console.problem(
                    "workspace/no-kiro-folder",
                    "there is no .kiro folder in " + workspace.root() + " or above it",
                    "make one with 'kiro init', or set it for yourself, without --project");
            return ExitCode.FINDINGS.number();
        }
        return switch (change.in(files)) {
            case ConfigFiles.Change.Refused refused -> {
                console.findings(refused.findings());
                yield ExitCode.FINDINGS.number();
            }
            case ConfigFiles.Change.Unchanged unchanged -> {
                console.print(key.name() + ": nothing to change in " + unchanged.file());
                tellWhatHolds(key, unchanged.file());
                yield ExitCode.OK.number();
            }
            case ConfigFiles.Change.Written written -> {
                console.print(key.name() + ": " + done + written.file());
                tellWhatHolds(key, written.file());
                yield ExitCode.OK.number();
            }
        };
    }

    /// A change that has no effect, as something stronger says otherwise, would puzzle whoever made it.
    private void tellWhatHolds(ConfigKey key, String file) {
        if (settings.read(workspace) instanceof Config.Reading.Whole whole) {
            Optional<ConfigValue> holds = whole.config().find(key.name());
            holds.filter(value -> !value.origin().startsWith(file + ":"))
                    .ifPresent(value ->
                            console.note(
                                    "in force is %s, from %s"
                                            .formatted(
                                                    SettingWords.oneLine(value.text()),
                                                    value.origin())));
        }
    }
}
