package org.example.harbour.application.in;

import org.example.harbour.domain.Ship;

public interface ViewShip {

    Ship view(String callSign);
}
