package org.example.library;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

public record UpdateMoodRequest(@NotNull @Size(max = 20) String mood) {}
