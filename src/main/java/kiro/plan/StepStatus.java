package kiro.plan;

/// How far a step has come.
public enum StepStatus {
    PENDING,
    RUNNING,
    DONE,
    FAILED,
    SKIPPED
}
