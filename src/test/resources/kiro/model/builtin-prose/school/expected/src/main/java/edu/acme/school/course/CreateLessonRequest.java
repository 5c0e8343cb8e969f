package edu.acme.school.course;

import jakarta.validation.constraints.FutureOrPresent;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;

public record CreateLessonRequest(
        @NotBlank @Size(min = 3, max = 100) String topic,
        @NotNull @Min(15) @Max(180) Integer minutes,
        @FutureOrPresent LocalDate heldOn) {}
