package org.example.tasks.service;

import java.time.Instant;
import org.example.tasks.entity.Task;
import org.example.tasks.exception.ForbiddenException;
import org.example.tasks.exception.ResourceNotFoundException;
import org.example.tasks.repository.TaskRepository;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

@Service
public class TaskService {

    private final TaskRepository taskRepository;

    public TaskService(TaskRepository taskRepository) {
        this.taskRepository = taskRepository;
    }

    @Transactional(readOnly = true)
    public Task getTask(Long id, String username) {
        Task task =
                taskRepository
                        .findById(id)
                        .orElseThrow(() -> new ResourceNotFoundException("Task not found: " + id));
        checkOwnership(task, username);
        return task;
    }

    @Transactional
    public Task updatePlace(String username, Long id, String room, Integer seats) {
        Task task =
                taskRepository.findById(id)
                        .orElseThrow(
                                () -> new ResourceNotFoundException(
                                        "task " + id + " does not exist"));
        checkOwnership(task, username);
        task.setUpdatedAt(Instant.now());
        task.setRoom(room);
        task.setSeats(seats);
        return taskRepository.save(task);
    }

    private void checkOwnership(Task task, String username) {
        if (!task.getOwner().equals(username)) {
            throw new ForbiddenException("Task belongs to another user");
        }
    }
}
