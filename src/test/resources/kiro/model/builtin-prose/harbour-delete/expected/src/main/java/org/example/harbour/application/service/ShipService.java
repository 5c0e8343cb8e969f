package org.example.harbour.application.service;

import org.example.harbour.application.in.AnnounceShip;
import org.example.harbour.application.in.ViewShip;
import org.example.harbour.application.out.ShipStore;
import org.example.harbour.domain.Agent;
import org.example.harbour.domain.CallSign;
import org.example.harbour.domain.NotAllowed;
import org.example.harbour.domain.Ship;
import org.example.harbour.domain.ShipNotFound;
import org.springframework.stereotype.Service;

@Service
public class ShipService implements AnnounceShip, ViewShip {

    private final ShipStore ships;

    public ShipService(ShipStore ships) {
        this.ships = ships;
    }

    @Override
    public Ship announce(Agent caller, String name) {
        Ship ship = Ship.announced(ships.nextCallSign(), caller.id(), name);
        ships.save(ship);
        return ship;
    }

    @Override
    public Ship view(String callSign) {
        return require(callSign);
    }

    @Override
    public void delete(String username, String id) {
        Ship ship = require(id);
        if (!username.equals(ship.agentId())) {
            throw new NotAllowed("ship " + id + " belongs to someone else");
        }
        ships.delete(ship.callSign());
    }

    private Ship require(String callSign) {
        if (!CallSign.isValid(callSign)) {
            throw new ShipNotFound(callSign);
        }
        return ships.find(new CallSign(callSign)).orElseThrow(() -> new ShipNotFound(callSign));
    }
}
