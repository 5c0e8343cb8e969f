package net.praxis.clinic;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.UUID;
import net.praxis.clinic.domain.Patient;
import net.praxis.clinic.domain.PatientRepository;
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
@DirtiesContext(classMode = DirtiesContext.ClassMode.AFTER_EACH_TEST_METHOD)
@TestPropertySource(properties = "spring.datasource.url=jdbc:h2:mem:clinic-patient")
class ProseTest {

    private static final String VALID_UPDATE =
            """
            {
              "fullName": "New full name",
              "email": "sam@example.com",
              "phone": "New phone"
            }
            """;
    private static final String CUDDY =
            "Basic " + HttpHeaders.encodeBasicAuth("cuddy", "budget", StandardCharsets.UTF_8);
    private static final String HOUSE =
            "Basic " + HttpHeaders.encodeBasicAuth("house", "vicodin", StandardCharsets.UTF_8);

    @LocalServerPort private int port;
    @Autowired private PatientRepository patients;

    private RestTestClient client;

    @BeforeEach
    void start_anew() {
        client = RestTestClient.bindToServer().baseUrl("http://localhost:" + port).build();
    }

    @Test
    @Tag("prose#AC-1")
    void changing_a_patient_answers_with_the_updated_one() throws Exception {
        Patient patient = storedPatient();

        update(patient.getId(), VALID_UPDATE)
                .header(HttpHeaders.AUTHORIZATION, CUDDY)
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.id")
                .isEqualTo(patient.getId())
                .jsonPath("$.fullName")
                .isEqualTo("New full name")
                .jsonPath("$.email")
                .isEqualTo("sam@example.com")
                .jsonPath("$.phone")
                .isEqualTo("New phone")
                .jsonPath("$.bornOn")
                .isEqualTo("2026-01-05");
        Patient stored = patients.findById(patient.getId()).orElseThrow();
        assertThat(stored.getFullName()).isEqualTo("New full name");
        assertThat(stored.getEmail()).isEqualTo("sam@example.com");
        assertThat(stored.getPhone()).isEqualTo("New phone");
    }

    @Test
    @Tag("prose#AC-1")
    void changing_a_patient_without_what_is_optional_succeeds() throws Exception {
        Patient patient = storedPatient();
        String body =
                """
                {}
                """;

        update(patient.getId(), body)
                .header(HttpHeaders.AUTHORIZATION, CUDDY)
                .exchange()
                .expectStatus()
                .isOk();
        Patient stored = patients.findById(patient.getId()).orElseThrow();
        assertThat(stored.getFullName()).isEqualTo("Some full name");
        assertThat(stored.getPhone()).isEqualTo("+4915112345678");
    }

    @Test
    @Tag("prose#AC-2")
    void changing_a_patient_without_email_and_phone() throws Exception {
        Patient patient = storedPatient();
        String body =
                """
                {"fullName": "New full name"}
                """;
        var formerEmail = patients.findById(patient.getId()).orElseThrow().getEmail();
        var formerPhone = patients.findById(patient.getId()).orElseThrow().getPhone();

        update(patient.getId(), body)
                .header(HttpHeaders.AUTHORIZATION, CUDDY)
                .exchange()
                .expectStatus()
                .isOk();
        assertThat(patients.findById(patient.getId()).orElseThrow().getEmail())
                .isEqualTo(formerEmail);
        assertThat(patients.findById(patient.getId()).orElseThrow().getPhone())
                .isEqualTo(formerPhone);
        Patient stored = patients.findById(patient.getId()).orElseThrow();
        assertThat(stored.getFullName()).isEqualTo("New full name");
        assertThat(stored.getPhone()).isEqualTo("+4915112345678");
    }

    @Test
    @Tag("prose#AC-2")
    void changing_a_patient_without_full_name_and_email() throws Exception {
        Patient patient = storedPatient();
        String body =
                """
                {"phone": "New phone"}
                """;
        var formerFullName = patients.findById(patient.getId()).orElseThrow().getFullName();
        var formerEmail = patients.findById(patient.getId()).orElseThrow().getEmail();

        update(patient.getId(), body)
                .header(HttpHeaders.AUTHORIZATION, CUDDY)
                .exchange()
                .expectStatus()
                .isOk();
        assertThat(patients.findById(patient.getId()).orElseThrow().getFullName())
                .isEqualTo(formerFullName);
        assertThat(patients.findById(patient.getId()).orElseThrow().getEmail())
                .isEqualTo(formerEmail);
        Patient stored = patients.findById(patient.getId()).orElseThrow();
        assertThat(stored.getFullName()).isEqualTo("Some full name");
        assertThat(stored.getPhone()).isEqualTo("New phone");
    }

    @Test
    @Tag("prose#AC-4")
    void changing_a_patient_with_an_email_that_is_taken_is_refused() throws Exception {
        storedSameEmailPatient();
        Patient patient = storedPatient();

        update(patient.getId(), VALID_UPDATE)
                .header(HttpHeaders.AUTHORIZATION, CUDDY)
                .exchange()
                .expectStatus()
                .isEqualTo(409);
        Patient stored = patients.findById(patient.getId()).orElseThrow();
        assertThat(stored.getFullName()).isEqualTo("Some full name");
        assertThat(stored.getPhone()).isEqualTo("+4915112345678");
    }

    @Test
    @Tag("prose#AC-5")
    void changing_a_patient_with_its_own_email() throws Exception {
        Patient patient = storedOwnEmailPatient();

        update(patient.getId(), VALID_UPDATE)
                .header(HttpHeaders.AUTHORIZATION, CUDDY)
                .exchange()
                .expectStatus()
                .isOk();
        Patient stored = patients.findById(patient.getId()).orElseThrow();
        assertThat(stored.getFullName()).isEqualTo("New full name");
        assertThat(stored.getEmail()).isEqualTo("sam@example.com");
        assertThat(stored.getPhone()).isEqualTo("New phone");
    }

    @Test
    @Tag("prose#AC-6")
    void changing_a_patient_with_an_invalid_email_is_refused() throws Exception {
        Patient patient = storedPatient();
        String body =
                """
                {
                  "fullName": "New full name",
                  "email": "not an email address",
                  "phone": "New phone"
                }
                """;

        update(patient.getId(), body)
                .header(HttpHeaders.AUTHORIZATION, CUDDY)
                .exchange()
                .expectStatus()
                .isEqualTo(422);
        Patient stored = patients.findById(patient.getId()).orElseThrow();
        assertThat(stored.getFullName()).isEqualTo("Some full name");
        assertThat(stored.getPhone()).isEqualTo("+4915112345678");
    }

    @Test
    @Tag("prose#AC-7")
    void changing_a_patient_as_a_doctor_is_forbidden() throws Exception {
        Patient patient = storedPatient();

        update(patient.getId(), VALID_UPDATE)
                .header(HttpHeaders.AUTHORIZATION, HOUSE)
                .exchange()
                .expectStatus()
                .isForbidden();
        Patient stored = patients.findById(patient.getId()).orElseThrow();
        assertThat(stored.getFullName()).isEqualTo("Some full name");
        assertThat(stored.getPhone()).isEqualTo("+4915112345678");
    }

    @Test
    @Tag("prose#AC-8")
    void changing_an_unknown_patient_is_not_found() throws Exception {
        update(999_999, VALID_UPDATE)
                .header(HttpHeaders.AUTHORIZATION, CUDDY)
                .exchange()
                .expectStatus()
                .isNotFound();
    }

    private RestTestClient.RequestHeadersSpec<?> update(Object id, String body) {
        return client.patch()
                .uri("/api/patients/{id}", id)
                .contentType(MediaType.APPLICATION_JSON)
                .body(body);
    }

    private Patient storedPatient() {
        Patient patient =
                new Patient(
                        "Some full name",
                        UUID.randomUUID().toString().substring(0, 13),
                        "+4915112345678",
                        LocalDate.of(2026, 1, 5));
        return patients.save(patient);
    }

    private Patient storedSameEmailPatient() {
        Patient patient =
                new Patient(
                        "Some full name",
                        "sam@example.com",
                        "+4915112345678",
                        LocalDate.of(2026, 1, 5));
        return patients.save(patient);
    }

    private Patient storedOwnEmailPatient() {
        Patient patient =
                new Patient(
                        "Some full name",
                        "sam@example.com",
                        "+4915112345678",
                        LocalDate.of(2026, 1, 5));
        return patients.save(patient);
    }
}
