package org.example.harbour.domain;

public class BerthNotFound extends RuntimeException {

    public BerthNotFound(String id) {
        super("berth " + id + " does not exist");
    }
}
