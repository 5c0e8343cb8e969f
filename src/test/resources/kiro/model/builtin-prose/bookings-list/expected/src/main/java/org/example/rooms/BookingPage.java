package org.example.rooms;

import java.util.List;

/** A page of bookings. */
public record BookingPage(
        List<Booking> bookings,
        int page,
        int size,
        int total,
        boolean hasNext) {

    static BookingPage of(List<Booking> all, int page, int size) {
        List<Booking> shown = all.stream().skip((long) (page - 1) * size).limit(size).toList();
        return new BookingPage(
                shown,
                page,
                size,
                all.size(),
                (long) (page - 1) * size + shown.size() < all.size());
    }
}
