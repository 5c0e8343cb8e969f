package com.clinic.patient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
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
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.transaction.annotation.Transactional;

@SpringBootTest
@AutoConfigureMockMvc
@TestPropertySource(properties = "spring.datasource.url=jdbc:h2:mem:clinic-discharge")
@Transactional
class PatientDischargeTest {

    private static final String ADA = "token-ada";
    private static final String EVE = "token-eve";

    @Autowired private MockMvc mvc;
    @Autowired private JdbcTemplate jdbc;
    @Autowired private Patients patients;

    @BeforeEach
    void start_anew() {
        jdbc.update(
                "insert into staff (id, name, job, token) select 9001, 'ada', 'NURSE', 'token-ada' "
                        + "where not exists (select 1 from staff where id = 9001)");
        jdbc.update(
                "insert into staff (id, name, job, token) select 9002, 'ben', 'NURSE', 'token-ben' "
                        + "where not exists (select 1 from staff where id = 9002)");
        jdbc.update(
                "insert into staff (id, name, job, token) select 9005, 'eve', 'CHIEF', 'token-eve' "
                        + "where not exists (select 1 from staff where id = 9005)");
    }

    @Test
    @Tag("patient-discharge#AC-1")
    void discharging_a_patient_answers_with_what_became_of_it() throws Exception {
        Patient patient = storedPatient(9001L);

        mvc.perform(discharge(patient.id()).header("X-Staff-Token", ADA))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.id").value(patient.id()))
                .andExpect(jsonPath("$.name").value("Some name"))
                .andExpect(jsonPath("$.state").value("DISCHARGED"))
                .andExpect(jsonPath("$.dischargedAt").exists());
        assertThat(patients.find(patient.id()).orElseThrow().state()).isEqualTo(State.DISCHARGED);
        assertThat(patients.find(patient.id()).orElseThrow().dischargedAt())
                .isBetween(LocalDateTime.now().minusDays(1), LocalDateTime.now().plusDays(1));
    }

    @Test
    @Tag("patient-discharge#AC-2")
    void discharging_an_admitted_patient_is_refused() throws Exception {
        Patient patient = storedAdmittedPatient(9001L);
        var stored = patients.find(patient.id()).orElseThrow();

        mvc.perform(discharge(patient.id()).header("X-Staff-Token", ADA))
                .andExpect(status().isConflict());
        assertThat(patients.find(patient.id()).orElseThrow()).isEqualTo(stored);
    }

    @Test
    @Tag("patient-discharge#AC-3")
    void discharging_a_discharged_patient_is_refused() throws Exception {
        Patient patient = storedDischargedPatient(9001L);
        var stored = patients.find(patient.id()).orElseThrow();

        mvc.perform(discharge(patient.id()).header("X-Staff-Token", ADA))
                .andExpect(status().isConflict());
        assertThat(patients.find(patient.id()).orElseThrow()).isEqualTo(stored);
    }

    @Test
    @Tag("patient-discharge#AC-4")
    void discharging_the_patient_of_another_user_is_forbidden() throws Exception {
        Patient patient = storedPatient(9002L);
        var stored = patients.find(patient.id()).orElseThrow();

        mvc.perform(discharge(patient.id()).header("X-Staff-Token", ADA))
                .andExpect(status().isForbidden());
        assertThat(patients.find(patient.id()).orElseThrow()).isEqualTo(stored);
    }

    @Test
    @Tag("patient-discharge#AC-5")
    void discharging_a_patient_as_a_chief_succeeds() throws Exception {
        Patient patient = storedPatient(9001L);

        mvc.perform(discharge(patient.id()).header("X-Staff-Token", EVE))
                .andExpect(status().isOk());
        assertThat(patients.find(patient.id()).orElseThrow().state()).isEqualTo(State.DISCHARGED);
        assertThat(patients.find(patient.id()).orElseThrow().dischargedAt())
                .isBetween(LocalDateTime.now().minusDays(1), LocalDateTime.now().plusDays(1));
    }

    @Test
    @Tag("patient-discharge#AC-6")
    void discharging_an_unknown_patient_is_not_found() throws Exception {
        mvc.perform(discharge(999_999).header("X-Staff-Token", ADA))
                .andExpect(status().isNotFound());
    }

    @Test
    @Tag("patient-discharge#AC-7")
    void discharging_a_patient_without_signing_in_is_unauthorized() throws Exception {
        Patient patient = storedPatient(9001L);
        var stored = patients.find(patient.id()).orElseThrow();

        mvc.perform(discharge(patient.id())).andExpect(status().isUnauthorized());
        assertThat(patients.find(patient.id()).orElseThrow()).isEqualTo(stored);
    }

    @Test
    @Tag("patient-discharge#AC-8")
    void discharging_a_patient_with_an_invalid_credential_is_unauthorized() throws Exception {
        Patient patient = storedPatient(9001L);
        var stored = patients.find(patient.id()).orElseThrow();

        mvc.perform(discharge(patient.id()).header("X-Staff-Token", "unknown"))
                .andExpect(status().isUnauthorized());
        assertThat(patients.find(patient.id()).orElseThrow()).isEqualTo(stored);
    }

    private static MockHttpServletRequestBuilder discharge(Object id) {
        return post("/patients/{id}/discharge", id);
    }

    private Patient storedPatient(long doctorId) {
        Patient patient = new Patient(null, "Some name", "Some ward", doctorId, State.READY, null);
        return patients.insert(patient);
    }

    private Patient storedAdmittedPatient(long doctorId) {
        Patient patient =
                new Patient(null, "Some name", "Some ward", doctorId, State.ADMITTED, null);
        return patients.insert(patient);
    }

    private Patient storedDischargedPatient(long doctorId) {
        Patient patient =
                new Patient(null, "Some name", "Some ward", doctorId, State.DISCHARGED, null);
        return patients.insert(patient);
    }
}
