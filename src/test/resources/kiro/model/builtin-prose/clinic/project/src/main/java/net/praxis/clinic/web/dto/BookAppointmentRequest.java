package net.praxis.clinic.web.dto;

import jakarta.validation.constraints.Future;
import jakarta.validation.constraints.NotNull;
import java.time.Instant;

public record BookAppointmentRequest(@NotNull Long patientId, @NotNull @Future Instant startsAt, @NotNull Instant endsAt) {}
