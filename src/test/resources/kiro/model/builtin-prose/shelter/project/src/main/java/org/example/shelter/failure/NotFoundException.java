package org.example.shelter.failure;

public class NotFoundException extends RuntimeException {

    public NotFoundException(String what, Object id) {
        super("There is no " + what + " " + id);
    }
}
