package kiro.spec.rest;

/// Whether a caller must say who they are.
public enum Authentication {
    REQUIRED,
    NOT_REQUIRED,
    /// The spec does not say.
    NOT_STATED
}
