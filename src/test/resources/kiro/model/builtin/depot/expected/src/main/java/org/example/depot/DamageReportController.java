package org.example.depot;

import jakarta.validation.Valid;
import java.net.URI;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

@RestController
public class DamageReportController {

    private final DamageReportService damageReportService;

    public DamageReportController(DamageReportService damageReportService) {
        this.damageReportService = damageReportService;
    }

    @PostMapping("/parcels/{id}/damage-reports")
    public ResponseEntity<DamageReportResponse> create(
            @PathVariable long id, @Valid @RequestBody CreateDamageReportRequest request) {
        DamageReport damageReport =
                damageReportService.createDamageReport(
                        id,
                        request.description(),
                        DamageReportSeverity.valueOf(request.severity()),
                        request.cents());
        return ResponseEntity.created(
                URI.create("/parcels/" + id + "/damage-reports/" + damageReport.id()))
                .body(DamageReportResponse.of(damageReport));
    }
}
