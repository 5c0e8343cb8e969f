package net.praxis.clinic.web.dto;

import java.math.BigDecimal;
import java.time.Instant;
import net.praxis.clinic.domain.Prescription;

public record PrescriptionResponse(
        Long id,
        Long appointmentId,
        String medicine,
        BigDecimal dosageMg,
        int refills,
        Instant issuedAt) {

    public static PrescriptionResponse of(Prescription prescription) {
        return new PrescriptionResponse(
                prescription.getId(),
                prescription.getAppointment().getId(),
                prescription.getMedicine(),
                prescription.getDosageMg(),
                prescription.getRefills(),
                prescription.getIssuedAt());
    }
}
