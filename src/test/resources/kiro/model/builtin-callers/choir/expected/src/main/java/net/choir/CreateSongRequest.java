package net.choir;

import java.util.ArrayList;
import java.util.List;

public record CreateSongRequest(String title, Integer minutes) {

    /** What is wrong with the values; nothing where all are in order. */
    public List<String> problems() {
        var problems = new ArrayList<String>();
        if (title == null || title.length() < 1 || title.length() > 60) {
            problems.add("title: has to be given: at least 1 characters, at most 60 characters");
        }
        if (minutes == null || minutes < 1 || minutes > 30) {
            problems.add("minutes: has to be given: at least 1, at most 30");
        }
        return problems;
    }
}
