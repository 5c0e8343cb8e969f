package org.example.kennel.dog;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

public record CreateDogRequest(
        @NotNull @Size(min = 1, max = 60) String name,
        @Size(min = 4, max = 20) String chip) {}
