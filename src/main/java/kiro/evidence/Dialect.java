package kiro.evidence;

/// The way a language writes comments and strings.
enum Dialect {
    JAVA,
    KOTLIN,
    SCRIPT,
    PYTHON,
    GO,
    RUST
}
