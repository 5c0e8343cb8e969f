package kiro;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.IdentityHashMap;
import java.util.List;

/// The run that `packaging/train` makes an AOT cache from: the commands on standard input, one a line.
final class Training {
    /// In place of a command: from here on there is a model service.
    private static final String SERVICE = "service";

    private Training() {}

    public static void main(String[] args) throws IOException {
        List<String> commands =
                new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8))
                        .lines()
                        .toList();
        for (String command : commands) {
            switch (command) {
                case "--version" -> Main.main(new String[] {command});
                case SERVICE -> TrainingService.start(Path.of(System.getProperty("user.home")));
                default -> Main.run(command.split(" "));
            }
        }
        iterateAsTheExitDoes();
        System.exit(0);
    }

    /// Java's exit goes through the hooks in a map of this kind, too late to be recorded.
    private static void iterateAsTheExitDoes() {
        var hooks = new IdentityHashMap<Thread, Thread>();
        hooks.put(Thread.currentThread(), Thread.currentThread());
        hooks.keySet().iterator().next();
    }
}
