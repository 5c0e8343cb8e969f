package org.example.rooms;

import java.time.Clock;
import org.springframework.stereotype.Service;

@Service
class Desk {
    private final Bookings bookings;
    private final Clock clock;

    Desk(Bookings bookings, Clock clock) {
        this.bookings = bookings;
        this.clock = clock;
    }

    Booking find(String id) {
        return bookings.byId(id).orElseThrow(() -> Problem.notFound("booking"));
    }
}
