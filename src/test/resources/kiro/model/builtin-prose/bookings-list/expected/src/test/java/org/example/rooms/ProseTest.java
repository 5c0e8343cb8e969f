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
        Booking another = storedOtherBooking();

        ResponseEntity<String> answer = list("?size=40", "X-User", ADA);

        assertThat(answer.getStatusCode().value()).isEqualTo(200);
        assertThat(all(answer, "$.bookings[?(@.id == '%s')]".formatted(booking.id()))).isNotEmpty();
        assertThat(all(answer, "$.bookings[?(@.id == '%s')]".formatted(another.id()))).isNotEmpty();
    }

    @Test
    @Tag("prose#AC-1")
    void listing_bookings_answers_with_3_of_them() throws Exception {
        for (int stored = 0; stored < 4; stored++) {
            storedBooking();
        }

        ResponseEntity<String> answer = list("", "X-User", ADA);

        assertThat(answer.getStatusCode().value()).isEqualTo(200);
        assertThat(all(answer, "$.bookings[*]")).hasSize(3);
    }

    @Test
    @Tag("prose#AC-1")
    void listing_bookings_sorts_them_by_code() throws Exception {
        Booking booking = storedLastCodeBooking();
        Booking another = storedFirstCodeBooking();

        ResponseEntity<String> answer = list("?size=40", "X-User", ADA);

        assertThat(answer.getStatusCode().value()).isEqualTo(200);
        assertThat(all(answer, "$.bookings[*].id")).containsSubsequence(another.id(), booking.id());
    }

    @Test
    @Tag("prose#AC-2")
    void listing_bookings_by_status_answers_with_what_matches_alone() throws Exception {
        Booking booking = storedMatchingStatusBooking();
        Booking another = storedOtherStatusBooking();

        ResponseEntity<String> answer = list("?status=CANCELLED", "X-User", ADA);

        assertThat(answer.getStatusCode().value()).isEqualTo(200);
        assertThat(all(answer, "$.bookings[?(@.id == '%s')]".formatted(booking.id()))).isNotEmpty();
        assertThat(all(answer, "$.bookings[?(@.id == '%s')]".formatted(another.id()))).isEmpty();
    }

    @Test
    @Tag("prose#AC-2")
    void listing_bookings_by_status_requested_answers_with_what_matches_alone() throws Exception {
        Booking booking = storedMatchingStatusBooking();
        Booking another = storedOtherStatusBooking();

        ResponseEntity<String> answer = list("?status=REQUESTED&size=40", "X-User", ADA);

        assertThat(answer.getStatusCode().is2xxSuccessful()).isTrue();
        assertThat(all(answer, "$.bookings[?(@.id == '%s')]".formatted(booking.id()))).isEmpty();
        assertThat(all(answer, "$.bookings[?(@.id == '%s')]".formatted(another.id()))).isNotEmpty();
    }

    @Test
    @Tag("prose#AC-2")
    void listing_bookings_without_status_answers_with_all_of_them() throws Exception {
        Booking booking = storedMatchingStatusBooking();
        Booking another = storedOtherStatusBooking();

        ResponseEntity<String> answer = list("?size=40", "X-User", ADA);

        assertThat(answer.getStatusCode().is2xxSuccessful()).isTrue();
        assertThat(all(answer, "$.bookings[?(@.id == '%s')]".formatted(booking.id()))).isNotEmpty();
        assertThat(all(answer, "$.bookings[?(@.id == '%s')]".formatted(another.id()))).isNotEmpty();
    }

    @Test
    @Tag("prose#AC-3")
    void listing_bookings_by_note_answers_with_what_matches_alone() throws Exception {
        Booking booking = storedMatchingNoteBooking();
        Booking another = storedOtherNoteBooking();

        ResponseEntity<String> answer = list("?note=window", "X-User", ADA);

        assertThat(answer.getStatusCode().value()).isEqualTo(200);
        assertThat(all(answer, "$.bookings[?(@.id == '%s')]".formatted(booking.id()))).isNotEmpty();
        assertThat(all(answer, "$.bookings[?(@.id == '%s')]".formatted(another.id()))).isEmpty();
    }

    @Test
    @Tag("prose#AC-4")
    void listing_bookings_answers_with_the_page_that_is_asked_for() throws Exception {
        for (int stored = 0; stored < 5; stored++) {
            storedBooking();
        }
        List<Object> all = all(list("?size=40", "X-User", ADA), "$.bookings[*].id");

        ResponseEntity<String> answer = list("?page=2&size=2", "X-User", ADA);

        assertThat(answer.getStatusCode().value()).isEqualTo(200);
        assertThat(all(answer, "$.bookings[*].id")).isEqualTo(all.subList(2, 4));
        assertThat(at(answer, "$.total")).isEqualTo(String.valueOf(all.size()));
    }

    @Test
    @Tag("prose#AC-5")
    void listing_bookings_with_size_41_is_refused() throws Exception {
        ResponseEntity<String> answer = list("?size=41", "X-User", ADA);

        assertThat(answer.getStatusCode().value()).isEqualTo(400);
    }

    @Test
    @Tag("prose#AC-5")
    void listing_bookings_with_page_0_is_refused() throws Exception {
        ResponseEntity<String> answer = list("?page=0", "X-User", ADA);

        assertThat(answer.getStatusCode().value()).isEqualTo(400);
    }

    @Test
    @Tag("prose#AC-6")
    void listing_bookings_with_status_something_else_is_refused() throws Exception {
        ResponseEntity<String> answer = list("?status=something else", "X-User", ADA);

        assertThat(answer.getStatusCode().value()).isEqualTo(400);
    }

    @Test
    @Tag("prose#AC-7")
    void listing_bookings_of_which_none_matches_is_empty() throws Exception {
        storedBooking();

        ResponseEntity<String> answer = list("?note=nobody has this", "X-User", ADA);

        assertThat(answer.getStatusCode().value()).isEqualTo(200);
        assertThat(all(answer, "$.bookings[*]")).isEmpty();
    }

    @Test
    @Tag("prose#AC-8")
    void listing_bookings_without_signing_in_is_unauthorized() throws Exception {
        ResponseEntity<String> answer = list("");

        assertThat(answer.getStatusCode().value()).isEqualTo(401);
    }

    private static String at(ResponseEntity<String> answer, String path) {
        Object value = JsonPath.read(answer.getBody(), path);
        return String.valueOf(value);
    }

    private static List<Object> all(ResponseEntity<String> answer, String path) {
        return JsonPath.read(answer.getBody(), path);
    }

    private ResponseEntity<String> list(String query, String... headers) {
        var sent = new HttpHeaders();
        for (int i = 0; i < headers.length; i += 2) {
            sent.set(headers[i], headers[i + 1]);
        }
        return rest.exchange(
                "/bookings" + query, HttpMethod.GET, new HttpEntity<>(sent), String.class);
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

    private Booking storedOtherBooking() {
        Booking booking =
                new Booking(
                        UUID.randomUUID().toString().substring(0, 13),
                        "Some code",
                        "Some guest",
                        Status.CONFIRMED,
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

    private Booking storedMatchingStatusBooking() {
        Booking booking =
                new Booking(
                        UUID.randomUUID().toString().substring(0, 13),
                        "Some code",
                        "Some guest",
                        Status.CANCELLED,
                        1,
                        Instant.parse("2026-01-05T09:00:00Z"),
                        "Some note");
        bookings.add(booking);
        return booking;
    }

    private Booking storedOtherStatusBooking() {
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

    private Booking storedMatchingNoteBooking() {
        Booking booking =
                new Booking(
                        UUID.randomUUID().toString().substring(0, 13),
                        "Some code",
                        "Some guest",
                        Status.REQUESTED,
                        1,
                        Instant.parse("2026-01-05T09:00:00Z"),
                        "The WINDOW one");
        bookings.add(booking);
        return booking;
    }

    private Booking storedOtherNoteBooking() {
        Booking booking =
                new Booking(
                        UUID.randomUUID().toString().substring(0, 13),
                        "Some code",
                        "Some guest",
                        Status.REQUESTED,
                        1,
                        Instant.parse("2026-01-05T09:00:00Z"),
                        "Something else");
        bookings.add(booking);
        return booking;
    }
}
