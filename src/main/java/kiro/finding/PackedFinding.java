package kiro.finding;

import java.io.IOException;
import java.util.Optional;
import kiro.text.PackReader;
import kiro.text.PackWriter;

/// A finding in the form in which it is kept for a later run.
public final class PackedFinding {
    private PackedFinding() {}

    public static void write(Finding finding, PackWriter out) {
        out.text(finding.rule().value());
        out.text(finding.severity().name());
        out.text(finding.file());
        out.span(finding.span());
        out.text(finding.message());
        out.fact(finding.fix().isPresent());
        finding.fix().ifPresent(out::text);
    }

    public static Finding read(PackReader in) throws IOException {
        return new Finding(
                rule(in.text()),
                severity(in.text()),
                in.text(),
                in.span(),
                in.text(),
                in.fact() ? Optional.of(in.text()) : Optional.empty());
    }

    private static Severity severity(String name) throws IOException {
        try {
            return Severity.valueOf(name);
        } catch (IllegalArgumentException impossible) {
            throw new IOException("not a severity", impossible);
        }
    }

    public static RuleId rule(String id) throws IOException {
        try {
            return new RuleId(id);
        } catch (IllegalArgumentException impossible) {
            throw new IOException("not a rule", impossible);
        }
    }
}
