package org.museum;

public class NotFound extends RuntimeException {
    public NotFound(String message) {
        super(message);
    }
}
