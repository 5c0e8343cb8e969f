package org.example.depot;

import java.time.Clock;
import java.time.OffsetDateTime;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

@Service
public class DamageReportService {

    private final DamageReportRepository damageReports;
    private final Clock clock;
    private final ParcelRepository parcels;

    public DamageReportService(
            DamageReportRepository damageReports, Clock clock, ParcelRepository parcels) {
        this.damageReports = damageReports;
        this.clock = clock;
        this.parcels = parcels;
    }

    @Transactional
    public DamageReport createDamageReport(
            long id, String description, DamageReportSeverity severity, Integer cents) {
        parcels.findById(id).orElseThrow(() -> new ParcelNotFound(id));
        return damageReports.insert(
                new DamageReport(0, id, description, severity, cents, OffsetDateTime.now(clock)));
    }
}
