package org.example.parcels;

/** Why a request is not served. */
public class Refused extends RuntimeException {

    public enum Why {
        NOBODY,
        NOT_YOURS,
        GONE,
        CLASH,
        UNREADABLE
    }

    private final Why why;

    public Refused(Why why, String text) {
        super(text);
        this.why = why;
    }

    public Why why() {
        return why;
    }
}
