package org.example.tasks.controller;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

public record UpdateTaskRequest(
        @NotNull @Size(min = 1, max = 100) String title,
        String notes,
        @NotNull
                @Pattern(regexp = "LOW|MEDIUM|HIGH", message = "must be one of: LOW, MEDIUM, HIGH")
                String priority,
        @NotNull Boolean done) {}
