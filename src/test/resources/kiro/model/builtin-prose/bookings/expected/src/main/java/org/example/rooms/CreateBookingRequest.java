package org.example.rooms;

import java.util.ArrayList;
import java.util.List;

public record CreateBookingRequest(String code, Integer seats) {

    /** What is wrong with the values; nothing where all are in order. */
    public List<String> problems() {
        var problems = new ArrayList<String>();
        if (code == null || code.length() < 3 || code.length() > 10) {
            problems.add("code: has to be given: at least 3 characters, at most 10 characters");
        }
        if (seats == null || seats < 1 || seats > 8) {
            problems.add("seats: has to be given: at least 1, at most 8");
        }
        return problems;
    }
}
