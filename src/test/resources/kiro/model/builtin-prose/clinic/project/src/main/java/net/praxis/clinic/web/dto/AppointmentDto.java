package net.praxis.clinic.web.dto;

import java.time.Instant;
import net.praxis.clinic.domain.Appointment;
import net.praxis.clinic.domain.AppointmentStatus;

public record AppointmentDto(
        Long id, Long doctorId, Long patientId, Instant startsAt, Instant endsAt, AppointmentStatus status, String room) {
    public static AppointmentDto from(Appointment a) {
        return new AppointmentDto(
                a.getId(), a.getDoctor().getId(), a.getPatient().getId(), a.getStartsAt(), a.getEndsAt(), a.getStatus(), a.getRoom());
    }
}
