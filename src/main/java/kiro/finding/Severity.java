package kiro.finding;

/// How much a finding matters: an error fails the command, a warning only when strict.
public enum Severity {
    ERROR,
    WARNING,
    INFO
}
