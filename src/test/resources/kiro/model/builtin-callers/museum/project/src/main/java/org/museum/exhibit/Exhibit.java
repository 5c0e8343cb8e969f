package org.museum.exhibit;

import java.time.LocalDate;

public record Exhibit(Long id, String title, String room, long keeperId, Status status, LocalDate acquiredOn) {
    public enum Status {
        STORED,
        SHOWN,
        LENT
    }
}
