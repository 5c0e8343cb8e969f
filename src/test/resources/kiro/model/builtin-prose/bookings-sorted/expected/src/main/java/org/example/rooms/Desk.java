package org.example.rooms;

import java.time.Clock;
import java.util.Comparator;
import java.util.List;
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

    List<Booking> list() {
        return bookings.all().stream()
                .sorted(Comparator.comparing(Booking::code))
                .toList();
    }
}
