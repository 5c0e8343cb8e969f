package org.example.tasks.controller;

import jakarta.validation.Valid;
import java.security.Principal;
import org.example.tasks.dto.PlaceResponse;
import org.example.tasks.dto.TaskDto;
import org.example.tasks.service.TaskService;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
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

    @PutMapping("/{id}/place")
    public ResponseEntity<PlaceResponse> updatePlace(
            Principal principal,
            @PathVariable("id") Long id,
            @Valid @RequestBody UpdatePlaceRequest request) {
        return ResponseEntity.ok(
                PlaceResponse.of(
                        taskService.updatePlace(
                                principal.getName(), id, request.room(), request.seats())));
    }
}
