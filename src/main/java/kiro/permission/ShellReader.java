package kiro.permission;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Reads a shell line as the commands that it would run: lists, pipelines, groups, simple loops,
/// substitutions, here-documents. What it does not know for sure it calls unreadable.
final class ShellReader {
    /// Words of the language before a command, which change nothing about what the command is.
    private static final Set<String> LEADING =
            Set.of("if", "then", "elif", "else", "while", "until", "do", "!", "time", "{");

    private static final Set<String> CLOSING = Set.of("fi", "done", "}");
    private static final Set<String> UNREAD =
            Set.of(
                    "case",
                    "esac",
                    "function",
                    "select",
                    "coproc",
                    "alias",
                    "trap",
                    "hash",
                    "enable");
    private static final int DEEPEST = 8;
    private static final int LONGEST = 30_000;

    private final ShellScanner scanner;
    private final int depth;
    private final List<ShellCommand> commands = new ArrayList<>();
    private List<ShellWord> words = new ArrayList<>();
    private List<ShellWord> read = new ArrayList<>();
    private List<ShellWord> written = new ArrayList<>();

    private ShellReader(String text, int depth) {
        this.scanner = new ShellScanner(text);
        this.depth = depth;
    }

    /// Wrappers are taken off: of `env A=b timeout 5 sh -c 'make clean'` there remains `make clean`.
    static ShellReading read(String line) {
        if (line.length() > LONGEST) {
            return new ShellReading.Unreadable("more than %,d characters".formatted(LONGEST));
        }
        try {
            return new ShellReading.Commands(read(line, 0));
        } catch (ShellScanner.NotUnderstood fault) {
            return new ShellReading.Unreadable(fault.what());
        }
    }

    static List<ShellCommand> read(String text, int depth) {
        if (depth > DEEPEST) {
            throw new ShellScanner.NotUnderstood("commands within commands within commands");
        }
        return new ShellReader(text, depth).commands();
    }

    private List<ShellCommand> commands() {
        for (Optional<ShellScanner.Token> next = scanner.next();
                next.isPresent();
                next = scanner.next()) {
            switch (next.get()) {
                case ShellScanner.Token.Word word -> word(word);
                case ShellScanner.Token.Redirect redirect -> redirect(redirect);
                case ShellScanner.Token.End end -> end(end);
            }
        }
        finish();
        return commands;
    }

    private void word(ShellScanner.Token.Word word) {
        for (String inner : word.substitutions()) {
            commands.addAll(read(inner, depth + 1));
        }
        boolean isFirst = words.isEmpty() && word.isBare();
        String text = word.word().text();
        if (isFirst && UNREAD.contains(text)) {
            throw new ShellScanner.NotUnderstood("'" + text + "'");
        }
        if (isFirst && (LEADING.contains(text) || CLOSING.contains(text))) {
            return;
        }
        words.add(word.word());
    }

    private void redirect(ShellScanner.Token.Redirect redirect) {
        for (String inner : redirect.substitutions()) {
            commands.addAll(read(inner, depth + 1));
        }
        switch (redirect.flow()) {
            case INTO_FILE -> written.add(redirect.target());
            case FROM_FILE -> read.add(redirect.target());
            case ELSEWHERE -> {}
        }
    }

    private void end(ShellScanner.Token.End end) {
        if (end.opensFunction(words.size())) {
            throw new ShellScanner.NotUnderstood("a function");
        }
        finish();
    }

    private void finish() {
        // The words of a loop's list are data; the variable they go into makes its uses dynamic.
        boolean isLoopHead = !words.isEmpty() && words.getFirst().equals(ShellWord.plain("for"));
        if (!isLoopHead && (!words.isEmpty() || !read.isEmpty() || !written.isEmpty())) {
            commands.addAll(
                    new ShellUnwrapper(depth).unwrap(new ShellCommand(words, read, written)));
        }
        words = new ArrayList<>();
        read = new ArrayList<>();
        written = new ArrayList<>();
    }
}
