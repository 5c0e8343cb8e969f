package com.clinic.patient;

import java.sql.PreparedStatement;
import java.sql.Statement;
import java.sql.Timestamp;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.stereotype.Repository;

@Repository
public class Patients {
    private static final RowMapper<Patient> ROW = (rs, n) -> {
        Timestamp discharged = rs.getTimestamp("discharged_at");
        return new Patient(
                rs.getLong("id"),
                rs.getString("name"),
                rs.getString("ward"),
                rs.getLong("doctor_id"),
                Patient.State.valueOf(rs.getString("state")),
                discharged == null ? null : discharged.toLocalDateTime());
    };

    private final JdbcTemplate jdbc;

    public Patients(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    public List<Patient> inWard(String ward) {
        return jdbc.query("select * from patients where ward = ? order by name", ROW, ward);
    }

    public Optional<Patient> find(long id) {
        return jdbc.query("select * from patients where id = ?", ROW, id).stream().findFirst();
    }

    public Patient insert(Patient patient) {
        var keys = new GeneratedKeyHolder();
        jdbc.update(
                connection -> {
                    PreparedStatement statement = connection.prepareStatement(
                            "insert into patients (name, ward, doctor_id, state, discharged_at) values (?, ?, ?, ?, ?)",
                            Statement.RETURN_GENERATED_KEYS);
                    statement.setString(1, patient.name());
                    statement.setString(2, patient.ward());
                    statement.setLong(3, patient.doctorId());
                    statement.setString(4, patient.state().name());
                    statement.setTimestamp(
                            5, patient.dischargedAt() == null ? null : Timestamp.valueOf(patient.dischargedAt()));
                    return statement;
                },
                keys);
        return find(((Number) keys.getKeys().get("ID")).longValue()).orElseThrow();
    }

    public void update(Patient patient) {
        jdbc.update(
                "update patients set name = ?, ward = ?, doctor_id = ?, state = ?, discharged_at = ? where id = ?",
                patient.name(),
                patient.ward(),
                patient.doctorId(),
                patient.state().name(),
                patient.dischargedAt() == null ? null : Timestamp.valueOf(patient.dischargedAt()),
                patient.id());
    }
}
