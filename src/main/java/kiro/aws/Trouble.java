package kiro.aws;

/// Why a service cannot be asked.
///
/// @param fix what a person does about it
/// @param mayPass whether the same may go well in a while
record Trouble(String reason, String fix, boolean mayPass) {
    /// Trouble that may pass.
    static Trouble passing(String reason) {
        return new Trouble(reason, "try again in a while", true);
    }

    /// The same, of a service by its name.
    Trouble at(String service) {
        return new Trouble("%s cannot be reached: %s".formatted(service, reason), fix, mayPass);
    }
}
