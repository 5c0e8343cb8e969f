package org.example.harbour.domain;

public class NotAllowed extends RuntimeException {

    public NotAllowed(String message) {
        super(message);
    }
}
