package org.example.tasks.entity;

public enum Priority {
    LOW,
    MEDIUM,
    HIGH
}
