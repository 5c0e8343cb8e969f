package org.example.tasks.service;

import java.time.Instant;
import java.util.List;
import org.example.tasks.entity.Comment;
import org.example.tasks.entity.CommentMood;
import org.example.tasks.exception.ResourceNotFoundException;
import org.example.tasks.repository.CommentRepository;
import org.example.tasks.repository.TaskRepository;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

@Service
public class CommentService {

    private final CommentRepository commentRepository;
    private final TaskRepository taskRepository;

    public CommentService(CommentRepository commentRepository, TaskRepository taskRepository) {
        this.commentRepository = commentRepository;
        this.taskRepository = taskRepository;
    }

    @Transactional
    public Comment createComment(Long id, String username, String text, CommentMood mood) {
        taskRepository.findById(id)
                .orElseThrow(() -> new ResourceNotFoundException("task " + id + " does not exist"));
        return commentRepository.save(new Comment(id, username, text, mood, Instant.now()));
    }

    @Transactional(readOnly = true)
    public List<Comment> listComments(Long id) {
        taskRepository.findById(id)
                .orElseThrow(() -> new ResourceNotFoundException("task " + id + " does not exist"));
        return List.copyOf(commentRepository.findByTaskId(id));
    }
}
