package org.example.harbour.adapter.web;

import org.example.harbour.domain.Ship;

public record ShipView(String callSign, String name) {

    static ShipView of(Ship ship) {
        return new ShipView(ship.callSign().value(), ship.name());
    }
}
