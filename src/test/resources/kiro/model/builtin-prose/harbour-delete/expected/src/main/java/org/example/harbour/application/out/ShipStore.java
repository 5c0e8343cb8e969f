package org.example.harbour.application.out;

import java.util.Optional;
import org.example.harbour.domain.CallSign;
import org.example.harbour.domain.Ship;

public interface ShipStore {

    CallSign nextCallSign();

    void save(Ship ship);

    Optional<Ship> find(CallSign callSign);

    void delete(CallSign callSign);
}
