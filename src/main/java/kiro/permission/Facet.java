package kiro.permission;

import kiro.permission.shell.ShellWord;

/// One thing that an effect does, which is decided about by itself: a file that is read or changed, a
/// command that runs.
///
/// @param subject the path from the workspace's root, or the command, as rules are matched against it
/// @param reach what rules that deny and ask are held against too
/// @param isInexact whether more may be behind it than the subject says, so that no rule can allow it
record Facet(
        Capability capability,
        String subject,
        Assessment assessment,
        boolean isInexact,
        Reach reach) {
    static Facet of(Capability capability, String subject, Assessment assessment) {
        return new Facet(capability, subject, assessment, false, Reach.NONE);
    }

    /// A file that a command names.
    static Facet ofFile(Capability capability, ShellWord file, Assessment assessment) {
        String path = Place.normalized(file.text());
        boolean isInexact = !file.isPlain() || path.startsWith("..") || path.contains("/../");
        return new Facet(capability, path, assessment, isInexact, Reach.ofFile(capability, file));
    }

    static Facet ofLine(String line, Concern concern, String reason) {
        return new Facet(Capability.SHELL, line, new Assessment(concern, reason), true, Reach.NONE);
    }

    /// Whether a rule can allow it.
    boolean canBeAllowed() {
        return !isInexact
                && !(capability == Capability.FS_WRITE && PathKind.isAlwaysAsked(subject));
    }

    Facet with(Reach other) {
        return new Facet(capability, subject, assessment, isInexact, other);
    }

    /// The same with another reason.
    Facet because(String reason) {
        return new Facet(
                capability,
                subject,
                new Assessment(assessment.concern(), reason),
                isInexact,
                reach);
    }

    Facet orWorse(Assessment other) {
        return new Facet(capability, subject, assessment.orWorse(other), isInexact, reach);
    }
}
