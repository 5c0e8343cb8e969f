package org.example.library;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

public record CreateLoanRequest(
        @NotNull @Size(max = 120) String title,
        @NotNull @Min(1) @Max(28) Integer days) {}
