package net.praxis.clinic;

import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.httpBasic;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.*;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.*;

import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import net.praxis.clinic.domain.*;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.MockMvc;

@SpringBootTest
@AutoConfigureMockMvc
class AppointmentApiTest {
    @Autowired MockMvc mvc;
    @Autowired AppointmentRepository appointments;
    @Autowired DoctorRepository doctors;
    @Autowired PatientRepository patients;

    Doctor house;
    Patient patient;

    @BeforeEach
    void setUp() {
        appointments.deleteAll();
        patients.deleteAll();
        doctors.deleteAll();
        house = doctors.save(new Doctor("house", "Gregory House", "diagnostics"));
        patient = patients.save(new Patient("Ada L.", "ada@example.org", null, LocalDate.of(1990, 1, 1)));
    }

    @Test
    void a_doctor_books() throws Exception {
        mvc.perform(post("/api/appointments").with(httpBasic("house", "vicodin"))
                        .contentType(MediaType.APPLICATION_JSON)
                        .content("{\"patientId\": %d, \"startsAt\": \"2099-01-01T10:00:00Z\", \"endsAt\": \"2099-01-01T10:30:00Z\"}".formatted(patient.getId())))
                .andExpect(status().isCreated())
                .andExpect(jsonPath("$.status").value("BOOKED"));
    }

    @Test
    void only_their_doctor_confirms() throws Exception {
        Appointment a = appointments.save(new Appointment(house, patient, Instant.now(), Instant.now().plus(30, ChronoUnit.MINUTES)));
        mvc.perform(post("/api/appointments/" + a.getId() + "/confirm").with(httpBasic("wilson", "oncology"))).andExpect(status().isForbidden());
        mvc.perform(post("/api/appointments/" + a.getId() + "/confirm").with(httpBasic("house", "vicodin"))).andExpect(status().isOk());
    }

    @Test
    void nobody_without_a_password() throws Exception {
        mvc.perform(get("/api/appointments/1")).andExpect(status().isUnauthorized());
    }
}
