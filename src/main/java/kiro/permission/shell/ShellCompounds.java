package kiro.permission.shell;

import java.util.List;
import java.util.regex.Pattern;

/// Reads the commands that hold others: groups, conditions, loops, choices, functions.
final class ShellCompounds {
    private static final Pattern NAME = Pattern.compile("[A-Za-z_][A-Za-z_0-9]*");

    /// Words of a loop that are numbers in every shell that makes words of them at all.
    private static final Pattern NUMBERS =
            Pattern.compile("\\d+|\\{\\d+\\.\\.\\d+}|\\$\\(seq [\\d ]+\\)");

    private final ShellParser parser;
    private final ShellCursor cursor;
    private final ShellFacts facts;
    private final int depth;

    ShellCompounds(ShellParser parser, ShellCursor cursor, ShellFacts facts, int depth) {
        this.parser = parser;
        this.cursor = cursor;
        this.facts = facts;
        this.depth = depth;
    }

    /// Reads the command that begins here; false where it holds no others.
    ///
    /// @param chunk the characters up to where a first word would end
    boolean read(String chunk) {
        if (cursor.sees("((")) {
            calculation();
            return true;
        }
        if (cursor.next() == '(') {
            subshell();
            return true;
        }
        switch (chunk) {
            case "{" -> braces();
            case "if" -> condition();
            case "while", "until" -> loop();
            case "for", "select" -> each();
            case "case" -> choice();
            case "[[" -> test();
            case "function" -> function();
            default -> {
                return false;
            }
        }
        return true;
    }

    private void subshell() {
        parser.expect("(");
        parser.someList();
        parser.expect(")");
    }

    private void braces() {
        parser.expectWord("{");
        parser.someList();
        parser.expectWord("}");
    }

    private void condition() {
        parser.expectWord("if");
        parser.someList();
        parser.expectWord("then");
        parser.someList();
        while (parser.takes("elif")) {
            parser.someList();
            parser.expectWord("then");
            parser.someList();
        }
        if (parser.takes("else")) {
            parser.someList();
        }
        parser.expectWord("fi");
    }

    private void loop() {
        cursor.skip(cursor.chunk().length());
        parser.someList();
        body();
    }

    private void body() {
        parser.expectWord("do");
        parser.someList();
        parser.expectWord("done");
    }

    private void each() {
        cursor.skip(cursor.chunk().length());
        cursor.skipBlanks();
        if (cursor.takes("((")) {
            if (!new ShellArithmetic(cursor, facts, depth).read()) {
                throw parser.unexpected();
            }
        } else {
            eachWord();
        }
        cursor.skipBlanks();
        cursor.takes(";");
        parser.newlines();
        body();
    }

    private void eachWord() {
        String name = cursor.chunk();
        if (!NAME.matcher(name).matches()) {
            throw parser.unexpected();
        }
        cursor.skip(name.length());
        int start = cursor.at();
        parser.newlines();
        if (!parser.takes("in")) {
            facts.setsText(name);
            cursor.returnTo(start);
            return;
        }
        boolean areNumbers = true;
        cursor.skipBlanks();
        while (!cursor.isAtWordEnd()) {
            ShellWord word = parser.word().words().getFirst();
            areNumbers &= NUMBERS.matcher(word.text()).matches();
            cursor.skipBlanks();
        }
        if (areNumbers) {
            facts.setsNumber(name);
        } else {
            facts.setsText(name);
        }
    }

    private void choice() {
        parser.expectWord("case");
        var ignored = parser.word();
        parser.expectWord("in");
        parser.newlines();
        while (!parser.takes("esac")) {
            patterns();
            parser.list();
            cursor.skipBlanks();
            boolean isEnded = cursor.takes(";;&") || cursor.takes(";;") || cursor.takes(";&");
            parser.newlines();
            if (!isEnded && !parser.sees("esac")) {
                throw parser.unexpected();
            }
        }
    }

    private void patterns() {
        cursor.takes("(");
        do {
            var ignored = parser.word();
            cursor.skipBlanks();
        } while (cursor.takes("|"));
        parser.expect(")");
    }

    /// A test of bash. To a shell that has none it is a program, and what follows `||` another one.
    private void test() {
        var draft = new CommandDraft();
        while (!parser.takes("]]")) {
            parser.newlines();
            if (cursor.isAtEnd() || cursor.next() == ';') {
                throw parser.unexpected();
            }
            if (cursor.takes("||")) {
                finish(draft);
                draft = new CommandDraft();
            } else if (cursor.takes("<") || cursor.takes(">")) {
                ShellWord file = parser.word().words().getFirst();
                draft.writes(file);
            } else if (!cursor.takes("&&") && !cursor.takes("(") && !cursor.takes(")")) {
                testWord(draft);
            }
        }
        draft.add(List.of(ShellWord.plain("]]")));
        finish(draft);
    }

    private void testWord(CommandDraft draft) {
        String chunk = cursor.chunk();
        if (chunk.isEmpty()) {
            throw parser.unexpected();
        }
        if (chunk.equals("=~")) {
            cursor.skip(2);
            regularExpression();
        } else if (chunk.matches("-(eq|ne|lt|le|gt|ge|v|R)")) {
            throw new NotUnderstood("a calculation within [[ ]]: use [ ]");
        } else {
            draft.add(parser.word().words());
        }
    }

    private void regularExpression() {
        cursor.skipBlanks();
        int start = cursor.at();
        int open = 0;
        while (!cursor.isAtEnd() && (open > 0 || (cursor.next() != ' ' && cursor.next() != '\n'))) {
            open += cursor.next() == '(' ? 1 : cursor.next() == ')' ? -1 : 0;
            if (cursor.next() == '|' && open == 0) {
                throw new NotUnderstood("an alternative outside of parentheses within [[ ]]");
            }
            cursor.skip(1);
        }
        if (cursor.since(start).matches("(?s).*([`'\"\\\\<>;&]|\\$\\().*")) {
            throw new NotUnderstood("a regular expression with quotes or signs of the shell");
        }
    }

    /// Words that begin with an option are no program in any shell.
    private void finish(CommandDraft draft) {
        boolean isOption =
                draft.hasProgram()
                        && draft.program().text().startsWith("-")
                        && draft.command().written().isEmpty();
        boolean isFirst = facts.drafts().isEmpty() && draft.isEmpty();
        if (!isOption && !isFirst && !draft.isEmpty()) {
            facts.drafts().add(draft);
        }
    }

    private void function() {
        parser.expectWord("function");
        int from = facts.drafts().size();
        List<ShellWord> name = parser.word().words();
        cursor.skipBlanks();
        if (cursor.takes("(")) {
            parser.expect(")");
        }
        parser.function(name.getFirst().text(), from);
    }

    /// `((…))` calculates in bash, and is a group within a group elsewhere.
    private void calculation() {
        int start = cursor.at();
        cursor.skip(2);
        if (new ShellArithmetic(cursor, facts, depth).read()) {
            String text = cursor.since(start + 2);
            String inner = text.substring(0, text.length() - 2).strip();
            if (!inner.matches(
                    "[A-Za-z_]\\w*\\s*(\\+\\+|--|[-+*/%]?=\\s*\\w+)|(\\+\\+|--)[A-Za-z_]\\w*")) {
                throw new NotUnderstood("a calculation that some shells would run as commands");
            }
            return;
        }
        cursor.returnTo(start);
        subshell();
    }
}
