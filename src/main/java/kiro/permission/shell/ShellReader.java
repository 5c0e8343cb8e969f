package kiro.permission.shell;

import java.util.ArrayList;
import java.util.HashSet;

/// Reads a shell line as the commands that it would run, in whichever shell runs it.
///
/// The grammar is that of POSIX with what bash adds. Where shells disagree about a text, both readings
/// count, or the line is unreadable. Wrappers are taken off: of `env A=b timeout 5 sh -c 'make clean'`
/// there remains `make clean`.
public final class ShellReader {
    private static final int DEEPEST = 8;
    private static final int LONGEST = 30_000;

    private ShellReader() {}

    public static ShellReading read(String line) {
        if (line.length() > LONGEST) {
            return new ShellReading.Unreadable("more than %,d characters".formatted(LONGEST));
        }
        try {
            return read(line, 0);
        } catch (NotUnderstood fault) {
            return new ShellReading.Unreadable(fault.what());
        }
    }

    static ShellReading.Commands read(String text, int depth) {
        if (depth > DEEPEST) {
            throw new NotUnderstood("commands within commands within commands");
        }
        checkCharacters(text);
        var facts = new ShellFacts();
        new ShellParser(new ShellCursor(text), facts, depth).program();
        facts.check();
        var commands = new ArrayList<ShellCommand>();
        var functions = new HashSet<>(facts.functions());
        for (CommandDraft draft : facts.drafts()) {
            var unwrapper = new ShellUnwrapper(depth);
            commands.addAll(unwrapper.unwrap(draft.command(), draft.assignments()));
            functions.addAll(unwrapper.functions());
        }
        return new ShellReading.Commands(commands, functions);
    }

    /// What cannot be seen on a screen, or looks like something else there, is nobody's to approve.
    private static void checkCharacters(String text) {
        for (int i = 0; i < text.length(); i += Character.charCount(text.codePointAt(i))) {
            int c = text.codePointAt(i);
            boolean isUsual = (c >= ' ' && c < 0x7f) || c == '\n' || c == '\t';
            if (!isUsual) {
                checkCharacter(c);
            }
        }
    }

    private static void checkCharacter(int c) {
        switch (Character.getType(c)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR ->
                    throw new NotUnderstood("a character that cannot be seen");
            case Character.SPACE_SEPARATOR ->
                    throw new NotUnderstood("a blank that is none to the shell");
            default -> {}
        }
    }
}
