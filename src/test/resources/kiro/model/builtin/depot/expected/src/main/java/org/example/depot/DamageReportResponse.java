package org.example.depot;

import java.time.OffsetDateTime;

public record DamageReportResponse(
        long id,
        long parcelId,
        String description,
        DamageReportSeverity severity,
        Integer cents,
        OffsetDateTime reportedAt) {

    static DamageReportResponse of(DamageReport damageReport) {
        return new DamageReportResponse(
                damageReport.id(),
                damageReport.parcelId(),
                damageReport.description(),
                damageReport.severity(),
                damageReport.cents(),
                damageReport.reportedAt());
    }
}
