package org.example.rooms;

import java.util.List;
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
    List<Booking> list(Visitor visitor) {
        return desk.list();
    }
}
