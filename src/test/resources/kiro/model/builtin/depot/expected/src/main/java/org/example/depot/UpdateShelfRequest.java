package org.example.depot;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

public record UpdateShelfRequest(@NotNull @Size(max = 10) String shelf) {}
