package com.clinic.patient;

import java.time.LocalDateTime;

public record Patient(
        Long id, String name, String ward, long doctorId, State state, LocalDateTime dischargedAt) {
    public enum State {
        ADMITTED,
        READY,
        DISCHARGED
    }
}
