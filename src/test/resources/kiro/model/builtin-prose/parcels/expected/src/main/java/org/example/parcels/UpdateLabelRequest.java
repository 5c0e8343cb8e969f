package org.example.parcels;

import java.util.ArrayList;
import java.util.List;

public record UpdateLabelRequest(String label) {

    /** What is wrong with the values; nothing where all are in order. */
    public List<String> problems() {
        var problems = new ArrayList<String>();
        if (label == null || label.length() < 3 || label.length() > 20) {
            problems.add("label: has to be given: at least 3 characters, at most 20 characters");
        }
        return problems;
    }
}
