package org.example.depot;

import java.time.OffsetDateTime;

public record DamageReport(
        long id,
        long parcelId,
        String description,
        DamageReportSeverity severity,
        Integer cents,
        OffsetDateTime reportedAt) {}
