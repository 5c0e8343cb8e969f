package kiro.model.builtin.write;

import java.util.Optional;

/// What a controller's method takes off a request beside the path.
///
/// @param request the type of the body
/// @param query the type of the query
record Bound(Optional<RequestType> request, Optional<QueryType> query, Listing listing) {
    /// The variable whose value has to be checked by hand; empty where there is none.
    Optional<String> checked() {
        if (request.filter(RequestType::checksItself).isPresent()) {
            return Optional.of("request");
        }
        return query.filter(QueryType::checksItself).map(_ -> QueryType.VARIABLE);
    }
}
