package org.example.rooms;

import java.util.List;
import org.example.rooms.Booking.Status;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
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

    @GetMapping
    BookingPage list(Visitor visitor, BookingQuery query) {
        List<String> problems = query.problems();
        if (!problems.isEmpty()) {
            throw new InvalidRequest(String.join("; ", problems));
        }
        return BookingPage.of(
                desk.list(
                        query.status() == null ? null : Status.valueOf(query.status()),
                        query.note()),
                query.page(),
                query.size());
    }
}
