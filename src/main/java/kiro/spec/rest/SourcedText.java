package kiro.spec.rest;

import java.util.ArrayList;
import java.util.List;
import kiro.text.SourceSpan;

/// A piece of a file's text, whose every character has a place there.
///
/// @param pieces the lines that it was put together from, with a line feed between them
record SourcedText(String text, List<Piece> pieces) {
    /// @param offset where the piece begins in the text
    /// @param column where it begins in its line, from 1
    record Piece(int offset, int line, int column) {}

    SourcedText {
        pieces = List.copyOf(pieces);
    }

    static SourcedText of(String text, int line, int column) {
        return new SourcedText(text, List.of(new Piece(0, line, column)));
    }

    boolean isBlank() {
        return text.isBlank();
    }

    SourceSpan span() {
        return span(0, text.length());
    }

    SourceSpan span(int start, int end) {
        Piece first = pieceAt(start);
        Piece last = pieceAt(Math.max(start, end - 1));
        return new SourceSpan(
                first.line(),
                first.column() + start - first.offset(),
                last.line(),
                last.column() + end - last.offset());
    }

    SourcedText part(int start, int end) {
        var parts = new ArrayList<Piece>();
        Piece first = pieceAt(start);
        parts.add(new Piece(0, first.line(), first.column() + start - first.offset()));
        for (Piece piece : pieces) {
            if (piece.offset() > start && piece.offset() < end) {
                parts.add(new Piece(piece.offset() - start, piece.line(), piece.column()));
            }
        }
        return new SourcedText(text.substring(start, end), parts);
    }

    /// This text, a space, and another one that stands behind it in the file.
    SourcedText and(SourcedText other) {
        var all = new ArrayList<>(pieces);
        int start = text.length() + 1;
        other.pieces.forEach(
                piece -> all.add(new Piece(piece.offset() + start, piece.line(), piece.column())));
        return new SourcedText(text + " " + other.text, all);
    }

    private Piece pieceAt(int offset) {
        Piece found = pieces.getFirst();
        for (Piece piece : pieces) {
            if (piece.offset() <= offset) {
                found = piece;
            }
        }
        return found;
    }
}
