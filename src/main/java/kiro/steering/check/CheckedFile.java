package kiro.steering.check;

import java.util.List;
import java.util.Optional;
import kiro.code.SourceFile;
import kiro.code.Symbol;
import kiro.code.SyntaxTree;
import kiro.steering.source.SourceText;
import org.jspecify.annotations.Nullable;

/// A file while it is checked: read once, and asked by all rules.
final class CheckedFile {
    private final String path;
    private final byte[] bytes;
    private final Optional<SourceFile> source;
    private @Nullable List<Symbol> symbols;

    /// @param bytes as they are in the file
    /// @param tree where it is code that can be read
    CheckedFile(String path, byte[] bytes, Optional<SyntaxTree> tree) {
        this.path = path;
        this.bytes = bytes;
        this.source = tree.map(known -> new SourceFile(path, known));
    }

    String path() {
        return path;
    }

    byte[] bytes() {
        return bytes;
    }

    Optional<SourceFile> source() {
        return source;
    }

    Optional<SyntaxTree> tree() {
        return source.map(SourceFile::tree);
    }

    List<Symbol> symbols() {
        List<Symbol> known = symbols;
        if (known == null) {
            known = source.map(SourceFile::symbols).orElse(List.of());
            symbols = known;
        }
        return known;
    }

    String text() {
        return SourceText.utf8(bytes);
    }

    /// How many bytes stand before the first of the tree; empty where the tree's bytes are not the file's.
    Optional<Integer> offset() {
        return SourceText.isUtf16(bytes)
                ? Optional.empty()
                : Optional.of(SourceText.markLength(bytes));
    }
}
