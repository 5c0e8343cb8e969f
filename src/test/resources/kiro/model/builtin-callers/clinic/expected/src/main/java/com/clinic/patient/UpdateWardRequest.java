package com.clinic.patient;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

public record UpdateWardRequest(@NotBlank @Size(max = 20) String ward) {}
