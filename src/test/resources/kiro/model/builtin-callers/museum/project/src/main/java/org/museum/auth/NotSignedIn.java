package org.museum.auth;

public class NotSignedIn extends RuntimeException {
    public NotSignedIn(String message) {
        super(message);
    }
}
