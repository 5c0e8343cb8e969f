package org.example.depot;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

public record CreateDamageReportRequest(
        @NotBlank @Size(max = 500) String description,
        @NotNull
                @Pattern(regexp = "LOW|HIGH", message = "must be one of: LOW, HIGH")
                String severity,
        @Min(0) @Max(100000) Integer cents) {}
