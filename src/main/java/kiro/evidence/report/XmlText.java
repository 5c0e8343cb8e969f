package kiro.evidence.report;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import javax.xml.XMLConstants;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import kiro.evidence.OneLine;

/// An XML file as a stream of elements, by their names without prefix. No entity is expanded, and nothing outside of
/// the file is ever loaded.
public final class XmlText {
    private final XMLStreamReader xml;

    private XmlText(XMLStreamReader xml) {
        this.xml = xml;
    }

    /// What is read from an opened file.
    ///
    /// @param <T> what it reads
    public interface Reading<T> {
        T of(XmlText xml) throws XMLStreamException;
    }

    /// Opens a file for a reading, and closes it.
    ///
    /// @throws XMLStreamException when it is not well-formed
    public static <T> T read(InputStream bytes, Reading<T> reading)
            throws IOException, XMLStreamException {
        try (var filtered = new BufferedInputStream(XmlCharacters.of(bytes))) {
            XMLStreamReader xml = factory().createXMLStreamReader(filtered);
            try {
                return reading.of(new XmlText(xml));
            } finally {
                xml.close();
            }
        }
    }

    private static XMLInputFactory factory() {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_NAMESPACE_AWARE, false);
        // The JDK counts the escaped characters of printed output as entities. None can be declared
        // here.
        factory.setProperty("jdk.xml.maxGeneralEntitySizeLimit", "0");
        factory.setProperty("jdk.xml.totalEntitySizeLimit", "0");
        factory.setProperty(XMLConstants.ACCESS_EXTERNAL_DTD, "");
        factory.setProperty(XMLConstants.ACCESS_EXTERNAL_SCHEMA, "");
        return factory;
    }

    /// What is wrong with a file, in one line. The parser's message has the place in its first line and the fault in
    /// its second.
    public static String reason(XMLStreamException malformed) {
        String text = Optional.ofNullable(malformed.getMessage()).orElse("malformed XML");
        String fault = text.replaceFirst("(?s)^ParseError at .*?\\R\\s*(?:Message: )?", "");
        int line = malformed.getLocation() == null ? 0 : malformed.getLocation().getLineNumber();
        String place = line > 0 ? "line " + line + ": " : "";
        return OneLine.of(place + fault, 200);
    }

    public boolean hasNext() throws XMLStreamException {
        return xml.hasNext();
    }

    /// The next event, as the constants of StAX number them.
    public int next() throws XMLStreamException {
        return xml.next();
    }

    public boolean isStart() {
        return xml.isStartElement();
    }

    /// The name of the current element, without its prefix.
    public String element() {
        String name = xml.getLocalName();
        return name.substring(name.indexOf(':') + 1);
    }

    public Optional<String> attribute(String name) {
        return Optional.ofNullable(xml.getAttributeValue(null, name));
    }

    /// The text of the current element, which is read to its end.
    ///
    /// @param longest no more than about this much of it is kept
    public String text(int longest) throws XMLStreamException {
        var text = new StringBuilder();
        int depth = 1;
        while (depth > 0) {
            switch (xml.next()) {
                case XMLStreamConstants.START_ELEMENT -> depth++;
                case XMLStreamConstants.END_ELEMENT -> depth--;
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> {
                    if (text.length() < longest) {
                        text.append(xml.getText());
                    }
                }
                default -> {}
            }
        }
        return text.toString();
    }

    /// Reads the current element to its end.
    public void skip() throws XMLStreamException {
        int depth = 1;
        while (depth > 0) {
            int event = xml.next();
            depth += event == XMLStreamConstants.START_ELEMENT ? 1 : 0;
            depth -= event == XMLStreamConstants.END_ELEMENT ? 1 : 0;
        }
    }
}
