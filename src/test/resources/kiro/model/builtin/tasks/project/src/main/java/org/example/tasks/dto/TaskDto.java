package org.example.tasks.dto;

import java.time.LocalDate;
import org.example.tasks.entity.Priority;
import org.example.tasks.entity.Task;

public record TaskDto(
        Long id, String title, String notes, Priority priority, LocalDate dueDate, boolean done) {

    public static TaskDto from(Task task) {
        return new TaskDto(
                task.getId(),
                task.getTitle(),
                task.getNotes(),
                task.getPriority(),
                task.getDueDate(),
                task.isDone());
    }
}
