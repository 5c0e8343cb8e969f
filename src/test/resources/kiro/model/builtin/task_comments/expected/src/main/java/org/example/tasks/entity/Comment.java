package org.example.tasks.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import java.time.Instant;

@Entity
public class Comment {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;

    private Long taskId;

    private String author;

    @Column(length = 500)
    private String text;

    @Enumerated(EnumType.STRING)
    private CommentMood mood;

    private Instant createdAt;

    public Comment() {}

    public Comment(Long taskId, String author, String text, CommentMood mood, Instant createdAt) {
        this.taskId = taskId;
        this.author = author;
        this.text = text;
        this.mood = mood;
        this.createdAt = createdAt;
    }

    public Long getId() {
        return id;
    }

    public Long getTaskId() {
        return taskId;
    }

    public String getAuthor() {
        return author;
    }

    public String getText() {
        return text;
    }

    public void setText(String text) {
        this.text = text;
    }

    public CommentMood getMood() {
        return mood;
    }

    public void setMood(CommentMood mood) {
        this.mood = mood;
    }

    public Instant getCreatedAt() {
        return createdAt;
    }
}
