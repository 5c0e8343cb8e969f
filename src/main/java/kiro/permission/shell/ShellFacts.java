package kiro.permission.shell;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// What reading a line has found so far: commands, functions, variables.
final class ShellFacts {
    private final List<CommandDraft> drafts = new ArrayList<>();
    private final Set<String> functions = new HashSet<>();
    private final Set<String> numbers = new HashSet<>();
    private final Set<String> texts = new HashSet<>();
    private final Set<String> calculated = new HashSet<>();

    List<CommandDraft> drafts() {
        return drafts;
    }

    Set<String> functions() {
        return functions;
    }

    void makesFunction(String name) {
        functions.add(name);
    }

    /// A variable is set to a number, or to what a calculation gives.
    void setsNumber(String name) {
        numbers.add(name);
    }

    /// A variable is set to a text that is not known to be a number.
    void setsText(String name) {
        texts.add(name);
    }

    /// A variable stands in a calculation, where bash runs the commands that its text may hold.
    void calculates(String name) {
        calculated.add(name);
    }

    /// Throws when a calculation is made with a variable that may hold anything.
    void check() {
        for (String name : calculated) {
            if (!numbers.contains(name) || texts.contains(name)) {
                throw new NotUnderstood(
                        "a calculation with %s, whose value is not known to be a number"
                                .formatted(name));
            }
        }
    }
}
