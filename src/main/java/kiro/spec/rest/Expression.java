package kiro.spec.rest;

import java.util.List;

/// A piece of the grammar: what words may stand where.
sealed interface Expression {
    /// The word or mark with this key.
    record Word(String key) implements Expression {}

    /// A token of some class, such as a number or the name of a field.
    record OfClass(TokenClass tokens) implements Expression {}

    /// What another rule says.
    record Use(String rule) implements Expression {}

    /// One after the other.
    record Sequence(List<Expression> parts) implements Expression {}

    /// One of these; the earlier ones are preferred.
    record Choice(List<Expression> options) implements Expression {}

    /// This or nothing; this is preferred.
    record Maybe(Expression inner) implements Expression {}

    /// This, where a token stands with which it can begin.
    record Guarded(Beginning beginning, Expression inner) implements Expression {}

    /// This, where a sentence is no other way understood: a phrasing of so many words that it would hide where others fail.
    record Loose(Expression inner) implements Expression {}

    /// This as often as it comes, or not at all.
    record Many(Expression inner) implements Expression {}
}
