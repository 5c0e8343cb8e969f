package net.praxis.clinic.service;

import net.praxis.clinic.domain.*;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import java.time.LocalDate;

@Service
@Transactional
public class PatientService {
    private final PatientRepository patients;

    public PatientService(PatientRepository patients) {
        this.patients = patients;
    }

    public Patient get(Long id) {
        return patients.findById(id).orElseThrow(() -> new NotFoundException("no patient " + id));
    }

    public Patient register(String fullName, String email, String phone, LocalDate bornOn) {
        if (patients.existsByEmail(email)) {
            throw new ConflictException("email is taken");
        }
        return patients.save(new Patient(fullName, email, phone, bornOn));
    }

    public Patient update(Long id, String fullName, String email, String phone) {
        Patient patient = get(id);
        if (email != null && patients.existsByEmailAndIdNot(email, patient.getId())) {
            throw new ConflictException("a patient with this email exists already");
        }
        if (fullName != null) {
            patient.setFullName(fullName);
        }
        if (email != null) {
            patient.setEmail(email);
        }
        if (phone != null) {
            patient.setPhone(phone);
        }
        return patients.save(patient);
    }
}
