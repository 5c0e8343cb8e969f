package kiro.permission;

/// One thing that an effect does, which is decided about by itself: a file that is read or changed, a
/// command that runs.
///
/// @param subject the path from the workspace's root, or the command, as rules are matched against it
/// @param isWhole whether it is about a command line as a whole, which no rule can allow
record Facet(Capability capability, String subject, Assessment assessment, boolean isWhole) {
    static Facet of(Capability capability, String subject, Assessment assessment) {
        return new Facet(capability, subject, assessment, false);
    }

    static Facet ofLine(String line, Concern concern, String reason) {
        return new Facet(Capability.SHELL, line, new Assessment(concern, reason), true);
    }
}
