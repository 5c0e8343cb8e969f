package kiro.code;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// A source file with its syntax, and what every reader of code asks of it, in the order of the source.
///
/// @param path as messages name it
public record SourceFile(String path, SyntaxTree tree) {
    public Grammar language() {
        return tree.language();
    }

    public SyntaxNode root() {
        return tree.root();
    }

    /// The types and functions that it declares, without those local to a function.
    public List<Symbol> symbols() {
        return new SymbolReader(tree).read();
    }

    /// The symbol of a name, qualified or not; the first of several.
    public Optional<Symbol> symbol(String name) {
        List<Symbol> symbols = symbols();
        return symbols.stream()
                .filter(symbol -> symbol.qualifiedName().equals(name))
                .findFirst()
                .or(() ->
                        symbols.stream().filter(symbol -> symbol.name().equals(name)).findFirst());
    }

    /// What it takes from other files.
    public List<Import> imports() {
        return new ImportReader(tree).read();
    }

    /// Every call in it.
    public List<Call> calls() {
        return calls(root());
    }

    /// Every call at or below a node.
    public static List<Call> calls(SyntaxNode node) {
        return Calls.below(node);
    }

    /// The texts that it has as literals, one inside of another left out.
    public List<SyntaxNode> strings() {
        var found = new ArrayList<SyntaxNode>();
        for (SyntaxNode string : root().below(Literals.STRINGS)) {
            if (found.isEmpty() || !found.getLast().contains(string)) {
                found.add(string);
            }
        }
        return found;
    }

    /// The text that a literal stands for; empty for other nodes, and for one that only a run would tell.
    public static Optional<String> literal(SyntaxNode node) {
        return Literals.text(node);
    }

    public List<SyntaxNode> comments() {
        return root().below(Comments.KINDS);
    }
}
