package org.example.tasks.controller;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

public record UpdatePlaceRequest(
        @NotNull @Size(max = 40) String room,
        @Min(1) @Max(500) Integer seats) {}
