package org.example.rooms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.boot.test.context.SpringBootTest.WebEnvironment.RANDOM_PORT;

import com.jayway.jsonpath.JsonPath;
import java.time.Instant;
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
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.test.annotation.DirtiesContext;

@SpringBootTest(webEnvironment = RANDOM_PORT)
@DirtiesContext(classMode = DirtiesContext.ClassMode.AFTER_EACH_TEST_METHOD)
class ProseTest {

    private static final String VALID_CREATE_BOOKING =
            """
            {
              "code": "New code",
              "seats": 7
            }
            """;
    private static final String ADA = "ada";
    private static final String EVE = "eve";

    @Autowired private TestRestTemplate rest;
    @Autowired private Bookings bookings;

    @Test
    @Tag("prose#AC-1")
    void creating_a_booking_answers_with_the_new_one() throws Exception {
        ResponseEntity<String> answer = createBooking(VALID_CREATE_BOOKING, "X-User", ADA);

        assertThat(answer.getStatusCode().value()).isEqualTo(201);
        String id = at(answer, "$.id");
        assertThat(at(answer, "$.code")).isEqualTo("New code");
        assertThat(at(answer, "$.guest")).isEqualTo("ada");
        assertThat(at(answer, "$.status")).isEqualTo("REQUESTED");
        assertThat(at(answer, "$.seats")).isEqualTo("7");
        assertThat(at(answer, "$.cancelledAt")).isNotNull();
        assertThat(at(answer, "$.note")).isNotNull();
        Booking made = bookings.byId(id).orElseThrow();
        assertThat(made.code()).isEqualTo("New code");
        assertThat(made.guest()).isEqualTo("ada");
        assertThat(made.status()).isEqualTo(Status.REQUESTED);
        assertThat(made.seats()).isEqualTo(7);
    }

    @Test
    @Tag("prose#AC-2")
    void creating_a_booking_with_invalid_fields_names_them() throws Exception {
        String body =
                """
                {
                  "code": "%s",
                  "seats": 0
                }
                """
                        .formatted("x".repeat(11));
        int count = bookings.all().size();

        ResponseEntity<String> answer = createBooking(body, "X-User", ADA);

        assertThat(answer.getStatusCode().value()).isEqualTo(422);
        assertThat(answer.getBody()).contains("code");
        assertThat(answer.getBody()).contains("seats");
        assertThat(bookings.all()).hasSize(count);
    }

    @Test
    @Tag("prose#AC-2")
    void creating_a_booking_with_code_too_short_is_refused() throws Exception {
        String body =
                """
                {
                  "code": "xx",
                  "seats": 7
                }
                """;
        int count = bookings.all().size();

        ResponseEntity<String> answer = createBooking(body, "X-User", ADA);

        assertThat(answer.getStatusCode().value()).isEqualTo(422);
        assertThat(answer.getBody()).contains("code");
        assertThat(bookings.all()).hasSize(count);
    }

    @Test
    @Tag("prose#AC-2")
    void creating_a_booking_without_code_is_refused() throws Exception {
        String body =
                """
                {"seats": 7}
                """;
        int count = bookings.all().size();

        ResponseEntity<String> answer = createBooking(body, "X-User", ADA);

        assertThat(answer.getStatusCode().value()).isEqualTo(422);
        assertThat(answer.getBody()).contains("code");
        assertThat(bookings.all()).hasSize(count);
    }

    @Test
    @Tag("prose#AC-2")
    void creating_a_booking_with_seats_too_large_is_refused() throws Exception {
        String body =
                """
                {
                  "code": "New code",
                  "seats": 9
                }
                """;
        int count = bookings.all().size();

        ResponseEntity<String> answer = createBooking(body, "X-User", ADA);

        assertThat(answer.getStatusCode().value()).isEqualTo(422);
        assertThat(answer.getBody()).contains("seats");
        assertThat(bookings.all()).hasSize(count);
    }

    @Test
    @Tag("prose#AC-2")
    void creating_a_booking_without_seats_is_refused() throws Exception {
        String body =
                """
                {"code": "New code"}
                """;
        int count = bookings.all().size();

        ResponseEntity<String> answer = createBooking(body, "X-User", ADA);

        assertThat(answer.getStatusCode().value()).isEqualTo(422);
        assertThat(answer.getBody()).contains("seats");
        assertThat(bookings.all()).hasSize(count);
    }

    @Test
    @Tag("prose#AC-3")
    void creating_a_booking_with_a_code_that_is_taken_is_refused() throws Exception {
        storedSameCodeBooking("ben");
        int count = bookings.all().size();

        ResponseEntity<String> answer = createBooking(VALID_CREATE_BOOKING, "X-User", ADA);

        assertThat(answer.getStatusCode().value()).isEqualTo(409);
        assertThat(bookings.all()).hasSize(count);
    }

    @Test
    @Tag("prose#AC-4")
    void canceling_a_booking_answers_with_what_became_of_it() throws Exception {
        Booking booking = storedBooking("ada");
        Instant before = Instant.now().minusSeconds(1);

        ResponseEntity<String> answer = cancelBooking(booking.id(), "X-User", ADA);

        assertThat(answer.getStatusCode().value()).isEqualTo(200);
        assertThat(at(answer, "$.id")).isEqualTo(String.valueOf(booking.id()));
        assertThat(at(answer, "$.code")).isEqualTo("Some code");
        assertThat(at(answer, "$.guest")).isEqualTo("ada");
        assertThat(at(answer, "$.status")).isEqualTo("CANCELLED");
        assertThat(at(answer, "$.seats")).isEqualTo("1");
        assertThat(at(answer, "$.cancelledAt"))
                .isEqualTo(bookings.byId(booking.id()).orElseThrow().cancelledAt().toString());
        assertThat(at(answer, "$.note")).isEqualTo("Some note");
        assertThat(bookings.byId(booking.id()).orElseThrow().cancelledAt())
                .isBetween(before, Instant.now());
        assertThat(bookings.byId(booking.id()).orElseThrow().status()).isEqualTo(Status.CANCELLED);
    }

    @Test
    @Tag("prose#AC-5")
    void canceling_a_past_booking_is_refused() throws Exception {
        Booking booking = storedPastBooking("ada");
        var stored = bookings.byId(booking.id()).orElseThrow();

        ResponseEntity<String> answer = cancelBooking(booking.id(), "X-User", ADA);

        assertThat(answer.getStatusCode().value()).isEqualTo(409);
        assertThat(bookings.byId(booking.id()).orElseThrow()).isEqualTo(stored);
    }

    @Test
    @Tag("prose#AC-6")
    void canceling_the_booking_of_another_user_is_forbidden() throws Exception {
        Booking booking = storedBooking("ben");
        var stored = bookings.byId(booking.id()).orElseThrow();

        ResponseEntity<String> answer = cancelBooking(booking.id(), "X-User", ADA);

        assertThat(answer.getStatusCode().value()).isEqualTo(403);
        assertThat(bookings.byId(booking.id()).orElseThrow()).isEqualTo(stored);
    }

    @Test
    @Tag("prose#AC-7")
    void canceling_a_booking_as_an_admin_succeeds() throws Exception {
        Booking booking = storedBooking("ada");
        Instant before = Instant.now().minusSeconds(1);

        ResponseEntity<String> answer =
                cancelBooking(booking.id(), "X-User", EVE, "X-Roles", "admin");

        assertThat(answer.getStatusCode().value()).isEqualTo(200);
        assertThat(bookings.byId(booking.id()).orElseThrow().status()).isEqualTo(Status.CANCELLED);
        assertThat(bookings.byId(booking.id()).orElseThrow().cancelledAt())
                .isBetween(before, Instant.now());
    }

    @Test
    @Tag("prose#AC-8")
    void canceling_a_booking_without_signing_in_is_unauthorized() throws Exception {
        Booking booking = storedBooking("ada");
        var stored = bookings.byId(booking.id()).orElseThrow();

        ResponseEntity<String> answer = cancelBooking(booking.id());

        assertThat(answer.getStatusCode().value()).isEqualTo(401);
        assertThat(bookings.byId(booking.id()).orElseThrow()).isEqualTo(stored);
    }

    @Test
    @Tag("prose#AC-9")
    void canceling_an_unknown_booking_is_not_found() throws Exception {
        ResponseEntity<String> answer = cancelBooking("unknown", "X-User", ADA);

        assertThat(answer.getStatusCode().value()).isEqualTo(404);
    }

    private static String at(ResponseEntity<String> answer, String path) {
        Object value = JsonPath.read(answer.getBody(), path);
        return String.valueOf(value);
    }

    private ResponseEntity<String> createBooking(String body, String... headers) {
        var sent = new HttpHeaders();
        sent.setContentType(MediaType.APPLICATION_JSON);
        for (int i = 0; i < headers.length; i += 2) {
            sent.set(headers[i], headers[i + 1]);
        }
        return rest.exchange(
                "/bookings", HttpMethod.POST, new HttpEntity<>(body, sent), String.class);
    }

    private Booking storedSameCodeBooking(String guest) {
        Booking booking =
                new Booking(
                        UUID.randomUUID().toString().substring(0, 13),
                        "New code",
                        guest,
                        Status.REQUESTED,
                        1,
                        Instant.parse("2026-01-05T09:00:00Z"),
                        "Some note");
        bookings.add(booking);
        return booking;
    }

    private ResponseEntity<String> cancelBooking(Object id, String... headers) {
        var sent = new HttpHeaders();
        for (int i = 0; i < headers.length; i += 2) {
            sent.set(headers[i], headers[i + 1]);
        }
        return rest.exchange(
                "/bookings/{id}/cancel", HttpMethod.POST, new HttpEntity<>(sent), String.class, id);
    }

    private Booking storedBooking(String guest) {
        Booking booking =
                new Booking(
                        UUID.randomUUID().toString().substring(0, 13),
                        "Some code",
                        guest,
                        Status.REQUESTED,
                        1,
                        null,
                        "Some note");
        bookings.add(booking);
        return booking;
    }

    private Booking storedPastBooking(String guest) {
        Booking booking =
                new Booking(
                        UUID.randomUUID().toString().substring(0, 13),
                        "Some code",
                        guest,
                        Status.PAST,
                        1,
                        null,
                        "Some note");
        bookings.add(booking);
        return booking;
    }
}
