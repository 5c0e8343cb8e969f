package org.example.rooms;

import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.example.rooms.Booking.Status;
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

    List<Booking> list(Status status, String note) {
        return bookings.all().stream()
                .filter(booking -> status == null || status.equals(booking.status()))
                .filter(
                        booking -> note == null
                                || (booking.note() != null
                                        && booking.note()
                                                .toLowerCase(Locale.ROOT)
                                                .contains(note.toLowerCase(Locale.ROOT))))
                .sorted(Comparator.comparing(Booking::code).thenComparing(Booking::id))
                .toList();
    }
}
