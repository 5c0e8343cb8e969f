package kiro.evidence;

import java.util.ArrayList;
import java.util.List;

/// A logical line of Python: one statement, over however many lines its brackets stretch.
///
/// @param indent the column of its first token, from 1
/// @param from its first token
/// @param to the token after its last
record PythonStatement(int indent, int from, int to) {

    static List<PythonStatement> split(SourceCode code) {
        var statements = new ArrayList<PythonStatement>();
        int from = 0;
        while (from < code.size()) {
            int to = end(code, from);
            statements.add(new PythonStatement(code.column(from), from, to));
            from = to;
        }
        return List.copyOf(statements);
    }

    private static int end(SourceCode code, int from) {
        int i = from;
        do {
            boolean isOpen = code.is(i, "(") || code.is(i, "[") || code.is(i, "{");
            i = isOpen ? code.after(i) : i + 1;
        } while (i < code.size() && (!code.isFirstOfLine(i) || code.is(i - 1, "\\")));
        return i;
    }

    /// Where the name stands that this statement declares with a key word; -1 when it declares none.
    int nameAfter(SourceCode code, String keyWord) {
        int at = code.is(from, "async") ? from + 1 : from;
        return code.is(at, keyWord) && code.isWord(at + 1) ? at + 1 : -1;
    }
}
