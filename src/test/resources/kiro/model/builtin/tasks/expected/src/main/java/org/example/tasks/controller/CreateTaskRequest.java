package org.example.tasks.controller;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;

public record CreateTaskRequest(
        @NotBlank @Size(max = 100) String title,
        @Size(max = 500) String notes,
        @NotNull
                @Pattern(regexp = "LOW|MEDIUM|HIGH", message = "must be one of: LOW, MEDIUM, HIGH")
                String priority,
        LocalDate dueDate) {}
