package org.example.tasks.dto;

import java.time.Instant;
import org.example.tasks.entity.Comment;
import org.example.tasks.entity.CommentMood;

public record CommentResponse(
        Long id,
        Long taskId,
        String author,
        String text,
        CommentMood mood,
        Instant createdAt) {

    public static CommentResponse of(Comment comment) {
        return new CommentResponse(
                comment.getId(),
                comment.getTaskId(),
                comment.getAuthor(),
                comment.getText(),
                comment.getMood(),
                comment.getCreatedAt());
    }
}
