package org.example.harbour.adapter.memory;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.example.harbour.application.out.ShipStore;
import org.example.harbour.domain.CallSign;
import org.example.harbour.domain.Ship;
import org.springframework.stereotype.Component;

@Component
public class ShipsInMemory implements ShipStore {

    private final AtomicInteger last = new AtomicInteger(100);
    private final Map<CallSign, Ship> ships = new ConcurrentHashMap<>();

    @Override
    public CallSign nextCallSign() {
        return new CallSign("PABC" + last.incrementAndGet());
    }

    @Override
    public void save(Ship ship) {
        ships.put(ship.callSign(), ship);
    }

    @Override
    public Optional<Ship> find(CallSign callSign) {
        return Optional.ofNullable(ships.get(callSign));
    }

    @Override
    public void delete(CallSign callSign) {
        ships.remove(callSign);
    }
}
