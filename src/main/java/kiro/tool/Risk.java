package kiro.tool;

/// How much harm something could do, from least to most.
public enum Risk {
    LOW,
    MEDIUM,
    HIGH
}
