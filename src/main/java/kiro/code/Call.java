package kiro.code;

import java.util.List;

/// A call as the source spells it.
///
/// @param callee what is called, such as `repository.save`, `new Error` or `println!`, on one line
/// @param name the last part of it, such as `save`
/// @param arguments in order, without the commas
public record Call(String callee, String name, List<SyntaxNode> arguments, SyntaxNode node) {
    public Call {
        arguments = List.copyOf(arguments);
    }
}
