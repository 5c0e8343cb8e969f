package kiro.cli;

import java.io.IOException;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import kiro.config.Config;
import kiro.config.ConfigKey;
import kiro.config.ConfigKeys;
import kiro.config.ConfigValue;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// `kiro config list`: the settings in force, and where each comes from.
@Command(
        name = "list",
        description = {"Lists the settings that are set, with where each value comes from.", ""},
        footer = {
            "",
            "Examples:",
            "  kiro config list",
            "  kiro config list --all",
            "  kiro config list --json",
            "",
            "Exit codes: 0 listed, 1 a file of settings has to be repaired."
        })
public final class ConfigListCommand implements Callable<Integer> {
    private final Console console;
    private final Workspaces workspaces;
    private final ConfigAccess settings;

    @Option(names = "--all", description = "List those that are not set, too.")
    private boolean isAll;

    @Option(names = "--json", description = "Print the settings as JSON.")
    private boolean isJson;

    public ConfigListCommand(Console console, Workspaces workspaces, ConfigAccess settings) {
        this.console = console;
        this.workspaces = workspaces;
        this.settings = settings;
    }

    @Override
    public Integer call() throws IOException {
        return switch (settings.read(workspaces.current())) {
            case Config.Reading.Broken broken -> {
                console.findings(broken.findings());
                yield ExitCode.FINDINGS.number();
            }
            case Config.Reading.Whole whole -> {
                console.findings(whole.warnings());
                SortedSet<String> names = names(whole.config());
                if (isJson) {
                    console.print(ConfigJson.list(whole.config(), names));
                } else {
                    show(whole.config(), names);
                }
                yield ExitCode.OK.number();
            }
        };
    }

    private SortedSet<String> names(Config config) {
        var names = new TreeSet<>(config.names());
        if (isAll) {
            ConfigKeys.all().stream().map(ConfigKey::name).forEach(names::add);
        }
        return names;
    }

    private void show(Config config, SortedSet<String> names) {
        if (names.isEmpty()) {
            console.print("nothing is set; 'kiro config list --all' shows what can be");
            return;
        }
        var table =
                isAll
                        ? new TextTable(List.of("SETTING", "VALUE", "FROM", "MEANING"))
                        : new TextTable(List.of("SETTING", "VALUE", "FROM"));
        for (String name : names) {
            ConfigValue value =
                    config.all(name).stream().findFirst().orElse(new ConfigValue("", ""));
            String text = SettingWords.oneLine(value.text());
            if (isAll) {
                table.row(name, text, value.origin(), SettingWords.meaning(name));
            } else {
                table.row(name, text, value.origin());
            }
        }
        console.print(table.lines(console.width()));
    }
}
