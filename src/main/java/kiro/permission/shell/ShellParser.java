package kiro.permission.shell;

import java.util.Set;
import java.util.regex.Pattern;

/// Reads lists, pipelines and simple commands. Commands go into the facts, each after those within its
/// words.
final class ShellParser {
    private static final Pattern NAME = Pattern.compile("[A-Za-z_][A-Za-z_0-9]*");

    private static final int DEEPEST = 40;

    /// Words of the language that end the list before them.
    private static final Set<String> CLOSING =
            Set.of("then", "elif", "else", "fi", "do", "done", "esac", "}");

    /// What can only be known as it runs, or changes what the words after it mean.
    private static final Set<String> UNREAD =
            Set.of("coproc", "alias", "unalias", "hash", "enable", "let", "shopt", "bind");

    private static final Set<String> DECLARING =
            Set.of("export", "declare", "typeset", "local", "readonly");

    /// Programs that set variables whose names they are given.
    private static final Set<String> SETTING =
            Set.of(
                    "read",
                    "mapfile",
                    "readarray",
                    "getopts",
                    "printf",
                    "declare",
                    "typeset",
                    "local");

    private final ShellCursor cursor;
    private final ShellFacts facts;
    private final int depth;
    private final ShellRedirects redirects;
    private int nesting;
    private int commands;

    ShellParser(ShellCursor cursor, ShellFacts facts, int depth) {
        if (depth > 8) {
            throw new NotUnderstood("commands within commands within commands");
        }
        this.cursor = cursor;
        this.facts = facts;
        this.depth = depth;
        this.redirects = new ShellRedirects(cursor, facts, depth);
    }

    /// The whole text.
    void program() {
        list();
        if (!cursor.isAtEnd()) {
            throw unexpected();
        }
        redirects.checkNoneAwaited();
    }

    /// What stands between parentheses, up to the closing one.
    void untilParenthesis() {
        list();
        redirects.checkNoneAwaited();
        expect(")");
        if (redirects.hasHereDocuments() && commands > 1) {
            throw new NotUnderstood(
                    "a here-document beside other commands in a substitution, which shells read differently");
        }
    }

    /// Commands, up to a word or a sign that cannot begin one.
    void list() {
        newlines();
        while (!isAtListEnd()) {
            pipeline();
            if (!separator()) {
                return;
            }
        }
    }

    /// A list that may not be empty.
    void someList() {
        newlines();
        if (isAtListEnd()) {
            throw unexpected();
        }
        list();
    }

    boolean sees(String word) {
        cursor.skipBlanks();
        return cursor.chunk().equals(word);
    }

    boolean takes(String word) {
        boolean isThere = sees(word);
        if (isThere) {
            cursor.skip(word.length());
        }
        return isThere;
    }

    void expectWord(String word) {
        newlines();
        if (!takes(word)) {
            throw unexpected();
        }
    }

    void expect(String sign) {
        cursor.skipBlanks();
        if (!cursor.takes(sign)) {
            throw unexpected();
        }
    }

    ShellWordReader.Word word() {
        cursor.skipBlanks();
        return new ShellWordReader(cursor, facts, depth).read();
    }

    void newlines() {
        cursor.skipBlanks();
        while (cursor.takes("\n")) {
            redirects.hereDocuments();
            cursor.skipBlanks();
        }
    }

    NotUnderstood unexpected() {
        String chunk = cursor.chunk();
        String found = chunk.isEmpty() ? String.valueOf(cursor.next()) : chunk;
        return new NotUnderstood(
                cursor.isAtEnd()
                        ? "a beginning without its end"
                        : "'%s' where it cannot stand".formatted(found));
    }

    private boolean isAtListEnd() {
        cursor.skipBlanks();
        return cursor.isAtEnd()
                || cursor.next() == ')'
                || cursor.sees(";;")
                || cursor.sees(";&")
                || CLOSING.contains(cursor.chunk());
    }

    /// Steps over what stands between two pipelines; false where there is nothing.
    private boolean separator() {
        cursor.skipBlanks();
        if (cursor.takes("&&") || cursor.takes("||")) {
            newlines();
            if (isAtListEnd()) {
                throw unexpected();
            }
            return true;
        }
        if (cursor.next() == '\n') {
            newlines();
            return true;
        }
        boolean isEnd = !cursor.sees(";;") && !cursor.sees(";&") && cursor.takes(";");
        if (isEnd || cursor.takes("&")) {
            newlines();
            return true;
        }
        return false;
    }

    private void pipeline() {
        while (takes("!") || takesTime()) {
            cursor.skipBlanks();
        }
        command();
        cursor.skipBlanks();
        while (cursor.next() == '|' && cursor.ahead(1) != '|') {
            cursor.skip(cursor.ahead(1) == '&' ? 2 : 1);
            newlines();
            command();
            cursor.skipBlanks();
        }
    }

    /// The word `time`, unless an option follows: then it is a program that is given a command.
    private boolean takesTime() {
        int start = cursor.at();
        if (takes("time")) {
            cursor.skipBlanks();
            if (cursor.next() != '-' && !cursor.isAtWordEnd()) {
                return true;
            }
            cursor.returnTo(start);
        }
        return false;
    }

    void command() {
        if (++nesting > DEEPEST) {
            throw new NotUnderstood("commands within commands within commands");
        }
        commands++;
        oneCommand();
        nesting--;
    }

    private void oneCommand() {
        cursor.skipBlanks();
        String chunk = cursor.chunk();
        if (chunk.contains("\\\n")) {
            throw new NotUnderstood("a word broken over lines");
        }
        if (UNREAD.contains(chunk)) {
            throw new NotUnderstood("'" + chunk + "'");
        }
        var compound = new ShellCompounds(this, cursor, facts, depth);
        if (compound.read(chunk)) {
            var draft = new CommandDraft();
            redirects(draft);
            if (!cursor.isAtWordEnd()) {
                throw unexpected();
            }
            finish(draft);
            return;
        }
        simple();
    }

    private void simple() {
        var draft = new CommandDraft();
        while (true) {
            redirects(draft);
            if (!isAtWord()) {
                break;
            }
            ShellWordReader.Word word = word();
            if (setsVariable(draft, word)) {
                continue;
            }
            draft.add(word.words());
            if (draft.isFirstWord() && cursor.next() == '(') {
                function(draft.program().text());
                return;
            }
        }
        if (draft.isEmpty()) {
            throw unexpected();
        }
        if (cursor.next() == '(') {
            throw unexpected();
        }
        finish(draft);
    }

    private boolean isAtWord() {
        return !cursor.isAtWordEnd() || cursor.sees("<(") || cursor.sees(">(");
    }

    private void redirects(CommandDraft draft) {
        cursor.skipBlanks();
        while (redirects.read(draft)) {
            cursor.skipBlanks();
        }
    }

    private void finish(CommandDraft draft) {
        if (draft.hasProgram() && SETTING.contains(draft.program().text())) {
            draft.command().texts().forEach(facts::setsText);
        }
        if (!draft.isEmpty()) {
            facts.drafts().add(draft);
        }
    }

    private boolean setsVariable(CommandDraft draft, ShellWordReader.Word word) {
        boolean isPlace = !draft.hasProgram() || DECLARING.contains(draft.program().text());
        if (!isPlace || !word.isAssignment()) {
            return false;
        }
        boolean isArray = cursor.next() == '(' && word.words().getFirst().text().endsWith("=");
        if (isArray) {
            array();
        }
        record(word, isArray);
        if (draft.hasProgram()) {
            draft.add(word.words());
        } else {
            draft.assign(word.words().getFirst());
        }
        return true;
    }

    private void record(ShellWordReader.Word word, boolean isArray) {
        String text = word.words().getFirst().text();
        int end = text.indexOf('=');
        String name = text.substring(0, end).replaceFirst("\\+$", "");
        String value = text.substring(end + 1);
        boolean isNumber =
                !isArray && (value.matches("\\d+") || value.matches("(?s)\\$\\(\\([^$`]*\\)\\)"));
        if (isNumber) {
            facts.setsNumber(name);
        } else {
            facts.setsText(name);
        }
    }

    private void array() {
        cursor.skip(1);
        newlines();
        while (cursor.next() != ')') {
            if (cursor.isAtWordEnd()) {
                throw unexpected();
            }
            var ignored = word();
            newlines();
        }
        cursor.skip(1);
        if (!cursor.isAtWordEnd()) {
            throw unexpected();
        }
    }

    private void function(String name) {
        cursor.skip(1);
        expect(")");
        function(name, facts.drafts().size());
    }

    /// The body of a function. It is judged as if it ran, and may not call itself.
    void function(String name, int from) {
        if (!NAME.matcher(name.replace('-', '_').replace(':', '_')).matches()) {
            throw new NotUnderstood("a function with an unusual name");
        }
        facts.makesFunction(name);
        newlines();
        command();
        boolean isEndless =
                facts.drafts().stream()
                        .skip(from)
                        .anyMatch(
                                draft -> draft.hasProgram() && draft.program().text().equals(name));
        if (isEndless) {
            throw new NotUnderstood("a function that calls itself");
        }
    }
}
