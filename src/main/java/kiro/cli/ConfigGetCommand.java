package kiro.cli;

import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.Callable;
import kiro.config.Config;
import kiro.config.ConfigValue;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/// `kiro config get NAME`: the value in force, and nothing else.
@Command(
        name = "get",
        description = {
            "Prints the value of a setting that is in force. A key is never printed: '[secret]' says that there is one.",
            ""
        },
        footer = {
            "",
            "Examples:",
            "  kiro config get model",
            "  kiro config get agent.max-turns",
            "",
            "Exit codes: 0 printed, 1 it is not set, or a file of settings has to be repaired."
        })
public final class ConfigGetCommand implements Callable<Integer> {
    private final Console console;
    private final Workspaces workspaces;
    private final ConfigAccess settings;

    @Parameters(paramLabel = "NAME", description = "The setting, such as agent.max-turns.")
    private String name = "";

    public ConfigGetCommand(Console console, Workspaces workspaces, ConfigAccess settings) {
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
            case NamedSetting.Found.Known known ->
                    switch (settings.read(workspaces.current())) {
                        case Config.Reading.Broken broken -> {
                            console.findings(broken.findings());
                            yield ExitCode.FINDINGS.number();
                        }
                        case Config.Reading.Whole whole ->
                                print(whole.config().find(known.key().name()));
                    };
        };
    }

    private int print(Optional<ConfigValue> value) {
        value.ifPresentOrElse(
                set -> console.print(set.text()),
                () ->
                        console.note(
                                name
                                        + " is not set; 'kiro config explain "
                                        + name
                                        + "' says where it can be"));
        return (value.isPresent() ? ExitCode.OK : ExitCode.FINDINGS).number();
    }
}
