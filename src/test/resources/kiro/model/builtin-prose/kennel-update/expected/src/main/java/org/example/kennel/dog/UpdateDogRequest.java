package org.example.kennel.dog;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

public record UpdateDogRequest(
        @NotNull @Size(min = 1, max = 60) String name,
        @Size(min = 4, max = 20) String chip) {}
