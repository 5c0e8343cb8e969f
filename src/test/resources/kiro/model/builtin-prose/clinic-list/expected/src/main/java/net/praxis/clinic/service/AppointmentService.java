package net.praxis.clinic.service;

import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import net.praxis.clinic.domain.*;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

@Service
@Transactional
public class AppointmentService {
    private final AppointmentRepository appointments;
    private final DoctorRepository doctors;
    private final PatientRepository patients;
    private final Clock clock;

    public AppointmentService(
            AppointmentRepository appointments, DoctorRepository doctors, PatientRepository patients, Clock clock) {
        this.appointments = appointments;
        this.doctors = doctors;
        this.patients = patients;
        this.clock = clock;
    }

    public Appointment get(Long id) {
        return appointments.findById(id).orElseThrow(() -> new NotFoundException("no appointment " + id));
    }

    public Appointment book(String username, Long patientId, Instant startsAt, Instant endsAt) {
        Doctor doctor = doctors.findByUsername(username).orElseThrow(() -> new NotFoundException("no doctor " + username));
        Patient patient = patients.findById(patientId).orElseThrow(() -> new NotFoundException("no patient " + patientId));
        return appointments.save(new Appointment(doctor, patient, startsAt, endsAt));
    }

    public Appointment confirm(Long id, String username) {
        Appointment appointment = get(id);
        if (!appointment.getDoctor().getUsername().equals(username)) {
            throw new AccessDeniedException("not your appointment");
        }
        if (appointment.getStatus() != AppointmentStatus.BOOKED) {
            throw new ConflictException("appointment is " + appointment.getStatus());
        }
        appointment.setStatus(AppointmentStatus.CONFIRMED);
        return appointments.save(appointment);
    }

    public List<Appointment> list(
            boolean isAdmin, String username, AppointmentStatus status, Instant from, Instant to) {
        return (isAdmin ? appointments.findAll() : appointments.findByDoctorUsername(username))
                .stream()
                .filter(appointment -> status == null || status.equals(appointment.getStatus()))
                .filter(
                        appointment -> from == null
                                || (appointment.getStartsAt() != null
                                        && appointment.getStartsAt().compareTo(from) >= 0))
                .filter(
                        appointment -> to == null
                                || (appointment.getStartsAt() != null
                                        && appointment.getStartsAt().compareTo(to) < 0))
                .sorted(
                        Comparator.comparing(
                                Appointment::getStartsAt,
                                Comparator.nullsLast(Comparator.naturalOrder())))
                .toList();
    }
}
