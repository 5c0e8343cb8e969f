package com.clinic.patient;

public record WardResponse(Long id, String ward) {

    static WardResponse of(Patient patient) {
        return new WardResponse(patient.id(), patient.ward());
    }
}
