package kiro.permission;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/// Takes the wrappers off a command, programs whose business it is to run others.
final class ShellUnwrapper {
    private static final Set<String> SHELLS =
            Set.of("sh", "bash", "dash", "zsh", "ksh", "ash", "fish");

    /// Wrappers, with those of their options whose value is a word of its own.
    private static final Map<String, Set<String>> WRAPPERS =
            Map.ofEntries(
                    Map.entry("env", Set.of("-u", "--unset", "-C", "--chdir")),
                    Map.entry("nohup", Set.of()),
                    Map.entry("busybox", Set.of()),
                    Map.entry("toybox", Set.of()),
                    Map.entry("watch", Set.of("-n", "--interval")),
                    Map.entry("strace", Set.of("-e", "-o", "-p", "-s")),
                    Map.entry("setsid", Set.of()),
                    Map.entry("command", Set.of()),
                    Map.entry("builtin", Set.of()),
                    Map.entry("exec", Set.of("-a")),
                    Map.entry("nice", Set.of("-n", "--adjustment")),
                    Map.entry("ionice", Set.of("-c", "-n", "-p")),
                    Map.entry("stdbuf", Set.of("-i", "-o", "-e")),
                    Map.entry("time", Set.of("-f", "-o")),
                    Map.entry("timeout", Set.of("-s", "--signal", "-k", "--kill-after")),
                    Map.entry(
                            "xargs",
                            Set.of("-n", "-I", "-P", "-d", "-L", "-s", "-a", "-E", "--max-args")));

    private final int depth;

    ShellUnwrapper(int depth) {
        this.depth = depth;
    }

    List<ShellCommand> unwrap(ShellCommand command) {
        int assignments = assignments(command.words());
        if (command.words().stream().limit(assignments).anyMatch(ShellUnwrapper::changesCommands)) {
            throw new ShellScanner.NotUnderstood("a variable that changes what commands are");
        }
        if (command.words().isEmpty() || assignments == command.words().size()) {
            return List.of(command.withWords(List.of()));
        }
        ShellCommand bare = command.withWords(rest(command.words(), assignments));
        if (!bare.words().getFirst().isPlain()) {
            throw new ShellScanner.NotUnderstood("a program whose name is not plain");
        }
        String program = bare.program();
        if (SHELLS.contains(program)) {
            return shell(bare);
        }
        if (program.equals("eval")) {
            return text(bare, bare.arguments());
        }
        return WRAPPERS.containsKey(program) ? wrapped(bare, program) : List.of(bare);
    }

    private static boolean changesCommands(ShellWord assignment) {
        return assignment
                .text()
                .matches(
                        "(?s)(PATH|IFS|ENV|BASH_ENV|SHELLOPTS|CDPATH|LD_.*?|DYLD_.*?|GIT_.*?|PAGER|LESS(OPEN|CLOSE))\\+?=.*");
    }

    private static int assignments(List<ShellWord> words) {
        int count = 0;
        while (count < words.size()
                && words.get(count).text().matches("(?s)[A-Za-z_][A-Za-z_0-9]*\\+?=.*")) {
            count++;
        }
        return count;
    }

    private static List<ShellWord> rest(List<ShellWord> words, int from) {
        return words.subList(Math.min(from, words.size()), words.size());
    }

    /// A shell runs the text after `-c`; without it, a file or what it reads.
    private List<ShellCommand> shell(ShellCommand shell) {
        List<ShellWord> words = shell.words();
        for (int i = 1; i < words.size() && words.get(i).text().startsWith("-"); i++) {
            if (words.get(i).text().matches("-[a-z]*c[a-z]*")) {
                return text(shell, rest(words, i + 1).stream().limit(1).toList());
            }
        }
        return List.of(shell);
    }

    /// The commands of a text, and the command itself for where its output goes.
    private List<ShellCommand> text(ShellCommand command, List<ShellWord> text) {
        if (text.isEmpty() || !text.stream().allMatch(word -> !word.isDynamic())) {
            return List.of(command);
        }
        var commands = new ArrayList<ShellCommand>();
        commands.add(command.withWords(List.of()));
        commands.addAll(
                ShellReader.read(
                        text.stream().map(ShellWord::text).collect(Collectors.joining(" ")),
                        depth + 1));
        return commands;
    }

    private List<ShellCommand> wrapped(ShellCommand wrapper, String program) {
        List<ShellWord> words = wrapper.words();
        Set<String> valued = WRAPPERS.getOrDefault(program, Set.of());
        int at = 1;
        while (at < words.size() && words.get(at).text().startsWith("-")) {
            String option = words.get(at).text();
            if (program.equals("command") && option.matches("-[vVp]*[vV]")) {
                return List.of(wrapper);
            }
            if (program.equals("env") && option.matches("-S.*|--split-string.*|-[a-z]*S.*")) {
                throw new ShellScanner.NotUnderstood("a command in an option");
            }
            at += valued.contains(option) ? 2 : 1;
            if (option.equals("--")) {
                break;
            }
        }
        at += program.equals("timeout") ? 1 : 0;
        var inner = new ArrayList<>(rest(words, at));
        if (program.equals("xargs")) {
            inner.add(new ShellWord("{}", true, false));
        }
        return inner.isEmpty() ? List.of(wrapper) : unwrap(wrapper.withWords(inner));
    }
}
