package net.praxis.clinic.web.dto;

import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.Size;

public record UpdatePatientRequest(
        @Size(min = 1, max = 100) String fullName,
        @Email String email,
        @Size(min = 5, max = 20) String phone) {}
