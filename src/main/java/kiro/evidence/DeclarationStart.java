package kiro.evidence;

import java.util.Set;

/// Finds where a declaration begins whose key word or name is known: its modifiers, attributes and annotations belong to
/// it, and so do the comments above them.
record DeclarationStart(SourceCode code) {
    private static final Set<String> MODIFIERS =
            Set.of(
                    "abstract",
                    "async",
                    "const",
                    "crate",
                    "default",
                    "declare",
                    "export",
                    "extern",
                    "final",
                    "get",
                    "infix",
                    "inline",
                    "internal",
                    "let",
                    "open",
                    "operator",
                    "override",
                    "private",
                    "protected",
                    "pub",
                    "public",
                    "readonly",
                    "set",
                    "static",
                    "suspend",
                    "tailrec",
                    "unsafe",
                    "var");
    private static final int LONGEST = 60;

    int of(int at) {
        int i = at;
        while (i > 0 && at - i < LONGEST) {
            int before = before(i);
            if (before == i) {
                return i;
            }
            i = before;
        }
        return i;
    }

    /// Where the piece before an index begins; the index itself where it does not belong to the declaration.
    private int before(int i) {
        int last = i - 1;
        boolean isModifier = code.isWord(last) && MODIFIERS.contains(code.token(last).text());
        if (isModifier && !code.is(last - 1, ".")) {
            return last;
        }
        if (code.isWord(last) && code.is(last - 1, "@")) {
            return last - 1;
        }
        if (code.is(last, "]") || code.is(last, ")")) {
            int open = opening(last);
            if (code.is(open, "[") && code.is(open - 1, "#")) {
                return open - 1;
            }
            boolean isAnnotation = code.isWord(open - 1) && code.is(open - 2, "@");
            if (isAnnotation) {
                return open - 2;
            }
            return code.is(open - 1, "pub") ? open : i;
        }
        return i;
    }

    private int opening(int closing) {
        int i = closing - 1;
        while (i > 0 && closing - i < LONGEST && code.partner(i) != closing) {
            i--;
        }
        return i;
    }
}
