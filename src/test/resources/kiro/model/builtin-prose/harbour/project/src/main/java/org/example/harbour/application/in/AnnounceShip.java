package org.example.harbour.application.in;

import org.example.harbour.domain.Agent;
import org.example.harbour.domain.Ship;

public interface AnnounceShip {

    Ship announce(Agent caller, String name);
}
