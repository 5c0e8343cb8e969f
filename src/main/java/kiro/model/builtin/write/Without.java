package kiro.model.builtin.write;

import java.util.List;
import kiro.spec.rest.Route;

/// What an endpoint is written without.
///
/// @param sentence the words of the spec
record Without(String sentence, Route route) {
    /// That an endpoint is there without what a sentence asks of it.
    static Unplaced told(Unplaced one, List<Without> all) {
        return all.stream()
                .filter(left -> left.sentence().equals(one.sentence()))
                .findFirst()
                .map(left ->
                        new Unplaced(
                                one.sentence(),
                                one.criterion(),
                                one.reason() + "; " + left.route() + " is written without it"))
                .orElse(one);
    }
}
