package kiro.evidence;

import java.io.ByteArrayInputStream;
import java.util.Set;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/// Reads from a Maven project for which release of Java it is compiled.
final class PomRelease {
    private static final Set<String> ELEMENTS =
            Set.of(
                    "java.version",
                    "maven.compiler.release",
                    "maven.compiler.source",
                    "maven.compiler.target",
                    "release",
                    "source",
                    "target");

    private PomRelease() {}

    /// The highest release that the file names; 0 when it names none.
    static int of(byte[] pom) {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        int highest = 0;
        try {
            XMLStreamReader xml = factory.createXMLStreamReader(new ByteArrayInputStream(pom));
            String element = "";
            while (xml.hasNext()) {
                xml.next();
                if (xml.isStartElement()) {
                    element = xml.getLocalName();
                } else if (xml.isEndElement()) {
                    element = "";
                } else if (xml.isCharacters() && ELEMENTS.contains(element)) {
                    highest = Math.max(highest, release(xml.getText().strip()));
                }
            }
        } catch (XMLStreamException malformed) {
            // Maven itself says what is wrong with the file, better than a guess about Java would.
            return highest;
        }
        return highest;
    }

    private static int release(String text) {
        String plain = text.startsWith("1.") ? text.substring(2) : text;
        return plain.matches("\\d{1,3}") ? Integer.parseInt(plain) : 0;
    }
}
