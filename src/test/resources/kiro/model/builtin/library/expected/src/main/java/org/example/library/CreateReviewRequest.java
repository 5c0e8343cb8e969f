package org.example.library;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

public record CreateReviewRequest(
        @NotNull @Size(max = 120) String book,
        @NotNull @Min(1) @Max(5) Integer stars,
        String text) {}
