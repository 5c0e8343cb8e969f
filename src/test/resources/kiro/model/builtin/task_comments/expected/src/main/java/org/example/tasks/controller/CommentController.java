package org.example.tasks.controller;

import jakarta.validation.Valid;
import java.net.URI;
import java.security.Principal;
import java.util.List;
import org.example.tasks.dto.CommentResponse;
import org.example.tasks.entity.Comment;
import org.example.tasks.entity.CommentMood;
import org.example.tasks.service.CommentService;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/tasks/{id}/comments")
public class CommentController {

    private final CommentService commentService;

    public CommentController(CommentService commentService) {
        this.commentService = commentService;
    }

    @PostMapping
    public ResponseEntity<CommentResponse> createComment(
            Principal principal,
            @PathVariable Long id,
            @Valid @RequestBody CreateCommentRequest request) {
        Comment comment =
                commentService.createComment(
                        id,
                        principal.getName(),
                        request.text(),
                        request.mood() == null ? null : CommentMood.valueOf(request.mood()));
        return ResponseEntity.created(
                URI.create("/api/tasks/" + id + "/comments/" + comment.getId()))
                .body(CommentResponse.of(comment));
    }

    @GetMapping
    public List<CommentResponse> listComments(@PathVariable Long id) {
        return commentService.listComments(id).stream().map(CommentResponse::of).toList();
    }
}
