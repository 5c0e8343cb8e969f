package kiro.spec.rest;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What a sentence was understood as: a rule whose name begins with a capital, or a token of a class,
/// over a range of tokens. Rules in lower case leave no trace.
///
/// @param end the first token that no longer belongs to it
record Tree(String name, int start, int end, List<Tree> children) {

    boolean is(String wanted) {
        return name.equals(wanted);
    }

    /// Whether this or anything below it has the name.
    boolean has(String wanted) {
        return first(wanted).isPresent();
    }

    /// The first with this name, this included, from left to right.
    Optional<Tree> first(String wanted) {
        if (name.equals(wanted)) {
            return Optional.of(this);
        }
        for (Tree child : children) {
            Optional<Tree> found = child.first(wanted);
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }

    /// Every one with this name, from left to right; none inside another.
    List<Tree> all(String wanted) {
        var found = new ArrayList<Tree>();
        collect(wanted, found);
        return found;
    }

    private void collect(String wanted, List<Tree> found) {
        if (name.equals(wanted)) {
            found.add(this);
            return;
        }
        for (Tree child : children) {
            child.collect(wanted, found);
        }
    }
}
