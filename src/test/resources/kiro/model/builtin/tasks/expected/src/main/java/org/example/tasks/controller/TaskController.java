package org.example.tasks.controller;

import jakarta.validation.Valid;
import java.net.URI;
import java.security.Principal;
import java.util.List;
import org.example.tasks.dto.TaskDto;
import org.example.tasks.entity.Priority;
import org.example.tasks.entity.Task;
import org.example.tasks.ratelimit.RateLimited;
import org.example.tasks.service.TaskService;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/tasks")
public class TaskController {

    private final TaskService taskService;

    public TaskController(TaskService taskService) {
        this.taskService = taskService;
    }

    @GetMapping("/{id}")
    public ResponseEntity<TaskDto> getTask(@PathVariable("id") Long id, Principal principal) {
        return ResponseEntity.ok(TaskDto.from(taskService.getTask(id, principal.getName())));
    }

    @PostMapping
    @RateLimited(requests = 5, seconds = 3600)
    public ResponseEntity<TaskDto> createTask(
            Principal principal, @Valid @RequestBody CreateTaskRequest request) {
        Task task =
                taskService.createTask(
                        principal.getName(),
                        request.title(),
                        request.notes(),
                        Priority.valueOf(request.priority()),
                        request.dueDate());
        return ResponseEntity.created(URI.create("/api/tasks/" + task.getId()))
                .body(TaskDto.from(task));
    }

    @PutMapping("/{id}")
    public ResponseEntity<TaskDto> updateTask(
            Principal principal,
            @PathVariable("id") Long id,
            @Valid @RequestBody UpdateTaskRequest request) {
        return ResponseEntity.ok(
                TaskDto.from(
                        taskService.updateTask(
                                principal.getName(),
                                id,
                                request.title(),
                                request.notes(),
                                Priority.valueOf(request.priority()),
                                request.done())));
    }

    @DeleteMapping("/{id}")
    public ResponseEntity<Void> deleteTask(Principal principal, @PathVariable("id") Long id) {
        taskService.deleteTask(principal.getName(), id);
        return ResponseEntity.noContent().build();
    }

    @GetMapping
    public ResponseEntity<List<TaskDto>> listTasks(
            Principal principal, @RequestParam(required = false) Priority priority) {
        return ResponseEntity.ok(
                taskService.listTasks(principal.getName(), priority)
                        .stream()
                        .map(TaskDto::from)
                        .toList());
    }
}
