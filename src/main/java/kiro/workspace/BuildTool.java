package kiro.workspace;

/// What builds the project.
public enum BuildTool {
    MAVEN,
    GRADLE,
    NPM,
    CARGO,
    GO,
    PYTHON
}
