package kiro.evidence.report;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import kiro.evidence.OneLine;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.json.JsonMapper;

/// Reads the reports of every test tool that is known. What a report is, its content says; its name only that it was
/// meant to be XML.
public final class Reports {
    private static final int LOOKED_AT = 8_192;

    private Reports() {}

    /// @param name of the file
    /// @param bytes is read to its end, and left open
    public static ReportReading read(String name, InputStream bytes) throws IOException {
        var peeked = new BufferedInputStream(bytes, 1 << 16);
        peeked.mark(LOOKED_AT + 1);
        byte[] first = peeked.readNBytes(LOOKED_AT);
        peeked.reset();
        if (first.length == 0) {
            return new ReportReading.Damaged("it is empty");
        }
        return switch (Format.of(first)) {
            case XML -> xml(peeked);
            case JEST -> jest(peeked);
            case GO -> GoReport.read(new Lines(peeked));
            case TAP -> TapReport.read(new Lines(peeked));
            case CARGO -> CargoReport.read(new Lines(peeked));
            case OTHER ->
                    name.endsWith(".xml")
                            ? new ReportReading.Damaged("it is not XML")
                            : new ReportReading.NotAReport();
        };
    }

    /// What the beginning of a file looks like.
    private enum Format {
        XML,
        JEST,
        GO,
        TAP,
        CARGO,
        OTHER;

        static Format of(byte[] first) {
            boolean isUtf16 =
                    first.length > 1
                            && ((first[0] == (byte) 0xFE && first[1] == (byte) 0xFF)
                                    || (first[0] == (byte) 0xFF && first[1] == (byte) 0xFE));
            String text =
                    new String(first, isUtf16 ? StandardCharsets.UTF_16 : StandardCharsets.UTF_8);
            String start = text.replaceFirst("^\\uFEFF", "").stripLeading();
            if (start.startsWith("<")) {
                return XML;
            }
            if (text.indexOf('\0') >= 0) {
                return OTHER;
            }
            if (start.startsWith("{")) {
                return start.lines().findFirst().orElse("").contains("\"Action\"") ? GO : JEST;
            }
            return ofLines(start);
        }

        private static Format ofLines(String start) {
            for (String line : start.lines().limit(60).toList()) {
                if (TapReport.isBegin(line)) {
                    return TAP;
                }
                if (CargoReport.isBegin(line)) {
                    return CARGO;
                }
                if (line.startsWith("{\"Time\":") && line.contains("\"Action\"")) {
                    return GO;
                }
            }
            return OTHER;
        }
    }

    private static ReportReading xml(InputStream bytes) throws IOException {
        try {
            return XmlText.read(bytes, Reports::root);
        } catch (XMLStreamException malformed) {
            return new ReportReading.Damaged(XmlText.reason(malformed));
        }
    }

    private static ReportReading root(XmlText xml) throws XMLStreamException {
        while (xml.hasNext()) {
            if (xml.next() == XMLStreamConstants.START_ELEMENT) {
                if (JUnitReport.isRoot(xml.element())) {
                    return new ReportReading.Whole(JUnitReport.read(xml));
                }
                return OpenTestReport.isRoot(xml.element())
                        ? OpenTestReport.read(xml)
                        : new ReportReading.NotAReport();
            }
        }
        return new ReportReading.NotAReport();
    }

    private static ReportReading jest(InputStream bytes) {
        try (JsonParser json = JsonMapper.shared().createParser(bytes)) {
            return JestReport.read(json);
        } catch (JacksonException malformed) {
            return new ReportReading.Damaged(OneLine.of(malformed.getOriginalMessage(), 200));
        }
    }
}
