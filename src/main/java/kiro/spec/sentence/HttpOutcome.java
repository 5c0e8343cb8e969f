package kiro.spec.sentence;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/// What a sentence says about the answer to a request: `PUT /users/{id} returns 403 for another user`.
///
/// @param method in capitals
/// @param path as it is written
/// @param statuses at least one, in the order of the sentence
/// @param conditions when it is so: the sentence's clauses, and its subject where that describes the request
public record HttpOutcome(
        Optional<String> method,
        Optional<Phrase> path,
        List<Status> statuses,
        List<Phrase> conditions) {

    /// A status code and where it stands.
    public record Status(int code, Phrase at) {}

    public HttpOutcome {
        statuses = List.copyOf(statuses);
        conditions = List.copyOf(conditions);
    }

    /// The status; empty where several are named.
    public OptionalInt status() {
        int first = statuses.getFirst().code();
        for (Status status : statuses) {
            if (status.code() != first) {
                return OptionalInt.empty();
            }
        }
        return OptionalInt.of(first);
    }
}
