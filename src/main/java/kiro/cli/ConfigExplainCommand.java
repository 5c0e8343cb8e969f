package kiro.cli;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.Callable;
import kiro.config.Config;
import kiro.config.ConfigFiles;
import kiro.config.ConfigKey;
import kiro.config.ConfigValue;
import kiro.finding.Finding;
import kiro.workspace.Workspace;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `kiro config explain NAME`: what a setting means, which value is in force and why, and where it can be set.
@Command(
        name = "explain",
        description = {
            "Says what a setting means, which value is in force and where that comes from, what it overrides, and where it"
                    + " can be set.",
            ""
        },
        footer = {
            "",
            "Examples:",
            "  kiro config explain aws.profile",
            "  kiro config explain agent.max-cost --json",
            "",
            "Exit codes: 0 explained, 1 a file of settings has to be repaired."
        })
public final class ConfigExplainCommand implements Callable<Integer> {
    private final Console console;
    private final Workspaces workspaces;
    private final ConfigAccess settings;

    @Parameters(paramLabel = "NAME", description = "The setting, such as agent.max-cost.")
    private String name = "";

    @Option(names = "--json", description = "Print it as JSON.")
    private boolean isJson;

    public ConfigExplainCommand(Console console, Workspaces workspaces, ConfigAccess settings) {
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
            case NamedSetting.Found.Known known -> explain(workspaces.current(), known.key());
        };
    }

    private int explain(Workspace workspace, ConfigKey key) {
        ConfigFiles files = settings.files(workspace);
        List<String> places =
                SettingWords.places(
                        key,
                        files.label(ConfigFiles.Owner.PERSON),
                        files.label(ConfigFiles.Owner.TEAM));
        return switch (settings.read(workspace)) {
            case Config.Reading.Broken broken -> {
                console.findings(broken.findings());
                yield ExitCode.FINDINGS.number();
            }
            case Config.Reading.Whole whole -> {
                if (isJson) {
                    console.print(ConfigJson.one(key, whole.config(), places));
                } else {
                    show(key, whole.config(), places);
                }
                console.findings(about(key, whole.warnings()));
                yield ExitCode.OK.number();
            }
        };
    }

    /// A line that was left out is part of why a value is what it is.
    private static List<Finding> about(ConfigKey key, List<Finding> warnings) {
        return warnings.stream()
                .filter(warning ->
                        warning.message().startsWith(key.name() + " ")
                                || warning.message().startsWith(key.name() + ":"))
                .toList();
    }

    private void show(ConfigKey key, Config config, List<String> places) {
        List<ConfigValue> values = config.all(key.name());
        console.print(key.name() + ": " + key.description());
        console.print();
        console.print("  takes       " + key.type().words());
        if (values.isEmpty()) {
            console.print("  in force    nothing: it is not set");
        }
        for (int i = 0; i < values.size(); i++) {
            console.print(
                    "  %s  %s, from %s"
                            .formatted(
                                    i == 0 ? "in force  " : "overridden",
                                    SettingWords.oneLine(values.get(i).text()),
                                    values.get(i).origin()));
        }
        console.print("  can be set  " + String.join(", else ", places));
    }
}
