package kiro;

/// Which kiro this is. A constant, because `kiro --version` must not open the jar for it.
final class Version {
    /// The same as the `version` of pom.xml; a test compares them.
    static final String NUMBER = "0.1.0";

    private Version() {}
}
