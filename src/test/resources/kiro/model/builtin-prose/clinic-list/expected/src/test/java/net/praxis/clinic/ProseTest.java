package net.praxis.clinic;

import static org.hamcrest.Matchers.containsInRelativeOrder;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.*;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.*;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import net.praxis.clinic.domain.*;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.http.HttpHeaders;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.transaction.annotation.Transactional;

@SpringBootTest
@AutoConfigureMockMvc
@Transactional
class ProseTest {

    private static final String HOUSE =
            "Basic " + HttpHeaders.encodeBasicAuth("house", "vicodin", StandardCharsets.UTF_8);
    private static final String CUDDY =
            "Basic " + HttpHeaders.encodeBasicAuth("cuddy", "budget", StandardCharsets.UTF_8);
    private static final String WILSON =
            "Basic " + HttpHeaders.encodeBasicAuth("wilson", "oncology", StandardCharsets.UTF_8);

    @Autowired private MockMvc mvc;
    @Autowired private AppointmentRepository appointments;
    @Autowired private DoctorRepository doctors;
    @Autowired private PatientRepository patients;

    private int lastText;

    @Test
    @Tag("prose#AC-1")
    void listing_appointments_answers_with_all_of_them() throws Exception {
        Appointment appointment = storedAppointment("house");
        Appointment another = storedAppointment("wilson");
        Appointment second = storedOtherAppointment("house");

        mvc.perform(list("").header(HttpHeaders.AUTHORIZATION, HOUSE))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$[?(@.id == %s)]", appointment.getId()).isNotEmpty())
                .andExpect(jsonPath("$[?(@.id == %s)]", another.getId()).isEmpty())
                .andExpect(jsonPath("$[?(@.id == %s)]", second.getId()).isNotEmpty());
    }

    @Test
    @Tag("prose#AC-1")
    void listing_appointments_sorts_them_by_starts_at() throws Exception {
        Appointment appointment = storedLastStartsAtAppointment("house");
        Appointment another = storedFirstStartsAtAppointment("house");

        mvc.perform(list("").header(HttpHeaders.AUTHORIZATION, HOUSE))
                .andExpect(status().isOk())
                .andExpect(
                        jsonPath("$[*].id")
                                .value(
                                        containsInRelativeOrder(
                                                another.getId().intValue(),
                                                appointment.getId().intValue())));
    }

    @Test
    @Tag("prose#AC-2")
    void listing_appointments_answers_with_all_of_them_2() throws Exception {
        Appointment appointment = storedAppointment("house");
        Appointment another = storedAppointment("wilson");
        Appointment second = storedOtherAppointment("house");

        mvc.perform(list("").header(HttpHeaders.AUTHORIZATION, HOUSE))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$[?(@.id == %s)]", appointment.getId()).isNotEmpty())
                .andExpect(jsonPath("$[?(@.id == %s)]", another.getId()).isEmpty())
                .andExpect(jsonPath("$[?(@.id == %s)]", second.getId()).isNotEmpty());
    }

    @Test
    @Tag("prose#AC-3")
    void listing_appointments_as_an_admin_succeeds() throws Exception {
        Appointment appointment = storedAppointment("house");
        Appointment another = storedAppointment("wilson");
        Appointment second = storedOtherAppointment("house");

        mvc.perform(list("").header(HttpHeaders.AUTHORIZATION, CUDDY))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$[?(@.id == %s)]", appointment.getId()).isNotEmpty())
                .andExpect(jsonPath("$[?(@.id == %s)]", another.getId()).isNotEmpty())
                .andExpect(jsonPath("$[?(@.id == %s)]", second.getId()).isNotEmpty());
    }

    @Test
    @Tag("prose#AC-4")
    void listing_appointments_by_status_answers_with_what_matches_alone() throws Exception {
        Appointment appointment = storedMatchingStatusAppointment("house");
        Appointment another = storedOtherStatusAppointment("house");
        Appointment foreign = storedMatchingStatusAppointment("wilson");

        mvc.perform(list("?status=BOOKED").header(HttpHeaders.AUTHORIZATION, HOUSE))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$[?(@.id == %s)]", appointment.getId()).isNotEmpty())
                .andExpect(jsonPath("$[?(@.id == %s)]", another.getId()).isEmpty())
                .andExpect(jsonPath("$[?(@.id == %s)]", foreign.getId()).isEmpty());
    }

    @Test
    @Tag("prose#AC-4")
    void listing_appointments_by_status_confirmed_answers_with_what_matches_alone()
            throws Exception {
        Appointment appointment = storedMatchingStatusAppointment("house");
        Appointment another = storedOtherStatusAppointment("house");

        mvc.perform(list("?status=CONFIRMED").header(HttpHeaders.AUTHORIZATION, HOUSE))
                .andExpect(status().is2xxSuccessful())
                .andExpect(jsonPath("$[?(@.id == %s)]", appointment.getId()).isEmpty())
                .andExpect(jsonPath("$[?(@.id == %s)]", another.getId()).isNotEmpty());
    }

    @Test
    @Tag("prose#AC-4")
    void listing_appointments_without_status_answers_with_all_of_them() throws Exception {
        Appointment appointment = storedMatchingStatusAppointment("house");
        Appointment another = storedOtherStatusAppointment("house");

        mvc.perform(list("").header(HttpHeaders.AUTHORIZATION, HOUSE))
                .andExpect(status().is2xxSuccessful())
                .andExpect(jsonPath("$[?(@.id == %s)]", appointment.getId()).isNotEmpty())
                .andExpect(jsonPath("$[?(@.id == %s)]", another.getId()).isNotEmpty());
    }

    @Test
    @Tag("prose#AC-5")
    void listing_appointments_by_several_filters_answers_with_what_matches_all_of_them()
            throws Exception {
        Appointment appointment = storedMatchingAppointment("house");
        Appointment otherFrom = storedOtherFromAppointment("house");
        Appointment otherTo = storedOtherToAppointment("house");

        mvc.perform(
                list("?from=2026-01-05T09:00:00Z&to=2026-01-06T09:00:00Z")
                        .header(HttpHeaders.AUTHORIZATION, HOUSE))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$[?(@.id == %s)]", appointment.getId()).isNotEmpty())
                .andExpect(jsonPath("$[?(@.id == %s)]", otherFrom.getId()).isEmpty())
                .andExpect(jsonPath("$[?(@.id == %s)]", otherTo.getId()).isEmpty());
    }

    @Test
    @Tag("prose#AC-6")
    void listing_appointments_with_status_something_else_is_refused() throws Exception {
        mvc.perform(list("?status=something else").header(HttpHeaders.AUTHORIZATION, HOUSE))
                .andExpect(status().isBadRequest());
    }

    @Test
    @Tag("prose#AC-7")
    void listing_appointments_without_signing_in_is_unauthorized() throws Exception {
        mvc.perform(list("")).andExpect(status().isUnauthorized());
    }

    @Test
    @Tag("prose#AC-8")
    void listing_appointments_of_which_there_are_none_is_empty() throws Exception {
        storedAppointment("house");

        mvc.perform(list("").header(HttpHeaders.AUTHORIZATION, WILSON))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$").isEmpty());
    }

    private static MockHttpServletRequestBuilder list(String query) {
        return get("/api/appointments" + query);
    }

    private Doctor doctorOf(String username) {
        Doctor known = doctors.findByUsername(username).orElse(null);
        if (known != null) {
            return known;
        }
        Doctor doctor = new Doctor(username, "Some full name", "Some speciality");
        return doctors.save(doctor);
    }

    private Patient somePatient() {
        Patient patient =
                new Patient(
                        "Some full name",
                        "some-email-" + ++lastText,
                        "+4915112345678",
                        LocalDate.of(2026, 1, 5));
        return patients.save(patient);
    }

    private Appointment storedAppointment(String doctorUsername) {
        Appointment appointment =
                new Appointment(
                        doctorOf(doctorUsername),
                        somePatient(),
                        Instant.parse("2026-01-05T09:00:00Z"),
                        Instant.parse("2026-01-05T09:00:00Z"));
        appointment.setStatus(AppointmentStatus.BOOKED);
        appointment.setRoom("Some room");
        appointment.setCancelReason("Some cancel reason");
        appointment.setCancelledAt(Instant.parse("2026-01-05T09:00:00Z"));
        return appointments.save(appointment);
    }

    private Appointment storedOtherAppointment(String doctorUsername) {
        Appointment appointment =
                new Appointment(
                        doctorOf(doctorUsername),
                        somePatient(),
                        Instant.parse("2026-01-05T09:00:00Z"),
                        Instant.parse("2026-01-05T09:00:00Z"));
        appointment.setStatus(AppointmentStatus.CONFIRMED);
        appointment.setRoom("Some room");
        appointment.setCancelReason("Some cancel reason");
        appointment.setCancelledAt(Instant.parse("2026-01-05T09:00:00Z"));
        return appointments.save(appointment);
    }

    private Appointment storedLastStartsAtAppointment(String doctorUsername) {
        Appointment appointment =
                new Appointment(
                        doctorOf(doctorUsername),
                        somePatient(),
                        Instant.parse("2026-01-06T09:00:00Z"),
                        Instant.parse("2026-01-05T09:00:00Z"));
        appointment.setStatus(AppointmentStatus.BOOKED);
        appointment.setRoom("Some room");
        appointment.setCancelReason("Some cancel reason");
        appointment.setCancelledAt(Instant.parse("2026-01-05T09:00:00Z"));
        return appointments.save(appointment);
    }

    private Appointment storedFirstStartsAtAppointment(String doctorUsername) {
        Appointment appointment =
                new Appointment(
                        doctorOf(doctorUsername),
                        somePatient(),
                        Instant.parse("2026-01-05T09:00:00Z"),
                        Instant.parse("2026-01-05T09:00:00Z"));
        appointment.setStatus(AppointmentStatus.BOOKED);
        appointment.setRoom("Some room");
        appointment.setCancelReason("Some cancel reason");
        appointment.setCancelledAt(Instant.parse("2026-01-05T09:00:00Z"));
        return appointments.save(appointment);
    }

    private Appointment storedMatchingStatusAppointment(String doctorUsername) {
        Appointment appointment =
                new Appointment(
                        doctorOf(doctorUsername),
                        somePatient(),
                        Instant.parse("2026-01-05T09:00:00Z"),
                        Instant.parse("2026-01-05T09:00:00Z"));
        appointment.setStatus(AppointmentStatus.BOOKED);
        appointment.setRoom("Some room");
        appointment.setCancelReason("Some cancel reason");
        appointment.setCancelledAt(Instant.parse("2026-01-05T09:00:00Z"));
        return appointments.save(appointment);
    }

    private Appointment storedOtherStatusAppointment(String doctorUsername) {
        Appointment appointment =
                new Appointment(
                        doctorOf(doctorUsername),
                        somePatient(),
                        Instant.parse("2026-01-05T09:00:00Z"),
                        Instant.parse("2026-01-05T09:00:00Z"));
        appointment.setStatus(AppointmentStatus.CONFIRMED);
        appointment.setRoom("Some room");
        appointment.setCancelReason("Some cancel reason");
        appointment.setCancelledAt(Instant.parse("2026-01-05T09:00:00Z"));
        return appointments.save(appointment);
    }

    private Appointment storedMatchingAppointment(String doctorUsername) {
        Appointment appointment =
                new Appointment(
                        doctorOf(doctorUsername),
                        somePatient(),
                        Instant.parse("2026-01-05T19:00:00Z"),
                        Instant.parse("2026-01-05T09:00:00Z"));
        appointment.setStatus(AppointmentStatus.BOOKED);
        appointment.setRoom("Some room");
        appointment.setCancelReason("Some cancel reason");
        appointment.setCancelledAt(Instant.parse("2026-01-05T09:00:00Z"));
        return appointments.save(appointment);
    }

    private Appointment storedOtherFromAppointment(String doctorUsername) {
        Appointment appointment =
                new Appointment(
                        doctorOf(doctorUsername),
                        somePatient(),
                        Instant.parse("2026-01-05T09:00:00Z").minusSeconds(1),
                        Instant.parse("2026-01-05T09:00:00Z"));
        appointment.setStatus(AppointmentStatus.BOOKED);
        appointment.setRoom("Some room");
        appointment.setCancelReason("Some cancel reason");
        appointment.setCancelledAt(Instant.parse("2026-01-05T09:00:00Z"));
        return appointments.save(appointment);
    }

    private Appointment storedOtherToAppointment(String doctorUsername) {
        Appointment appointment =
                new Appointment(
                        doctorOf(doctorUsername),
                        somePatient(),
                        Instant.parse("2026-01-06T09:00:00Z"),
                        Instant.parse("2026-01-05T09:00:00Z"));
        appointment.setStatus(AppointmentStatus.BOOKED);
        appointment.setRoom("Some room");
        appointment.setCancelReason("Some cancel reason");
        appointment.setCancelledAt(Instant.parse("2026-01-05T09:00:00Z"));
        return appointments.save(appointment);
    }
}
