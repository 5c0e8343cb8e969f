package kiro.infer;

import java.util.List;

/// A request that the code answers, with all that it may answer.
///
/// @param method in capitals; `ANY` where the code does not say
/// @param handler the function that answers it
public record Endpoint(
        String framework,
        String method,
        String path,
        String handler,
        Place place,
        List<Outcome> outcomes) {
    public Endpoint {
        outcomes = List.copyOf(outcomes);
    }

    /// One answer to the request.
    ///
    /// @param condition in words; empty for always
    /// @param message what the answer says of it; empty for nothing
    /// @param tests those that assert it
    public record Outcome(
            int status, String condition, String message, Place place, List<TestFact> tests) {
        public Outcome {
            tests = List.copyOf(tests);
        }
    }
}
