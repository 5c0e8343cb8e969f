package net.praxis.clinic.web.dto;

import jakarta.validation.constraints.*;
import java.time.LocalDate;

public record RegisterPatientRequest(
        @NotBlank @Size(max = 100) String fullName, @NotBlank @Email String email, String phone, @NotNull @Past LocalDate bornOn) {}
