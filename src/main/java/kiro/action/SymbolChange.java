package kiro.action;

import kiro.code.Symbol;

/// A declaration that differs between two states of a file.
///
/// @param symbol as it is now; of one that is gone, as it was
/// @param before its signature before; empty for one that is new
/// @param isPublic whether other files may use it, and all that it is declared in
/// @param weight how many lines it has
record SymbolChange(
        Kind kind, String path, Symbol symbol, String before, boolean isPublic, int weight) {
    enum Kind {
        ADDED,
        REMOVED,
        /// Its declaration changed, and perhaps its body.
        SIGNATURE,
        BODY
    }

    boolean isTopLevel() {
        return symbol.owner().isEmpty();
    }

    /// Whether what others wrote against it may no longer work.
    boolean breaks() {
        return isPublic && (kind == Kind.REMOVED || kind == Kind.SIGNATURE);
    }
}
