package org.example.rooms;

import java.net.URI;
import java.util.List;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/bookings")
class BookingController {
    private final Desk desk;

    BookingController(Desk desk) {
        this.desk = desk;
    }

    @GetMapping("/{id}")
    Booking show(Visitor visitor, @PathVariable String id) {
        return desk.find(id);
    }

    @PostMapping
    ResponseEntity<Booking> create(Visitor visitor, @RequestBody CreateBookingRequest request) {
        List<String> problems = request.problems();
        if (!problems.isEmpty()) {
            throw Problem.invalid(problems);
        }
        Booking booking = desk.create(visitor.name(), request.code(), request.seats());
        return ResponseEntity.created(URI.create("/bookings/" + booking.id())).body(booking);
    }

    @PostMapping("/{id}/cancel")
    Booking cancel(Visitor visitor, @PathVariable String id) {
        return desk.cancel(visitor.name(), visitor.admin(), id);
    }
}
