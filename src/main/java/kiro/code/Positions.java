package kiro.code;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.SourcePositions;

/// Where the trees of one file stand in its text.
record Positions(String text, CompilationUnitTree unit, SourcePositions source) {
    TextRange range(Tree tree) {
        int start = (int) source.getStartPosition(unit, tree);
        int end = (int) source.getEndPosition(unit, tree);
        return start < 0 || end < start ? new TextRange(0, 0) : new TextRange(start, end);
    }

    /// The source text of a tree; its own rendering where it does not stand in the source.
    String slice(Tree tree) {
        TextRange range = range(tree);
        return range.end() == 0 ? tree.toString() : range.of(text);
    }

    /// The source text of a type on one line.
    String type(Tree tree) {
        return slice(tree).replaceAll("\\s+", " ").strip();
    }

    int start(Tree tree) {
        return range(tree).start();
    }

    int end(Tree tree) {
        return range(tree).end();
    }

    /// The first opening brace at or after a place, comments left out.
    int openingBrace(int from) {
        int at = from;
        while (at < text.length()) {
            if (text.startsWith("//", at)) {
                int end = text.indexOf('\n', at);
                at = end < 0 ? text.length() : end;
            } else if (text.startsWith("/*", at)) {
                int end = text.indexOf("*/", at);
                at = end < 0 ? text.length() : end + 2;
            } else if (text.charAt(at) == '{') {
                return at;
            } else {
                at++;
            }
        }
        return from;
    }
}
