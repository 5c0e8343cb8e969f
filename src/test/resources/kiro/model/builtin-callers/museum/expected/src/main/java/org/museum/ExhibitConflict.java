package org.museum;

public class ExhibitConflict extends RuntimeException {

    public ExhibitConflict(String message) {
        super(message);
    }
}
