package kiro;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import kiro.action.ProjectTools;
import kiro.hook.run.HookRules;
import kiro.process.Capture;
import kiro.process.Command;
import kiro.process.CommandRunner;

/// Runs the tools of a project for what hooks can do by themselves, under the rules and in the sandbox of hooks' commands.
final class HookTools implements ProjectTools {
    private final CommandRunner commands;
    private final RuledHooks rules;
    private final Path javaHome;

    /// @param javaHome the Java that is at hand
    HookTools(CommandRunner commands, RuledHooks rules, Path javaHome) {
        this.commands = commands;
        this.rules = rules;
        this.javaHome = javaHome;
    }

    @Override
    public Ran run(Path folder, List<String> argv, Duration limit) throws InterruptedException {
        String line = argv.stream().map(HookTools::quoted).collect(Collectors.joining(" "));
        return switch (rules.ruleBuiltIn(line, Command.of(folder, limit, argv))) {
            case HookRules.Ruled.Denied denied -> new Ran.Refused(denied.reason());
            case HookRules.Ruled.Allowed allowed ->
                    switch (commands.capture(allowed.command())) {
                        case Capture.Failed failed -> new Ran.Refused(failed.reason());
                        case Capture.Ended ended ->
                                new Ran.Ended(
                                        ended.code(),
                                        new String(ended.output(), StandardCharsets.UTF_8),
                                        ended.errors());
                    };
        };
    }

    private static String quoted(String word) {
        return word.matches("[\\w./:=@%+,-]+") ? word : "'" + word.replace("'", "'\\''") + "'";
    }

    @Override
    public Optional<Path> javac() {
        return Optional.of(javaHome.resolve("bin").resolve("javac")).filter(Files::isExecutable);
    }
}
