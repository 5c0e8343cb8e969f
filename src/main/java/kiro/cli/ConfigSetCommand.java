package kiro.cli;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import kiro.config.ConfigFiles;
import kiro.config.ConfigKey;
import kiro.config.ValueType;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `kiro config set NAME VALUE`: writes a setting into a file, and leaves everything else in it as it is.
@Command(
        name = "set",
        description = {
            "Sets a setting, for yourself or, with --project, for all who work on the project. Comments and order of the file"
                    + " stay as they are.",
            "A key is not given on the command line, where others could see it: it is asked for, or read from standard input.",
            ""
        },
        footer = {
            "",
            "Examples:",
            "  kiro config set model anthropic/claude-sonnet-5-5",
            "  kiro config set tests.limit 10m --project",
            "  kiro config set check.source 'src/main/**' '*.sql' --project",
            "  kiro config set anthropic.api-key",
            "  pass show anthropic | kiro config set anthropic.api-key",
            "",
            "Exit codes: 0 set, 1 the file has to be repaired first, or may not hold it, 3 nobody gave the key."
        })
public final class ConfigSetCommand implements Callable<Integer> {
    private final Console console;
    private final Workspaces workspaces;
    private final ConfigAccess settings;

    @Parameters(index = "0", paramLabel = "NAME", description = "The setting, such as model.")
    private String name = "";

    @Parameters(
            index = "1..*",
            arity = "0..*",
            paramLabel = "VALUE",
            description = "The value; several for a list of patterns.")
    private List<String> values = List.of();

    @Option(names = "--project", description = "Set it in the project's file, .kiro/config.yaml.")
    private boolean isProjects;

    public ConfigSetCommand(Console console, Workspaces workspaces, ConfigAccess settings) {
        this.console = console;
        this.workspaces = workspaces;
        this.settings = settings;
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        return switch (NamedSetting.of(name)) {
            case NamedSetting.Found.Unknown(Problem problem) -> usage(problem);
            case NamedSetting.Found.Known known ->
                    known.key().type() instanceof ValueType.Hidden
                            ? hidden(known.key())
                            : shown(known.key());
        };
    }

    private int shown(ConfigKey key) throws IOException {
        boolean isList = key.type().mayBeList();
        if (values.isEmpty() || (values.size() > 1 && !isList)) {
            return usage(
                    new Problem(
                            "cli/usage",
                            "%s takes one value, and %s given"
                                    .formatted(
                                            key.name(),
                                            values.isEmpty() ? "none is" : values.size() + " are"),
                            "give "
                                    + key.type().words()
                                    + ", in quotation marks where it has blanks"));
        }
        return set(key, String.join("\n", values).strip());
    }

    private int hidden(ConfigKey key) throws IOException, InterruptedException {
        if (!values.isEmpty()) {
            return usage(
                    new Problem(
                            "config/visible-key",
                            "a key on the command line can be read by others, and stays in the shell's history",
                            "leave it out: 'kiro config set %s' asks for it, or reads it from standard input"
                                    .formatted(key.name())));
        }
        Optional<String> typed =
                console.isInteractive()
                        ? console.askHidden(key.name() + ": ")
                        : console.read().map(String::strip);
        if (typed.filter(text -> !text.isBlank()).isEmpty()) {
            console.problem("config/no-key", "no key was given", "type it, or pipe it in");
            return ExitCode.DENIED.number();
        }
        return set(key, typed.get());
    }

    private int set(ConfigKey key, String text) throws IOException {
        if (!key.type().fits(text)) {
            return usage(
                    new Problem(
                            "config/wrong-type",
                            "%s is not %s".formatted(key.name(), key.type().words()),
                            "give " + key.type().words()));
        }
        var owner = isProjects ? ConfigFiles.Owner.TEAM : ConfigFiles.Owner.PERSON;
        return new ConfigChanges(console, settings, workspaces.current())
                .tell(key, owner, files -> files.set(owner, key, text), "set in ");
    }

    private int usage(Problem problem) {
        console.problem(problem.code(), problem.message(), problem.fix());
        return ExitCode.USAGE.number();
    }
}
