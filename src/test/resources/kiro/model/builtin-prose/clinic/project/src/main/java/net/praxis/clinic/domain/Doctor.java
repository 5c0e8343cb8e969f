package net.praxis.clinic.domain;

import jakarta.persistence.*;

@Entity
@Table(name = "doctors")
public class Doctor {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;

    @Column(nullable = false, unique = true)
    private String username;

    @Column(nullable = false)
    private String fullName;

    @Column(nullable = false)
    private String speciality;

    protected Doctor() {}

    public Doctor(String username, String fullName, String speciality) {
        this.username = username;
        this.fullName = fullName;
        this.speciality = speciality;
    }

    public Long getId() { return id; }
    public String getUsername() { return username; }
    public String getFullName() { return fullName; }
    public String getSpeciality() { return speciality; }
    public void setFullName(String fullName) { this.fullName = fullName; }
    public void setSpeciality(String speciality) { this.speciality = speciality; }
}
