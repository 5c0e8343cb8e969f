package org.example.rooms;

import java.util.ArrayList;
import java.util.List;

public record BookingQuery(
        String status,
        String note,
        Integer page,
        Integer size) {

    public BookingQuery {
        page = page == null ? 1 : page;
        size = size == null ? 3 : size;
    }

    /** What is wrong with the values; nothing where all are in order. */
    public List<String> problems() {
        var problems = new ArrayList<String>();
        if (status != null
                && !List.of("REQUESTED", "CONFIRMED", "CANCELLED", "PAST").contains(status)) {
            problems.add("status: one of REQUESTED, CONFIRMED, CANCELLED, PAST");
        }
        if (page != null && page < 1) {
            problems.add("page: at least 1");
        }
        if (size != null && (size < 1 || size > 40)) {
            problems.add("size: at least 1, at most 40");
        }
        return problems;
    }
}
