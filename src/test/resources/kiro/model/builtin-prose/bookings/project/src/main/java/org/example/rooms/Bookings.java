package org.example.rooms;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;

@Component
class Bookings {
    private final Map<String, Booking> byId = new ConcurrentHashMap<>();

    void add(Booking booking) {
        byId.put(booking.id(), booking);
    }

    void update(Booking booking) {
        byId.put(booking.id(), booking);
    }

    Optional<Booking> byId(String id) {
        return Optional.ofNullable(byId.get(id));
    }

    Collection<Booking> all() {
        return byId.values();
    }
}
