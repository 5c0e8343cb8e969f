package kiro;

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.IdentityHashMap;
import java.util.List;

/// The run that `packaging/train` makes an AOT cache from: the commands on standard input, one a line.
final class Training {
    private Training() {}

    public static void main(String[] args) {
        List<String> commands =
                new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8))
                        .lines()
                        .toList();
        for (String command : commands) {
            if (command.equals("--version")) {
                Main.main(new String[] {command});
            } else {
                Main.run(command.split(" "));
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
