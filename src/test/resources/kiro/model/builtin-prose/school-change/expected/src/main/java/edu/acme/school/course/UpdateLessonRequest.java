package edu.acme.school.course;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;

public record UpdateLessonRequest(
        @Size(min = 3, max = 100) String topic,
        @Min(15) @Max(180) Integer minutes) {}
