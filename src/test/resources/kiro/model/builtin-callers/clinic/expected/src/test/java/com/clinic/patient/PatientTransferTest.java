package com.clinic.patient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.put;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import com.clinic.patient.Patient.State;
import java.time.LocalDateTime;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.transaction.annotation.Transactional;

@SpringBootTest
@AutoConfigureMockMvc
@TestPropertySource(properties = "spring.datasource.url=jdbc:h2:mem:clinic-discharge")
@Transactional
class PatientTransferTest {

    private static final String VALID_UPDATE =
            """
            {
              "ward": "New ward"
            }
            """;
    private static final String ADA = "token-ada";
    private static final String CLEO = "token-cleo";

    @Autowired private MockMvc mvc;
    @Autowired private JdbcTemplate jdbc;
    @Autowired private Patients patients;

    @BeforeEach
    void start_anew() {
        jdbc.update(
                "insert into staff (id, name, job, token) select 9001, 'ada', 'NURSE', 'token-ada' "
                        + "where not exists (select 1 from staff where id = 9001)");
        jdbc.update(
                "insert into staff (id, name, job, token) select 9003, 'cleo', 'DOCTOR', "
                        + "'token-cleo' where not exists (select 1 from staff where id = 9003)");
    }

    @Test
    @Tag("patient-transfer#AC-1")
    void updating_a_ward_answers_with_the_updated_one() throws Exception {
        Patient patient = storedPatient(9001L);

        mvc.perform(update(patient.id(), VALID_UPDATE).header("X-Staff-Token", ADA))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.id").value(patient.id()))
                .andExpect(jsonPath("$.ward").value("New ward"));
        assertThat(patients.find(patient.id()).orElseThrow().ward()).isEqualTo("New ward");
    }

    @Test
    @Tag("patient-transfer#AC-2")
    void updating_a_ward_with_an_invalid_ward_is_refused() throws Exception {
        Patient patient = storedPatient(9001L);
        String body =
                """
                {"ward": "   "}
                """;
        var stored = patients.find(patient.id()).orElseThrow();

        mvc.perform(update(patient.id(), body).header("X-Staff-Token", ADA))
                .andExpect(status().isBadRequest());
        assertThat(patients.find(patient.id()).orElseThrow()).isEqualTo(stored);
    }

    @Test
    @Tag("patient-transfer#AC-3")
    void updating_a_ward_with_an_invalid_ward_is_refused_2() throws Exception {
        Patient patient = storedPatient(9001L);
        String body =
                """
                {"ward": "%s"}
                """
                        .formatted("x".repeat(21));
        var stored = patients.find(patient.id()).orElseThrow();

        mvc.perform(update(patient.id(), body).header("X-Staff-Token", ADA))
                .andExpect(status().isBadRequest());
        assertThat(patients.find(patient.id()).orElseThrow()).isEqualTo(stored);
    }

    @Test
    @Tag("patient-transfer#AC-4")
    void updating_a_ward_as_a_user_without_the_role_is_forbidden() throws Exception {
        Patient patient = storedPatient(9001L);
        var stored = patients.find(patient.id()).orElseThrow();

        mvc.perform(update(patient.id(), VALID_UPDATE).header("X-Staff-Token", CLEO))
                .andExpect(status().isForbidden());
        assertThat(patients.find(patient.id()).orElseThrow()).isEqualTo(stored);
    }

    @Test
    @Tag("patient-transfer#AC-5")
    void updating_an_unknown_ward_is_not_found() throws Exception {
        mvc.perform(update(999_999, VALID_UPDATE).header("X-Staff-Token", ADA))
                .andExpect(status().isNotFound());
    }

    @Test
    @Tag("patient-transfer#AC-6")
    void updating_a_ward_without_signing_in_is_unauthorized() throws Exception {
        Patient patient = storedPatient(9001L);
        var stored = patients.find(patient.id()).orElseThrow();

        mvc.perform(update(patient.id(), VALID_UPDATE)).andExpect(status().isUnauthorized());
        assertThat(patients.find(patient.id()).orElseThrow()).isEqualTo(stored);
    }

    private static MockHttpServletRequestBuilder update(Object id, String body) {
        return put("/patients/{id}/ward", id).contentType(MediaType.APPLICATION_JSON).content(body);
    }

    private Patient storedPatient(long doctorId) {
        Patient patient =
                new Patient(
                        null,
                        "Some name",
                        "Some ward",
                        doctorId,
                        State.ADMITTED,
                        LocalDateTime.of(2026, 1, 5, 9, 0));
        return patients.insert(patient);
    }
}
