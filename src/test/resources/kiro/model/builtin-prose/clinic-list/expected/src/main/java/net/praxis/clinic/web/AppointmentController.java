package net.praxis.clinic.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import java.net.URI;
import java.security.Principal;
import java.util.List;
import net.praxis.clinic.domain.Appointment;
import net.praxis.clinic.domain.AppointmentStatus;
import net.praxis.clinic.service.AppointmentService;
import net.praxis.clinic.service.InvalidRequestException;
import net.praxis.clinic.web.dto.*;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.*;

@RestController
@RequestMapping("/api/appointments")
public class AppointmentController {
    private final AppointmentService service;

    public AppointmentController(AppointmentService service) {
        this.service = service;
    }

    @GetMapping("/{id}")
    public AppointmentDto get(@PathVariable Long id) {
        return AppointmentDto.from(service.get(id));
    }

    @PostMapping
    public ResponseEntity<AppointmentDto> book(@Valid @RequestBody BookAppointmentRequest request, Principal principal) {
        Appointment a = service.book(principal.getName(), request.patientId(), request.startsAt(), request.endsAt());
        return ResponseEntity.created(URI.create("/api/appointments/" + a.getId())).body(AppointmentDto.from(a));
    }

    @PostMapping("/{id}/confirm")
    public AppointmentDto confirm(@PathVariable Long id, Principal principal) {
        return AppointmentDto.from(service.confirm(id, principal.getName()));
    }

    @GetMapping
    public List<AppointmentDto> list(
            Principal principal, HttpServletRequest http, AppointmentQuery query) {
        List<String> problems = query.problems();
        if (!problems.isEmpty()) {
            throw new InvalidRequestException(String.join("; ", problems));
        }
        return service.list(
                http.isUserInRole("ADMIN"),
                principal.getName(),
                query.status() == null ? null : AppointmentStatus.valueOf(query.status()),
                query.from(),
                query.to())
                .stream()
                .map(AppointmentDto::from)
                .toList();
    }
}
