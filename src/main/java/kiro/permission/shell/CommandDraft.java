package kiro.permission.shell;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// A command that is still being read.
final class CommandDraft {
    private final List<ShellWord> words = new ArrayList<>();
    private final List<ShellWord> read = new ArrayList<>();
    private final List<ShellWord> written = new ArrayList<>();
    private Optional<String> input = Optional.empty();
    private int assignments;
    private boolean isDetached;

    void add(List<ShellWord> more) {
        if (isDetached) {
            throw new NotUnderstood("'&>' with words after it, which shells read differently");
        }
        words.addAll(more);
    }

    /// A word before the program that sets a variable.
    void assign(ShellWord assignment) {
        add(List.of(assignment));
        assignments++;
    }

    void reads(ShellWord file) {
        read.add(file);
    }

    void writes(ShellWord file) {
        written.add(file);
    }

    void inputs(String text) {
        input = Optional.of(text);
    }

    /// Some shells take `&>` for the end of the command, and what follows for another one.
    void detach() {
        isDetached = true;
    }

    boolean hasProgram() {
        return words.size() > assignments;
    }

    boolean isFirstWord() {
        return words.size() == assignments + 1;
    }

    boolean isEmpty() {
        return words.isEmpty() && read.isEmpty() && written.isEmpty();
    }

    int assignments() {
        return assignments;
    }

    /// The first word after those that set variables; only where there is one.
    ShellWord program() {
        return words.get(assignments);
    }

    ShellCommand command() {
        return new ShellCommand(words, read, written, input);
    }
}
