package net.praxis.clinic.domain;

import jakarta.persistence.*;
import java.math.BigDecimal;
import java.time.Instant;

@Entity
@Table(name = "prescriptions")
public class Prescription {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;

    @ManyToOne(optional = false)
    private Appointment appointment;

    @Column(nullable = false)
    private String medicine;

    @Column(nullable = false)
    private BigDecimal dosageMg;

    private int refills;

    @Column(nullable = false)
    private Instant issuedAt;

    protected Prescription() {}

    public Prescription(Appointment appointment, String medicine, BigDecimal dosageMg, int refills, Instant issuedAt) {
        this.appointment = appointment;
        this.medicine = medicine;
        this.dosageMg = dosageMg;
        this.refills = refills;
        this.issuedAt = issuedAt;
    }

    public Long getId() { return id; }
    public Appointment getAppointment() { return appointment; }
    public String getMedicine() { return medicine; }
    public BigDecimal getDosageMg() { return dosageMg; }
    public int getRefills() { return refills; }
    public Instant getIssuedAt() { return issuedAt; }
}
