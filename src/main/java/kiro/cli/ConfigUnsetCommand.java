package kiro.cli;

import java.io.IOException;
import java.util.concurrent.Callable;
import kiro.config.ConfigFiles;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `kiro config unset NAME`: takes a setting out of a file.
@Command(
        name = "unset",
        description = {
            "Takes a setting out of your file or, with --project, out of the project's. Everything else in it stays as it is.",
            ""
        },
        footer = {
            "",
            "Examples:",
            "  kiro config unset model",
            "  kiro config unset tests.limit --project",
            "",
            "Exit codes: 0 it is not set there any more, 1 the file has to be repaired first."
        })
public final class ConfigUnsetCommand implements Callable<Integer> {
    private final Console console;
    private final Workspaces workspaces;
    private final ConfigAccess settings;

    @Parameters(paramLabel = "NAME", description = "The setting, such as model.")
    private String name = "";

    @Option(names = "--project", description = "In the project's file, .kiro/config.yaml.")
    private boolean isProjects;

    public ConfigUnsetCommand(Console console, Workspaces workspaces, ConfigAccess settings) {
        this.console = console;
        this.workspaces = workspaces;
        this.settings = settings;
    }

    @Override
    public Integer call() throws IOException {
        return switch (NamedSetting.of(name)) {
            case NamedSetting.Found.Unknown(Problem problem) -> {
                console.problem(problem.code(), problem.message(), problem.fix());
                yield ExitCode.USAGE.number();
            }
            case NamedSetting.Found.Known known -> {
                var owner = isProjects ? ConfigFiles.Owner.TEAM : ConfigFiles.Owner.PERSON;
                yield new ConfigChanges(console, settings, workspaces.current())
                        .tell(
                                known.key(),
                                owner,
                                files -> files.unset(owner, known.key()),
                                "taken out of ");
            }
        };
    }
}
