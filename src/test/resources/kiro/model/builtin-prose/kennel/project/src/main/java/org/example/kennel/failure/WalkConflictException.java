package org.example.kennel.failure;

public class WalkConflictException extends RuntimeException {

    public WalkConflictException(String message) {
        super(message);
    }
}
