package net.praxis.clinic.web;

import jakarta.validation.Valid;
import java.net.URI;
import net.praxis.clinic.domain.Patient;
import net.praxis.clinic.service.PatientService;
import net.praxis.clinic.web.dto.*;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.*;

@RestController
@RequestMapping("/api/patients")
public class PatientController {
    private final PatientService service;

    public PatientController(PatientService service) {
        this.service = service;
    }

    @GetMapping("/{id}")
    public PatientDto get(@PathVariable Long id) {
        return PatientDto.from(service.get(id));
    }

    @PostMapping
    public ResponseEntity<PatientDto> register(@Valid @RequestBody RegisterPatientRequest r) {
        Patient p = service.register(r.fullName(), r.email(), r.phone(), r.bornOn());
        return ResponseEntity.created(URI.create("/api/patients/" + p.getId())).body(PatientDto.from(p));
    }
}
