package kiro.steering.source;

import kiro.code.SyntaxNode;
import kiro.steering.rule.Subject;

/// A place that uses a name.
///
/// @param how the way in which it does
/// @param node the name there, with what stands before its dots
/// @param isMacro whether it is called as a macro of Rust
public record NameUse(Referent referent, Subject.Use how, SyntaxNode node, boolean isMacro) {}
