package org.example.rooms;

import java.time.Instant;

record Booking(
        String id, String code, String guest, Status status, int seats, Instant cancelledAt, String note) {
    enum Status {
        REQUESTED,
        CONFIRMED,
        CANCELLED,
        PAST
    }
}
