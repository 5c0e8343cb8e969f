package net.praxis.clinic.web;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

public record AppointmentQuery(String status, Instant from, Instant to) {

    /** What is wrong with the values; nothing where all are in order. */
    public List<String> problems() {
        var problems = new ArrayList<String>();
        if (status != null
                && !List.of("BOOKED", "CONFIRMED", "COMPLETED", "CANCELLED").contains(status)) {
            problems.add("status: one of BOOKED, CONFIRMED, COMPLETED, CANCELLED");
        }
        return problems;
    }
}
