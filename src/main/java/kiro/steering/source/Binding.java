package kiro.steering.source;

import java.util.List;
import kiro.code.SyntaxNode;

/// What a declaration says of its name.
sealed interface Binding {
    /// Nothing that could be told without running it.
    record Opaque() implements Binding {}

    /// It stands for something from elsewhere.
    record To(List<Referent> referents) implements Binding {
        public To {
            referents = List.copyOf(referents);
        }
    }

    /// It is what another file gives by a name, which is looked up when somebody asks: a project's files import each other in
    /// long chains.
    record Imported(String module, String name) implements Binding {}

    /// It has a value when it is declared, or a member of a value.
    record Value(SyntaxNode value, List<String> members) implements Binding {
        public Value {
            members = List.copyOf(members);
        }
    }

    /// It is of a type.
    record Typed(SyntaxNode type) implements Binding {}

    /// Both.
    record TypedValue(SyntaxNode type, SyntaxNode value) implements Binding {}
}
