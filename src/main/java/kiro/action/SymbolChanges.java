package kiro.action;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import kiro.code.Grammar;
import kiro.code.SourceFile;
import kiro.code.Symbol;
import kiro.code.SyntaxReading;
import kiro.code.TreeSitter;

/// Compares the declarations of changed files.
final class SymbolChanges {
    private final TreeSitter parser;

    SymbolChanges(TreeSitter parser) {
        this.parser = parser;
    }

    /// In the order of the files, and in each of the source. A file that cannot be read has none.
    List<SymbolChange> of(List<ChangedFile> files) {
        var changes = new ArrayList<SymbolChange>();
        for (ChangedFile file : files) {
            if (file.isText() && file.weight() > 0) {
                changes.addAll(
                        compare(
                                file.path(),
                                symbols(file.before(), file.old()),
                                symbols(file.path(), file.now())));
            }
        }
        return List.copyOf(changes);
    }

    /// The declarations of a text; none where it cannot be read.
    List<Symbol> symbols(String path, String text) {
        Optional<Grammar> grammar = Grammar.of(path);
        if (grammar.isEmpty() || text.isEmpty()) {
            return List.of();
        }
        return parser.read(grammar.get(), text.getBytes(StandardCharsets.UTF_8))
                        instanceof SyntaxReading.Whole whole
                ? new SourceFile(path, whole.tree()).symbols()
                : List.of();
    }

    /// The differences of two states of a file.
    static List<SymbolChange> compare(String path, List<Symbol> before, List<Symbol> after) {
        return new SymbolComparison(path, before, after).changes();
    }
}
