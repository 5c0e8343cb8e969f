package org.example.rooms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.boot.test.context.SpringBootTest.WebEnvironment.RANDOM_PORT;

import com.jayway.jsonpath.JsonPath;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.example.rooms.Booking.Status;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.client.TestRestTemplate;
import org.springframework.http.HttpEntity;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.ResponseEntity;
import org.springframework.test.annotation.DirtiesContext;

@SpringBootTest(webEnvironment = RANDOM_PORT)
@DirtiesContext
class ProseTest {

    private static final String ADA = "ada";

    @Autowired private TestRestTemplate rest;
    @Autowired private Bookings bookings;

    @Test
    @Tag("prose#AC-1")
    void listing_bookings_answers_with_all_of_them() throws Exception {
        Booking booking = storedBooking();

        ResponseEntity<String> answer = list("X-User", ADA);

        assertThat(answer.getStatusCode().value()).isEqualTo(200);
        assertThat(all(answer, "$[?(@.id == '%s')]".formatted(booking.id()))).isNotEmpty();
    }

    @Test
    @Tag("prose#AC-2")
    void listing_bookings_sorts_them_by_code() throws Exception {
        Booking booking = storedLastCodeBooking();
        Booking another = storedFirstCodeBooking();

        ResponseEntity<String> answer = list("X-User", ADA);

        assertThat(answer.getStatusCode().value()).isEqualTo(200);
        assertThat(all(answer, "$[*].id")).containsSubsequence(another.id(), booking.id());
    }

    @Test
    @Tag("prose#AC-3")
    void listing_bookings_without_signing_in_is_unauthorized() throws Exception {
        ResponseEntity<String> answer = list();

        assertThat(answer.getStatusCode().value()).isEqualTo(401);
    }

    private static List<Object> all(ResponseEntity<String> answer, String path) {
        return JsonPath.read(answer.getBody(), path);
    }

    private ResponseEntity<String> list(String... headers) {
        var sent = new HttpHeaders();
        for (int i = 0; i < headers.length; i += 2) {
            sent.set(headers[i], headers[i + 1]);
        }
        return rest.exchange("/bookings", HttpMethod.GET, new HttpEntity<>(sent), String.class);
    }

    private Booking storedBooking() {
        Booking booking =
                new Booking(
                        UUID.randomUUID().toString().substring(0, 13),
                        "Some code",
                        "Some guest",
                        Status.REQUESTED,
                        1,
                        Instant.parse("2026-01-05T09:00:00Z"),
                        "Some note");
        bookings.add(booking);
        return booking;
    }

    private Booking storedLastCodeBooking() {
        Booking booking =
                new Booking(
                        UUID.randomUUID().toString().substring(0, 13),
                        "Bb second",
                        "Some guest",
                        Status.REQUESTED,
                        1,
                        Instant.parse("2026-01-05T09:00:00Z"),
                        "Some note");
        bookings.add(booking);
        return booking;
    }

    private Booking storedFirstCodeBooking() {
        Booking booking =
                new Booking(
                        UUID.randomUUID().toString().substring(0, 13),
                        "Aa first",
                        "Some guest",
                        Status.REQUESTED,
                        1,
                        Instant.parse("2026-01-05T09:00:00Z"),
                        "Some note");
        bookings.add(booking);
        return booking;
    }
}
