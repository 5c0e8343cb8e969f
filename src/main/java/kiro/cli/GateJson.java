package kiro.cli;

import java.util.Locale;
import kiro.finding.Finding;
import kiro.gate.GateReport;
import kiro.gate.SpecStand;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// What the gate tells programs, as `docs/formats/spec-check.md` describes it.
final class GateJson {
    private static final int VERSION = 1;

    private GateJson() {}

    static String of(GateReport report) {
        ObjectNode root = JsonMapper.shared().createObjectNode().put("version", VERSION);
        root.put("open", report.isOpen());
        report.debt()
                .ifPresent(debt ->
                        root.putObject("change")
                                .put("specOwed", debt.isOwed())
                                .put("reason", debt.reason()));
        ArrayNode specs = root.putArray("specs");
        for (SpecStand spec : report.specs()) {
            specs.addObject()
                    .put("name", spec.spec().value())
                    .put("criteria", spec.criteria())
                    .put("proven", spec.proven())
                    .put("met", spec.findings().isEmpty());
        }
        ArrayNode findings = root.putArray("findings");
        report.all().forEach(finding -> add(findings, finding));
        return root.toPrettyString();
    }

    private static void add(ArrayNode array, Finding finding) {
        ObjectNode node =
                array.addObject()
                        .put("rule", finding.rule().value())
                        .put("severity", finding.severity().name().toLowerCase(Locale.ROOT))
                        .put("file", finding.file())
                        .put("line", finding.span().line())
                        .put("column", finding.span().column())
                        .put("message", finding.message());
        finding.fix().ifPresent(fix -> node.put("fix", fix));
    }
}
