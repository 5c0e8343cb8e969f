package org.example.notes.web;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

public record CreateNoteRequest(
    @NotNull @Size(max = 80) String title,
    @Size(max = 2000) String text) {}
