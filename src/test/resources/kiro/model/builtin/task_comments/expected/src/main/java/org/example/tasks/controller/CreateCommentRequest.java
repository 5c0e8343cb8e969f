package org.example.tasks.controller;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

public record CreateCommentRequest(
        @NotBlank @Size(max = 500) String text,
        @Pattern(regexp = "GLAD|SAD", message = "must be one of: GLAD, SAD") String mood) {}
