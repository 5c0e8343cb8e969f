package org.example.tasks.service;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import org.example.tasks.entity.Priority;
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
    public Task createTask(
            String username, String title, String notes, Priority priority, LocalDate dueDate) {
        Instant now = Instant.now();
        Task task = new Task(title, username, priority);
        task.setNotes(notes);
        task.setDueDate(dueDate);
        task.setDone(false);
        task.setCreatedAt(now);
        task.setUpdatedAt(now);
        return taskRepository.save(task);
    }

    @Transactional
    public Task updateTask(
            String username, Long id, String title, String notes, Priority priority, boolean done) {
        Task task =
                taskRepository.findById(id)
                        .orElseThrow(
                                () -> new ResourceNotFoundException(
                                        "task " + id + " does not exist"));
        checkOwnership(task, username);
        task.setTitle(title);
        task.setNotes(notes);
        task.setPriority(priority);
        task.setDone(done);
        task.setUpdatedAt(Instant.now());
        return taskRepository.save(task);
    }

    @Transactional
    public void deleteTask(String username, Long id) {
        Task task =
                taskRepository.findById(id)
                        .orElseThrow(
                                () -> new ResourceNotFoundException(
                                        "task " + id + " does not exist"));
        checkOwnership(task, username);
        taskRepository.deleteById(id);
    }

    @Transactional(readOnly = true)
    public List<Task> listTasks(String username, Priority priority) {
        List<Task> found =
                priority == null
                        ? taskRepository.findByOwner(username)
                        : taskRepository.findByOwnerAndPriority(username, priority);
        return found.stream()
                .sorted(Comparator.comparing(Task::getTitle))
                .toList();
    }

    private void checkOwnership(Task task, String username) {
        if (!task.getOwner().equals(username)) {
            throw new ForbiddenException("Task belongs to another user");
        }
    }
}
