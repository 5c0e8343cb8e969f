package kiro.evidence.coverage;

import java.io.BufferedInputStream;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import kiro.evidence.report.XmlText;

/// Reads the coverage reports of JaCoCo, LCOV, Cobertura and Go. What a report is, its content says.
public final class CoverageReports {
    private static final int LOOKED_AT = 4_096;
    private static final Pattern CONDITIONS = Pattern.compile("\\((\\d+)/(\\d+)\\)");

    private CoverageReports() {}

    /// @param paths the files of the project; what is told of others is left out
    public static CoverageReading read(InputStream bytes, ProjectPaths paths) throws IOException {
        var peeked = new BufferedInputStream(bytes, 1 << 16);
        peeked.mark(LOOKED_AT + 1);
        String first =
                new String(peeked.readNBytes(LOOKED_AT), StandardCharsets.UTF_8).stripLeading();
        peeked.reset();
        if (first.startsWith("<") || first.startsWith("\uFEFF<")) {
            return xml(peeked, paths);
        }
        if (first.startsWith("mode: ")) {
            return GoProfile.read(lines(peeked), paths);
        }
        boolean isLcov =
                first.startsWith("TN:") || first.startsWith("SF:") || first.contains("\nSF:");
        return isLcov ? LcovReport.read(lines(peeked), paths) : new CoverageReading.NotCoverage();
    }

    private static BufferedReader lines(InputStream bytes) {
        return new BufferedReader(new InputStreamReader(bytes, StandardCharsets.UTF_8));
    }

    private static CoverageReading xml(InputStream bytes, ProjectPaths paths) throws IOException {
        try {
            return XmlText.read(bytes, xml -> root(xml, paths));
        } catch (XMLStreamException malformed) {
            return new CoverageReading.Damaged(XmlText.reason(malformed));
        }
    }

    private static CoverageReading root(XmlText xml, ProjectPaths paths) throws XMLStreamException {
        while (xml.hasNext()) {
            if (xml.next() == XMLStreamConstants.START_ELEMENT) {
                return switch (xml.element()) {
                    case "report" -> jacoco(xml, paths);
                    case "coverage" -> cobertura(xml, paths);
                    default -> new CoverageReading.NotCoverage();
                };
            }
        }
        return new CoverageReading.NotCoverage();
    }

    private static CoverageReading jacoco(XmlText xml, ProjectPaths paths)
            throws XMLStreamException {
        var draft = new CoverageDraft(paths);
        String folder = "";
        String file = "";
        while (xml.hasNext()) {
            if (xml.next() != XMLStreamConstants.START_ELEMENT) {
                continue;
            }
            switch (xml.element()) {
                case "package" -> folder = xml.attribute("name").orElse("");
                case "sourcefile" -> {
                    String name = xml.attribute("name").orElse("");
                    file = folder.isEmpty() ? name : folder + "/" + name;
                }
                case "line" -> {
                    long line = number(xml, "nr");
                    long taken = number(xml, "cb");
                    draft.line(file, line, number(xml, "ci") > 0);
                    draft.branches(file, line, taken + number(xml, "mb"), taken);
                }
                default -> {}
            }
        }
        return new CoverageReading.Whole(draft.coverage(), Map.of());
    }

    private static CoverageReading cobertura(XmlText xml, ProjectPaths paths)
            throws XMLStreamException {
        var draft = new CoverageDraft(paths);
        String file = "";
        boolean isOfMethods = false;
        while (xml.hasNext()) {
            if (xml.next() != XMLStreamConstants.START_ELEMENT) {
                continue;
            }
            switch (xml.element()) {
                case "class" -> file = xml.attribute("filename").orElse("");
                case "methods" -> isOfMethods = true;
                case "lines" -> isOfMethods = false;
                case "line" -> {
                    draft.line(file, number(xml, "number"), number(xml, "hits") > 0);
                    if (!isOfMethods) {
                        conditions(xml, draft, file);
                    }
                }
                default -> {}
            }
        }
        return new CoverageReading.Whole(draft.coverage(), Map.of());
    }

    private static void conditions(XmlText xml, CoverageDraft draft, String file) {
        Matcher counted = CONDITIONS.matcher(xml.attribute("condition-coverage").orElse(""));
        if (counted.find()) {
            draft.branches(
                    file,
                    number(xml, "number"),
                    Digits.of(counted.group(2)),
                    Digits.of(counted.group(1)));
        }
    }

    private static long number(XmlText xml, String attribute) {
        return Digits.of(xml.attribute(attribute).orElse(""));
    }
}
