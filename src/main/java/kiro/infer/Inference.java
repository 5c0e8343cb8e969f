package kiro.infer;

import java.util.List;

/// What was read from the code of a scope.
///
/// @param scope the path that was asked for, relative to the workspace; empty for all of it
/// @param thrown the errors that its functions end with, where it answers no requests
/// @param tests those that speak of the scope
public record Inference(
        String scope,
        Reading reading,
        List<Endpoint> endpoints,
        List<Interface> interfaces,
        List<Fact> facts,
        List<Thrown> thrown,
        List<TestFact> tests) {
    /// An error that a function ends with.
    ///
    /// @param condition in words; empty for always
    public record Thrown(
            String function, String error, String condition, String message, Place place) {}

    /// How the code was read.
    ///
    /// @param languages the names of its languages, the most used first
    /// @param skipped the files that were passed over, each with the reason
    /// @param partly the files with parts that do not follow the grammar, each at its first such line
    public record Reading(
            int files,
            int lines,
            List<String> languages,
            List<Skipped> skipped,
            List<Place> partly) {}

    /// A file that was not read.
    public record Skipped(String file, String reason) {}

    public Inference {
        endpoints = List.copyOf(endpoints);
        interfaces = List.copyOf(interfaces);
        facts = List.copyOf(facts);
        thrown = List.copyOf(thrown);
        tests = List.copyOf(tests);
    }

    /// Whether there is nothing to write a spec from.
    public boolean isEmpty() {
        return endpoints.isEmpty() && interfaces.isEmpty() && thrown.isEmpty() && tests.isEmpty();
    }
}
