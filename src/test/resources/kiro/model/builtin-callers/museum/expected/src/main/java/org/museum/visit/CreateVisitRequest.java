package org.museum.visit;

import jakarta.validation.constraints.FutureOrPresent;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;

public record CreateVisitRequest(
        @NotNull @Size(min = 1, max = 80) String groupName,
        @NotNull @Min(1) @Max(40) Integer visitors,
        @NotNull @FutureOrPresent LocalDate day) {}
