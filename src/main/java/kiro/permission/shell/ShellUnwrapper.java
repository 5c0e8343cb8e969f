package kiro.permission.shell;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// Takes the wrappers off a command, programs whose business it is to run others.
final class ShellUnwrapper {
    private static final Set<String> SHELLS = Set.of("sh", "bash", "dash", "ksh", "ash", "zsh");
    private static final Set<String> OTHER_SHELLS =
            Set.of("fish", "csh", "tcsh", "pwsh", "powershell", "nu", "xonsh", "elvish");

    /// Words before a command that only zsh knows.
    private static final Set<String> OF_ZSH =
            Set.of("repeat", "foreach", "nocorrect", "noglob", "-", "always");

    /// Each of their words is a line for a shell, or does no harm as one.
    private static final Set<String> OF_TEXTS = Set.of("hyperfine", "concurrently");

    private static final Set<String> FINDING = Set.of("-exec", "-execdir", "-ok", "-okdir");

    private final int depth;
    private final Set<String> functions = new HashSet<>();

    ShellUnwrapper(int depth) {
        this.depth = depth;
    }

    /// The functions that texts for other shells make.
    Set<String> functions() {
        return functions;
    }

    /// @param assignments how many of the words set variables
    List<ShellCommand> unwrap(ShellCommand command, int assignments) {
        List<ShellWord> words = command.words();
        words.stream().limit(assignments).forEach(ShellUnwrapper::checkVariable);
        if (assignments == words.size()) {
            return List.of(command.withWords(List.of()));
        }
        return program(command.withWords(words.subList(assignments, words.size())));
    }

    private List<ShellCommand> program(ShellCommand command) {
        if (!command.words().getFirst().isPlain()) {
            throw new NotUnderstood("a program whose name is not plain");
        }
        String program = command.program();
        return switch (program) {
            case "eval" -> text(command, command.arguments());
            case "trap" -> trap(command);
            case "find" -> find(command);
            case "export", "declare", "typeset", "local", "readonly" -> {
                command.arguments().forEach(ShellUnwrapper::checkVariable);
                yield List.of(command);
            }
            default -> {
                if (OTHER_SHELLS.contains(program)) {
                    throw new NotUnderstood(
                            "a text for " + program + ", which has a grammar of its own");
                }
                if (SHELLS.contains(program)) {
                    yield shell(command);
                }
                if (OF_TEXTS.contains(program)) {
                    yield texts(command);
                }
                Optional<Wrapper> wrapper = Wrapper.of(command.words(), program);
                yield wrapper.isPresent() ? wrapped(command, wrapper.get()) : List.of(command);
            }
        };
    }

    private static void checkVariable(ShellWord assignment) {
        boolean isRisky =
                assignment
                        .text()
                        .matches(
                                "(?s)(PATH|IFS|ENV|BASH_ENV|SHELLOPTS|BASHOPTS|CDPATH|PS4|PROMPT_COMMAND|BASH_FUNC.*?"
                                        + "|LD_.*?|DYLD_.*?|GIT_.*?|PAGER|EDITOR|VISUAL|LESS(OPEN|CLOSE)?)(\\[.*?])?\\+?=.*");
        if (isRisky) {
            throw new NotUnderstood("a variable that changes what commands are");
        }
    }

    /// A shell runs the text after `-c`; without it, a file or what it reads.
    private List<ShellCommand> shell(ShellCommand shell) {
        List<ShellWord> words = shell.words();
        boolean runsText = false;
        int at = 1;
        while (at < words.size() && words.get(at).text().matches("[-+].+")) {
            String option = words.get(at).text();
            if (option.equals("--")) {
                at++;
                break;
            }
            if (option.matches("--(norc|noprofile|posix|login|noediting)")) {
                at++;
            } else if (option.matches("[-+][oO]")) {
                at += 2;
            } else if (option.matches("[-+][a-zA-Z]+") && !words.get(at).isDynamic()) {
                runsText |= option.startsWith("-") && option.contains("c");
                at += option.contains("o") || option.contains("O") ? 2 : 1;
            } else {
                throw new NotUnderstood("a shell with the option " + option);
            }
        }
        boolean readsInput =
                !runsText
                        && (at >= words.size()
                                || words.stream()
                                        .anyMatch(word -> word.text().matches("-[a-z]*s[a-z]*")));
        if (readsInput && shell.input().isPresent()) {
            return text(shell, List.of(ShellWord.plain(shell.input().get())));
        }
        return runsText && at < words.size() ? text(shell, List.of(words.get(at))) : List.of(shell);
    }

    /// The commands of a text, and the command itself for where its output goes.
    private List<ShellCommand> text(ShellCommand command, List<ShellWord> text) {
        if (text.isEmpty() || text.stream().anyMatch(ShellWord::isDynamic)) {
            return List.of(command);
        }
        if (text.stream().anyMatch(ShellWord::isPattern)) {
            throw new NotUnderstood("a text for a shell that is made of a pattern");
        }
        var commands = new ArrayList<ShellCommand>();
        if (!command.read().isEmpty() || !command.written().isEmpty()) {
            commands.add(command.withWords(List.of()));
        }
        ShellReading.Commands read =
                ShellReader.read(
                        text.stream().map(ShellWord::text).collect(Collectors.joining(" ")),
                        depth + 1);
        boolean isZsh = command.program().equals("zsh");
        if (isZsh && read.commands().stream().anyMatch(each -> OF_ZSH.contains(each.program()))) {
            throw new NotUnderstood("a text that zsh alone understands");
        }
        functions.addAll(read.functions());
        commands.addAll(read.commands());
        return commands;
    }

    private List<ShellCommand> texts(ShellCommand command) {
        var all = new ArrayList<ShellCommand>();
        all.add(command);
        for (ShellWord word : command.operands()) {
            if (!word.isPlain()) {
                throw new NotUnderstood(
                        "commands for " + command.program() + " that are made as it runs");
            }
            all.addAll(text(command.withWords(List.of(word)), List.of(word)));
        }
        if (command.texts().stream().anyMatch(word -> word.matches("-.*=.*"))) {
            throw new NotUnderstood(command.program() + " with options that may name commands");
        }
        return all;
    }

    private List<ShellCommand> trap(ShellCommand trap) {
        List<ShellWord> operands = trap.operands();
        boolean isKept = operands.size() < 2 || trap.texts().getFirst().equals("-");
        if (!isKept && operands.getFirst().isDynamic()) {
            throw new NotUnderstood("a trap whose commands are made as it runs");
        }
        return isKept ? List.of(trap) : text(trap, operands.subList(0, 1));
    }

    private List<ShellCommand> wrapped(ShellCommand command, Wrapper wrapper) {
        String program = command.program();
        List<ShellWord> words = command.words();
        boolean isQuestion =
                program.equals("command")
                        && words.size() > 1
                        && words.get(1).text().matches("-p?[vV]");
        if (isQuestion || isAlone(words)) {
            return List.of(command);
        }
        boolean takesRights = program.equals("sudo") || program.equals("doas");
        try {
            List<ShellWord> inner = inner(program, words, wrapper.program(words));
            List<ShellCommand> unwrapped =
                    inner.isEmpty() ? List.of() : inside(command, program, inner);
            var all = new ArrayList<ShellCommand>();
            if (takesRights || unwrapped.isEmpty() || wrapper.isTold()) {
                all.add(command);
            }
            all.addAll(unwrapped);
            return all;
        } catch (NotUnderstood fault) {
            if (takesRights) {
                return List.of(command);
            }
            throw fault;
        }
    }

    private static boolean isAlone(List<ShellWord> words) {
        return words.size() == 2 && words.get(1).text().matches("--version|--help|-V");
    }

    private static List<ShellWord> inner(String program, List<ShellWord> words, int from) {
        List<ShellWord> rest = words.subList(from, words.size());
        return switch (program) {
            case "env", "sudo", "cross-env", "cross-env-shell" ->
                    rest.stream().dropWhile(ShellUnwrapper::setsVariable).toList();
            case "xargs" -> rest.isEmpty() ? rest : given(words.subList(0, from), rest);
            default -> rest;
        };
    }

    private static boolean setsVariable(ShellWord word) {
        boolean isAssignment = word.text().matches("(?s)[^$`<>=]*=.*");
        if (isAssignment) {
            checkVariable(word);
        }
        return isAssignment || word.text().equals("-");
    }

    /// The words with what xargs reads in the place that it is told, or at the end.
    private static List<ShellWord> given(List<ShellWord> options, List<ShellWord> rest) {
        for (int i = 1; i < options.size(); i++) {
            String option = options.get(i).text();
            boolean isNext = option.equals("-I") && i + 1 < options.size();
            if (isNext || option.startsWith("-I")) {
                String mark = isNext ? options.get(i + 1).text() : option.substring(2);
                return marked(rest, mark);
            }
        }
        var words = new ArrayList<>(rest);
        words.add(ShellWord.dynamic("{}"));
        return words;
    }

    private static List<ShellWord> marked(List<ShellWord> words, String mark) {
        return words.stream()
                .map(word -> word.text().contains(mark) ? ShellWord.dynamic(word.text()) : word)
                .toList();
    }

    private List<ShellCommand> inside(ShellCommand command, String program, List<ShellWord> inner) {
        boolean isText = program.equals("flock") && inner.getFirst().text().equals("-c");
        if (isText) {
            return text(command, inner.subList(1, Math.min(2, inner.size())));
        }
        return program.equals("watch") ? text(command, inner) : program(command.withWords(inner));
    }

    /// What find does itself, and each command that it runs for what it finds.
    private List<ShellCommand> find(ShellCommand find) {
        var own = new ArrayList<ShellWord>();
        var all = new ArrayList<ShellCommand>();
        List<ShellWord> words = find.words();
        int at = 0;
        while (at < words.size()) {
            if (!FINDING.contains(words.get(at).text())) {
                own.add(words.get(at++));
                continue;
            }
            int end = at + 1;
            while (end < words.size() && !isEndOfExec(words.get(end - 1), words.get(end))) {
                end++;
            }
            List<ShellWord> run = marked(words.subList(at + 1, end), "{}");
            if (run.isEmpty()) {
                throw new NotUnderstood("find that runs nothing");
            }
            all.addAll(program(new ShellCommand(run, List.of(), List.of(), Optional.empty())));
            at = end + 1;
        }
        all.addFirst(find.withWords(own));
        return all;
    }

    private static boolean isEndOfExec(ShellWord before, ShellWord word) {
        return word.text().equals(";") || (word.text().equals("+") && before.text().equals("{}"));
    }
}
