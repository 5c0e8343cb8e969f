package org.example.rooms;

import java.time.Clock;
import java.util.UUID;
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

    Booking create(String username, String code, int seats) {
        if (bookings.all().stream().anyMatch(other -> code.equals(other.code()))) {
            throw Problem.conflict("a booking with this code exists already");
        }
        Booking booking =
                new Booking(
                        UUID.randomUUID().toString(),
                        code,
                        username,
                        Status.REQUESTED,
                        seats,
                        null,
                        null);
        bookings.add(booking);
        return booking;
    }

    Booking cancel(String username, boolean isAdmin, String id) {
        Booking booking = find(id);
        if (!isAdmin && !username.equals(booking.guest())) {
            throw Problem.forbidden("booking " + id + " belongs to someone else");
        }
        if (!(booking.status() == Status.REQUESTED || booking.status() == Status.CONFIRMED)) {
            throw Problem.conflict("booking " + id + " cannot be cancelled now");
        }
        Booking updated =
                new Booking(
                        booking.id(),
                        booking.code(),
                        booking.guest(),
                        Status.CANCELLED,
                        booking.seats(),
                        clock.instant(),
                        booking.note());
        bookings.update(updated);
        return updated;
    }
}
