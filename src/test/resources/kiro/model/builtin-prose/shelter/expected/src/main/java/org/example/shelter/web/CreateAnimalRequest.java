package org.example.shelter.web;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.time.LocalDate;

public record CreateAnimalRequest(
        @NotNull @Pattern(regexp = "[0-9]{15}") String chip,
        @NotBlank @Size(max = 40) String name,
        @NotNull
                @Pattern(regexp = "CAT|DOG|RABBIT", message = "must be one of: CAT, DOG, RABBIT")
                String species,
        LocalDate bornOn,
        @NotNull Long keeperId,
        @NotNull Instant arrivedAt) {}
