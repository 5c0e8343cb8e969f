package kiro.permission.shell;

import java.util.ArrayList;
import java.util.List;

/// Reads redirections, and the here-documents that they announce.
final class ShellRedirects {
    private final ShellCursor cursor;
    private final ShellFacts facts;
    private final int depth;
    private final List<Announced> awaited = new ArrayList<>();
    private boolean hasHereDocuments;

    ShellRedirects(ShellCursor cursor, ShellFacts facts, int depth) {
        this.cursor = cursor;
        this.facts = facts;
        this.depth = depth;
    }

    /// @param isPlain whether nothing in the text is made as the command runs
    private record Announced(
            String delimiter, boolean isPlain, boolean isIndented, CommandDraft draft) {}

    boolean hasHereDocuments() {
        return hasHereDocuments;
    }

    void checkNoneAwaited() {
        if (!awaited.isEmpty()) {
            throw new NotUnderstood("a here-document without its end");
        }
    }

    /// Reads one redirection; false where there is none.
    boolean read(CommandDraft draft) {
        int start = cursor.at();
        if (cursor.takes("&>")) {
            cursor.takes(">");
            draft.writes(target());
            draft.detach();
            return true;
        }
        while (Character.isDigit(cursor.next())) {
            cursor.skip(1);
        }
        boolean isSubstitution = cursor.ahead(1) == '(';
        if ((cursor.next() != '<' && cursor.next() != '>') || isSubstitution) {
            cursor.returnTo(start);
            return false;
        }
        if (cursor.takes("<<<")) {
            ShellWord text = target();
            if (!text.isDynamic()) {
                draft.inputs(text.text());
            }
        } else if (cursor.takes("<<")) {
            announce(draft);
        } else {
            file(draft);
        }
        return true;
    }

    private void file(CommandDraft draft) {
        boolean isWriting = cursor.next() == '>' || cursor.sees("<>");
        boolean mayDuplicate = !cursor.takes(">>") && !cursor.takes("<>") && !cursor.takes(">|");
        if (mayDuplicate) {
            cursor.skip(1);
        }
        boolean isDuplicate = mayDuplicate && cursor.takes("&");
        ShellWord target = target();
        if (isDuplicate && target.text().matches("\\d+-?|-")) {
            return;
        }
        if (isWriting) {
            draft.writes(target);
        } else {
            draft.reads(target);
        }
    }

    private ShellWord target() {
        cursor.skipBlanks();
        List<ShellWord> words = new ShellWordReader(cursor, facts, depth).read().words();
        if (words.size() > 1) {
            throw new NotUnderstood("several files where one is meant");
        }
        return words.getFirst();
    }

    private void announce(CommandDraft draft) {
        boolean isIndented = cursor.takes("-");
        cursor.skipBlanks();
        ShellWordReader.Word delimiter = new ShellWordReader(cursor, facts, depth).read();
        ShellWord word = delimiter.words().getFirst();
        if (word.isDynamic() || word.text().isEmpty() || word.text().indexOf('\n') >= 0) {
            throw new NotUnderstood("a here-document with a made-up end");
        }
        hasHereDocuments = true;
        awaited.add(new Announced(word.text(), !delimiter.isBare(), isIndented, draft));
    }

    /// Reads the bodies that were announced in the line before.
    void hereDocuments() {
        awaited.forEach(this::hereDocument);
        awaited.clear();
    }

    private void hereDocument(Announced announced) {
        var body = new StringBuilder();
        boolean isBroken = false;
        String joined = "";
        while (!cursor.isAtEnd()) {
            String line = cursor.takeLine();
            String own = announced.isIndented() ? line.replaceFirst("^\t+", "") : line;
            boolean isEnd = own.equals(announced.delimiter());
            joined = isBroken ? joined + own : own;
            if (isBroken && (isEnd || joined.equals(announced.delimiter()))) {
                throw new NotUnderstood("a here-document whose end follows a broken line");
            }
            if (isEnd) {
                finish(announced, body.toString());
                return;
            }
            body.append(own).append('\n');
            isBroken = !announced.isPlain() && isBroken(own);
            joined = isBroken ? joined.substring(0, joined.length() - 1) : "";
        }
        throw new NotUnderstood("a here-document without its end");
    }

    /// Ends it with a backslash that stands for itself alone?
    private static boolean isBroken(String line) {
        int end = line.length();
        while (end > 0 && line.charAt(end - 1) == '\\') {
            end--;
        }
        return (line.length() - end) % 2 == 1;
    }

    private void finish(Announced announced, String body) {
        boolean isDynamic =
                !announced.isPlain()
                        && new ShellWordReader(new ShellCursor(body), facts, depth).expandsText();
        if (!isDynamic) {
            announced.draft().inputs(body);
        }
    }
}
