package kiro.permission.shell;

import java.util.ArrayList;
import java.util.List;

/// Reads a calculation, from behind the two parentheses that open it.
final class ShellArithmetic {
    private final ShellCursor cursor;
    private final ShellFacts facts;
    private final int depth;
    private final List<String> used = new ArrayList<>();
    private final List<String> set = new ArrayList<>();

    ShellArithmetic(ShellCursor cursor, ShellFacts facts, int depth) {
        if (depth > 8) {
            throw new NotUnderstood("calculations within calculations");
        }
        this.cursor = cursor;
        this.facts = facts;
        this.depth = depth;
    }

    /// False where the parentheses turn out to hold commands.
    boolean read() {
        int open = 0;
        while (!cursor.isAtEnd()) {
            char c = cursor.next();
            if (c == ')' && open == 0) {
                return end();
            }
            if (Character.isLetter(c) || c == '_') {
                name();
                continue;
            }
            switch (c) {
                case '(' -> open++;
                case ')' -> open--;
                case '\'', '"', '\\', '[', '`', '#', '{' -> {
                    return false;
                }
                default -> {}
            }
            if (c == '$' && !dollar()) {
                return false;
            }
            if (Character.isDigit(c)) {
                while (Character.isLetterOrDigit(cursor.next())) {
                    cursor.skip(1);
                }
            } else if (c != '$') {
                cursor.skip(1);
            }
        }
        return false;
    }

    private boolean end() {
        if (!cursor.takes("))")) {
            return false;
        }
        set.forEach(facts::setsNumber);
        used.forEach(facts::calculates);
        return true;
    }

    private void name() {
        int start = cursor.at();
        while (Character.isLetterOrDigit(cursor.next()) || cursor.next() == '_') {
            cursor.skip(1);
        }
        String name = cursor.since(start);
        int after = 0;
        while (cursor.ahead(after) == ' ') {
            after++;
        }
        boolean isSet = cursor.ahead(after) == '=' && cursor.ahead(after + 1) != '=';
        (isSet ? set : used).add(name);
    }

    /// A variable; what else a dollar can begin is left to those who read commands.
    private boolean dollar() {
        char after = cursor.ahead(1);
        if (after == '(') {
            cursor.skip(2);
            if (cursor.takes("(")) {
                return new ShellArithmetic(cursor, facts, depth + 1).read();
            }
            throw new NotUnderstood("a calculation with what a command prints");
        }
        if (after == '{') {
            throw new NotUnderstood("a calculation with a variable in braces");
        }
        cursor.skip(1);
        if ("#?$".indexOf(cursor.next()) >= 0) {
            cursor.skip(1);
            return true;
        }
        if (Character.isDigit(cursor.next()) || "@*!-".indexOf(cursor.next()) >= 0) {
            throw new NotUnderstood("a calculation with what a function is given");
        }
        return true;
    }
}
