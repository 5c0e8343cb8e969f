package net.praxis.clinic;

import static org.assertj.core.api.Assertions.assertThat;

import com.jayway.jsonpath.JsonPath;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import net.praxis.clinic.domain.Appointment;
import net.praxis.clinic.domain.AppointmentRepository;
import net.praxis.clinic.domain.AppointmentStatus;
import net.praxis.clinic.domain.Doctor;
import net.praxis.clinic.domain.DoctorRepository;
import net.praxis.clinic.domain.Patient;
import net.praxis.clinic.domain.PatientRepository;
import net.praxis.clinic.domain.Prescription;
import net.praxis.clinic.domain.PrescriptionRepository;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.servlet.client.RestTestClient;

@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@DirtiesContext
@TestPropertySource(properties = "spring.datasource.url=jdbc:h2:mem:clinic-prescription")
class ProseTest {

    private static final String VALID_CREATE =
            """
            {
              "medicine": "New medicine",
              "dosageMg": 7.5,
              "refills": 5
            }
            """;
    private static final String HOUSE =
            "Basic " + HttpHeaders.encodeBasicAuth("house", "vicodin", StandardCharsets.UTF_8);

    @LocalServerPort private int port;
    @Autowired private AppointmentRepository appointments;
    @Autowired private DoctorRepository doctors;
    @Autowired private PatientRepository patients;
    @Autowired private PrescriptionRepository prescriptions;

    private Appointment appointment;
    private RestTestClient client;

    @BeforeEach
    void start_anew() {
        client = RestTestClient.bindToServer().baseUrl("http://localhost:" + port).build();
        appointment = storedAppointment("house");
    }

    @Test
    @Tag("prose#AC-1")
    void creating_a_prescription_answers_with_the_new_one() throws Exception {
        Instant before = Instant.now().minusSeconds(1);

        byte[] answer =
                create(appointment.getId(), VALID_CREATE)
                        .header(HttpHeaders.AUTHORIZATION, HOUSE)
                        .exchange()
                        .expectStatus()
                        .isCreated()
                        .expectBody()
                        .jsonPath("$.appointmentId")
                        .isEqualTo(appointment.getId())
                        .jsonPath("$.medicine")
                        .isEqualTo("New medicine")
                        .jsonPath("$.dosageMg")
                        .isEqualTo(7.5)
                        .jsonPath("$.refills")
                        .isEqualTo(5)
                        .jsonPath("$.issuedAt")
                        .isNotEmpty()
                        .returnResult()
                        .getResponseBody();
        String id = JsonPath.read(new String(answer, StandardCharsets.UTF_8), "$.id").toString();
        Prescription made = prescriptions.findById(Long.parseLong(id)).orElseThrow();
        assertThat(made.getMedicine()).isEqualTo("New medicine");
        assertThat(made.getDosageMg()).isEqualByComparingTo(new BigDecimal("7.5"));
        assertThat(made.getRefills()).isEqualTo(5);
        assertThat(made.getAppointment().getId()).isEqualTo(appointment.getId());
        assertThat(made.getIssuedAt()).isBetween(before, Instant.now());
    }

    @Test
    @Tag("prose#AC-1")
    void creating_a_prescription_without_what_is_optional_succeeds() throws Exception {
        String body =
                """
                {
                  "medicine": "New medicine",
                  "dosageMg": 7.5
                }
                """;
        Instant before = Instant.now().minusSeconds(1);

        byte[] answer =
                create(appointment.getId(), body)
                        .header(HttpHeaders.AUTHORIZATION, HOUSE)
                        .exchange()
                        .expectStatus()
                        .isCreated()
                        .expectBody()
                        .jsonPath("$.refills")
                        .isEqualTo(0)
                        .returnResult()
                        .getResponseBody();
        String id = JsonPath.read(new String(answer, StandardCharsets.UTF_8), "$.id").toString();
        Prescription made = prescriptions.findById(Long.parseLong(id)).orElseThrow();
        assertThat(made.getMedicine()).isEqualTo("New medicine");
        assertThat(made.getDosageMg()).isEqualByComparingTo(new BigDecimal("7.5"));
        assertThat(made.getRefills()).isEqualTo(0);
        assertThat(made.getAppointment().getId()).isEqualTo(appointment.getId());
        assertThat(made.getIssuedAt()).isBetween(before, Instant.now());
    }

    @Test
    @Tag("prose#AC-2")
    void creating_a_prescription_without_refills() throws Exception {
        String body =
                """
                {
                  "medicine": "New medicine",
                  "dosageMg": 7.5
                }
                """;
        Instant before = Instant.now().minusSeconds(1);

        byte[] answer =
                create(appointment.getId(), body)
                        .header(HttpHeaders.AUTHORIZATION, HOUSE)
                        .exchange()
                        .expectStatus()
                        .isCreated()
                        .expectBody()
                        .jsonPath("$.refills")
                        .isEqualTo(0)
                        .returnResult()
                        .getResponseBody();
        String id = JsonPath.read(new String(answer, StandardCharsets.UTF_8), "$.id").toString();
        Prescription made = prescriptions.findById(Long.parseLong(id)).orElseThrow();
        assertThat(made.getMedicine()).isEqualTo("New medicine");
        assertThat(made.getDosageMg()).isEqualByComparingTo(new BigDecimal("7.5"));
        assertThat(made.getRefills()).isEqualTo(0);
        assertThat(made.getAppointment().getId()).isEqualTo(appointment.getId());
        assertThat(made.getIssuedAt()).isBetween(before, Instant.now());
    }

    @Test
    @Tag("prose#AC-3")
    void creating_a_prescription_with_an_invalid_medicine_is_refused() throws Exception {
        String body =
                """
                {
                  "medicine": "   ",
                  "dosageMg": 7.5,
                  "refills": 5
                }
                """;
        long count = prescriptions.count();

        create(appointment.getId(), body)
                .header(HttpHeaders.AUTHORIZATION, HOUSE)
                .exchange()
                .expectStatus()
                .isEqualTo(422);
        assertThat(prescriptions.count()).isEqualTo(count);
    }

    @Test
    @Tag("prose#AC-4")
    void creating_a_prescription_with_0_as_dosage_mg_is_refused() throws Exception {
        String body =
                """
                {
                  "medicine": "New medicine",
                  "dosageMg": 0,
                  "refills": 5
                }
                """;
        long count = prescriptions.count();

        create(appointment.getId(), body)
                .header(HttpHeaders.AUTHORIZATION, HOUSE)
                .exchange()
                .expectStatus()
                .isEqualTo(422);
        assertThat(prescriptions.count()).isEqualTo(count);
    }

    @Test
    @Tag("prose#AC-5")
    void creating_a_prescription_with_an_invalid_refills_is_refused() throws Exception {
        String body =
                """
                {
                  "medicine": "New medicine",
                  "dosageMg": 7.5,
                  "refills": 6
                }
                """;
        long count = prescriptions.count();

        create(appointment.getId(), body)
                .header(HttpHeaders.AUTHORIZATION, HOUSE)
                .exchange()
                .expectStatus()
                .isEqualTo(422);
        assertThat(prescriptions.count()).isEqualTo(count);
    }

    @Test
    @Tag("prose#AC-6")
    void creating_a_prescription_where_the_appointment_is_not_completed_is_refused()
            throws Exception {
        appointment = storedNotCompletedAppointment("house");
        long count = prescriptions.count();

        create(appointment.getId(), VALID_CREATE)
                .header(HttpHeaders.AUTHORIZATION, HOUSE)
                .exchange()
                .expectStatus()
                .isEqualTo(409);
        assertThat(prescriptions.count()).isEqualTo(count);
    }

    @Test
    @Tag("prose#AC-7")
    void creating_the_prescription_of_another_user_is_forbidden() throws Exception {
        appointment = storedAppointment("wilson");
        long count = prescriptions.count();

        create(appointment.getId(), VALID_CREATE)
                .header(HttpHeaders.AUTHORIZATION, HOUSE)
                .exchange()
                .expectStatus()
                .isForbidden();
        assertThat(prescriptions.count()).isEqualTo(count);
    }

    @Test
    @Tag("prose#AC-8")
    void creating_a_prescription_of_an_unknown_appointment_is_not_found() throws Exception {
        long count = prescriptions.count();

        create(999_999, VALID_CREATE)
                .header(HttpHeaders.AUTHORIZATION, HOUSE)
                .exchange()
                .expectStatus()
                .isNotFound();
        assertThat(prescriptions.count()).isEqualTo(count);
    }

    @Test
    @Tag("prose#AC-9")
    void creating_a_prescription_with_an_invalid_dosage_mg_is_refused() throws Exception {
        String body =
                """
                {
                  "medicine": "New medicine",
                  "dosageMg": 1.111,
                  "refills": 5
                }
                """;
        long count = prescriptions.count();

        create(appointment.getId(), body)
                .header(HttpHeaders.AUTHORIZATION, HOUSE)
                .exchange()
                .expectStatus()
                .isEqualTo(422);
        assertThat(prescriptions.count()).isEqualTo(count);
    }

    private RestTestClient.RequestHeadersSpec<?> create(Object id, String body) {
        return client.post()
                .uri("/api/appointments/{id}/prescriptions", id)
                .contentType(MediaType.APPLICATION_JSON)
                .body(body);
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
                        UUID.randomUUID().toString().substring(0, 13),
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
        appointment.setStatus(AppointmentStatus.COMPLETED);
        appointment.setRoom("Some room");
        appointment.setCancelReason("Some cancel reason");
        appointment.setCancelledAt(Instant.parse("2026-01-05T09:00:00Z"));
        return appointments.save(appointment);
    }

    private Appointment storedNotCompletedAppointment(String doctorUsername) {
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
}
