package org.example.harbour.domain;

public class ShipNotFound extends RuntimeException {

    public ShipNotFound(String callSign) {
        super("No ship " + callSign);
    }
}
