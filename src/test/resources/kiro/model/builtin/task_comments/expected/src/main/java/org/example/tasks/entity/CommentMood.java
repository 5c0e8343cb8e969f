package org.example.tasks.entity;

public enum CommentMood {
    GLAD,
    SAD
}
