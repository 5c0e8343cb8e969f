package kiro.spec;

import java.util.List;
import kiro.text.TextDocument;

/// Characters without which the rules about prose and marks find nothing. Looking at the characters of a document is
/// many times faster than reading its blocks, and most documents have none of these.
final class Suspects {
    private static final List<String> OPEN =
            List.of("TBD", "TODO", "TBC", "FIXME", "XXX", "[NEEDS CLARIFICATION");

    private static final int DEEP = 20;

    /// The characters that something suspect begins with.
    private static final boolean[] FIRST = among("TFX?{[iI`~<");

    /// The same, but for a second letter that is rarer than the first.
    private static final boolean[] PERHAPS = among("TFX?{[pP`~<");

    private Suspects() {}

    /// Whether a word that leaves something open, an odd checkbox, a fence or an open comment may stand in it.
    static boolean isAnyIn(TextDocument document) {
        if (!isPerhapsIn(document.utf8())) {
            return false;
        }
        for (int number = 1; number <= document.length(); number++) {
            if (isIn(document.line(number))) {
                return true;
            }
        }
        return false;
    }

    /// Whether two characters in a row may be the beginning of something suspect.
    private static boolean isPerhapsIn(byte[] text) {
        for (int i = 0; i + 1 < text.length; i++) {
            byte c = text[i];
            if (c < 0 || !PERHAPS[c]) {
                continue;
            }
            byte next = text[i + 1];
            boolean isSuspect =
                    switch (c) {
                        case 'T' -> next == 'B' || next == 'O';
                        case 'F' -> next == 'I';
                        case '[' -> !isBoxOfItem(text, i);
                        case '<' -> next == '!';
                        case 'p', 'P' -> i > 0 && (text[i - 1] == 'i' || text[i - 1] == 'I');
                        default -> next == c;
                    };
            if (isSuspect) {
                return true;
            }
        }
        return false;
    }

    /// Behind the mark of an item that begins with its line.
    private static boolean isBoxOfItem(byte[] text, int at) {
        return at > 2
                && at + 2 < text.length
                && text[at - 3] == '\n'
                && text[at - 2] == '-'
                && text[at - 1] == ' '
                && (text[at + 1] == ' ' || text[at + 1] == 'x')
                && text[at + 2] == ']';
    }

    private static boolean[] among(String characters) {
        var among = new boolean[128];
        for (int i = 0; i < characters.length(); i++) {
            among[characters.charAt(i)] = true;
        }
        return among;
    }

    private static boolean isIn(String line) {
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            boolean isSuspect =
                    c < 128
                            && FIRST[c]
                            && switch (c) {
                                case 'T', 'F', 'X' -> isOpen(line, i);
                                case '?' -> line.startsWith("???", i);
                                case '{' -> line.startsWith("{{", i);
                                case '[' ->
                                        isOpen(line, i)
                                                || isOddBox(line, i)
                                                || isPerhapsLost(line, i);
                                case 'i', 'I' -> line.regionMatches(true, i, "ipsum", 0, 5);
                                case '`' -> line.startsWith("```", i);
                                case '~' -> line.startsWith("~~~", i);
                                case '<' ->
                                        line.startsWith("<!--", i)
                                                && line.indexOf("-->", line.lastIndexOf("<!--"))
                                                        < 0;
                                default -> false;
                            };
            if (isSuspect) {
                return true;
            }
        }
        return false;
    }

    private static boolean isOpen(String line, int at) {
        for (String word : OPEN) {
            if (line.startsWith(word, at)) {
                return true;
            }
        }
        return false;
    }

    /// Brackets with nothing but crosses and spaces between them, apart from `[ ]` and `[x]`.
    private static boolean isOddBox(String line, int at) {
        int close = at + 1;
        while (close < line.length() && " xX".indexOf(line.charAt(close)) >= 0) {
            close++;
        }
        return close < line.length() && line.charAt(close) == ']' && close != at + 2;
    }

    /// A box so deep that no list may reach it, or behind a number, where no list may begin.
    private static boolean isPerhapsLost(String line, int at) {
        int start = VisibleLines.indent(line);
        return start >= DEEP || (start < at && Character.isDigit(line.charAt(start)));
    }
}
