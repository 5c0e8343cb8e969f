package org.example.depot;

import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.stereotype.Repository;

@Repository
public class DamageReportRepository {

    private final JdbcClient jdbc;

    public DamageReportRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public Optional<DamageReport> findById(long id) {
        return jdbc.sql("select * from damage_report where id = :id")
                .param("id", id)
                .query(DamageReport.class)
                .optional();
    }

    public List<DamageReport> findAll() {
        return jdbc.sql("select * from damage_report order by id")
                .query(DamageReport.class)
                .list();
    }

    public DamageReport insert(DamageReport damageReport) {
        var keys = new GeneratedKeyHolder();
        jdbc.sql("""
                        insert into damage_report (parcel_id, description, severity, cents, reported_at)
                        values (:parcelId, :description, :severity, :cents, :reportedAt)
                        """)
                .param("parcelId", damageReport.parcelId())
                .param("description", damageReport.description())
                .param("severity", damageReport.severity().name())
                .param("cents", damageReport.cents())
                .param("reportedAt", damageReport.reportedAt())
                .update(keys, "id");
        return new DamageReport(
                keys.getKeyAs(Long.class),
                damageReport.parcelId(),
                damageReport.description(),
                damageReport.severity(),
                damageReport.cents(),
                damageReport.reportedAt());
    }
}
