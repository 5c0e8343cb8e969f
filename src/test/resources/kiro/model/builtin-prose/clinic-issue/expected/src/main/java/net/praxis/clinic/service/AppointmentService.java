package net.praxis.clinic.service;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
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
    private final PrescriptionRepository prescriptionRepository;

    public AppointmentService(
            AppointmentRepository appointments,
            DoctorRepository doctors,
            PatientRepository patients,
            Clock clock,
            PrescriptionRepository prescriptionRepository) {
        this.appointments = appointments;
        this.doctors = doctors;
        this.patients = patients;
        this.clock = clock;
        this.prescriptionRepository = prescriptionRepository;
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

    public Prescription createPrescription(
            String username, Long id, String medicine, BigDecimal dosageMg, Integer refills) {
        Appointment appointment = get(id);
        if (!username.equals(appointment.getDoctor().getUsername())) {
            throw new NotOwnerException("appointment " + id + " belongs to someone else");
        }
        if (appointment.getStatus() != AppointmentStatus.COMPLETED) {
            throw new ConflictException("appointment " + id + " allows no new prescription now");
        }
        return prescriptionRepository.save(
                new Prescription(
                        appointment,
                        medicine,
                        dosageMg,
                        refills == null ? 0 : refills,
                        clock.instant()));
    }
}
