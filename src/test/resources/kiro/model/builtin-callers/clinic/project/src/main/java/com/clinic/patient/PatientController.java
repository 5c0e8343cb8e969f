package com.clinic.patient;

import com.clinic.staff.Access;
import com.clinic.staff.CurrentStaff;
import com.clinic.staff.Job;
import com.clinic.staff.Staff;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

@RestController
@RequestMapping("/patients")
class PatientController {
    private final Patients patients;
    private final Access access;

    PatientController(Patients patients, Access access) {
        this.patients = patients;
        this.access = access;
    }

    record Admission(@NotBlank @Size(max = 80) String name, @NotBlank String ward) {}

    @GetMapping
    List<Patient> inWard(@CurrentStaff Staff staff, @RequestParam String ward) {
        return patients.inWard(ward);
    }

    @GetMapping("/{id}")
    Patient one(@CurrentStaff Staff staff, @PathVariable long id) {
        return patients.find(id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    Patient admit(@CurrentStaff Staff staff, @Valid @RequestBody Admission admission) {
        access.require(staff, Job.DOCTOR, Job.CHIEF);
        return patients.insert(
                new Patient(null, admission.name(), admission.ward(), staff.id(), Patient.State.ADMITTED, null));
    }
}
