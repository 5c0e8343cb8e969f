package org.museum.auth;

public class NotAllowed extends RuntimeException {
    public NotAllowed(String message) {
        super(message);
    }
}
