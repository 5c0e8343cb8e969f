package kiro.aws;

/// What came of looking for credentials in one place.
public sealed interface Lookup {
    record Found(AwsCredentials credentials) implements Lookup {}

    /// The place has none, and does not say that it should.
    record None() implements Lookup {}

    /// The place should have some, and has none that can be used: no other place is looked at, for that would be somebody else.
    ///
    /// @param mayPass whether the same may go well in a while
    record Failed(String message, String fix, boolean mayPass) implements Lookup {}

    /// A failure that a person mends.
    static Failed failed(String message, String fix) {
        return new Failed(message, fix, false);
    }

    /// A failure that may pass.
    static Failed unreachable(String message) {
        return new Failed(message, "try again in a while", true);
    }
}
