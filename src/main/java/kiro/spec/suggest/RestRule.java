package kiro.spec.suggest;

import java.util.Optional;
import java.util.function.Function;

/// A criterion that may be missing at an endpoint.
///
/// @param id the end of the rule's name
record RestRule(String id, Function<RestView, Optional<Missing>> check) {

    /// A criterion that is missing.
    ///
    /// @param text its words, for this endpoint alone
    /// @param shared its words where it is missing at all endpoints; empty where it is one for each
    record Missing(String text, String shared, Statement because) {}

    Optional<Missing> missing(RestView view) {
        return check.apply(view);
    }

    static Optional<Missing> own(Optional<Statement> because, String text) {
        return because.map(statement -> new Missing(text, "", statement));
    }

    static Optional<Missing> shared(Optional<Statement> because, String text, String shared) {
        return because.map(statement -> new Missing(text, shared, statement));
    }
}
