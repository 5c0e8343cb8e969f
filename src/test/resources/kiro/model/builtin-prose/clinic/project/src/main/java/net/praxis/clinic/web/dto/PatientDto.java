package net.praxis.clinic.web.dto;

import java.time.LocalDate;
import net.praxis.clinic.domain.Patient;

public record PatientDto(Long id, String fullName, String email, String phone, LocalDate bornOn) {
    public static PatientDto from(Patient p) {
        return new PatientDto(p.getId(), p.getFullName(), p.getEmail(), p.getPhone(), p.getBornOn());
    }
}
