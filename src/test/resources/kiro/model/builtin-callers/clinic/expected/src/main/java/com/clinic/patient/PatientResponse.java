package com.clinic.patient;

import com.clinic.patient.Patient.State;
import java.time.LocalDateTime;

public record PatientResponse(
        Long id,
        String name,
        State state,
        LocalDateTime dischargedAt) {

    static PatientResponse of(Patient patient) {
        return new PatientResponse(
                patient.id(), patient.name(), patient.state(), patient.dischargedAt());
    }
}
