package kiro.action.dependency;

import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/// What a `pom.xml` says, before anything is filled in. Profiles are left out: nobody knows which are in force.
///
/// @param managed versions for whoever names none
record Pom(
        Artifact own,
        Optional<Artifact> parent,
        Map<String, String> properties,
        List<Entry> managed,
        List<Entry> dependencies) {
    private static final int LARGEST = 4 << 20;

    /// @param version may be empty
    record Artifact(String group, String name, String version) {
        /// As dependencies are called, such as `com.acme:tool`.
        String key() {
            return group + ":" + name;
        }

        Artifact with(String other) {
            return new Artifact(group, name, other);
        }
    }

    /// @param isImport whether it brings the managed versions of another file along
    record Entry(Artifact artifact, boolean isImport) {}

    Pom {
        properties = Map.copyOf(properties);
        managed = List.copyOf(managed);
        dependencies = List.copyOf(dependencies);
    }

    /// Empty for what is none.
    static Optional<Pom> read(byte[] content) {
        if (content.length > LARGEST) {
            return Optional.empty();
        }
        XMLInputFactory factory = XMLInputFactory.newFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        var reader = new Reader();
        try {
            reader.read(factory.createXMLStreamReader(new ByteArrayInputStream(content)));
        } catch (XMLStreamException broken) {
            return Optional.empty();
        }
        return Optional.of(reader.pom());
    }

    private static final class Reader {
        private static final String MANAGED =
                "project/dependencyManagement/dependencies/dependency";
        private static final String DEPENDENCY = "project/dependencies/dependency";

        private final Map<String, String> own = new HashMap<>();
        private final Map<String, String> parent = new HashMap<>();
        private final Map<String, String> properties = new HashMap<>();
        private final List<Entry> managed = new ArrayList<>();
        private final List<Entry> dependencies = new ArrayList<>();
        private Map<String, String> entry = new HashMap<>();

        void read(XMLStreamReader xml) throws XMLStreamException {
            var place = new ArrayList<String>();
            var text = new StringBuilder();
            while (xml.hasNext()) {
                switch (xml.next()) {
                    case XMLStreamConstants.START_ELEMENT -> {
                        place.add(xml.getLocalName());
                        text.setLength(0);
                    }
                    case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA ->
                            text.append(xml.getText());
                    case XMLStreamConstants.END_ELEMENT -> {
                        String name = place.removeLast();
                        end(String.join("/", place), name, text.toString().strip());
                        text.setLength(0);
                    }
                    default -> {}
                }
            }
        }

        private void end(String place, String name, String text) {
            switch (place) {
                case "project" -> own.put(name, text);
                case "project/parent" -> parent.put(name, text);
                case "project/properties" -> properties.put(name, text);
                case MANAGED, DEPENDENCY -> entry.put(name, text);
                default -> {}
            }
            boolean isManaged = (place + "/" + name).equals(MANAGED);
            if (isManaged || (place + "/" + name).equals(DEPENDENCY)) {
                boolean isImport =
                        entry.getOrDefault("scope", "").equals("import")
                                && entry.getOrDefault("type", "").equals("pom");
                // What has a classifier or is no jar has a version of its own.
                boolean isPlain =
                        entry.getOrDefault("classifier", "").isEmpty()
                                && (isImport || entry.getOrDefault("type", "jar").equals("jar"));
                if (isPlain) {
                    (isManaged ? managed : dependencies).add(new Entry(artifact(entry), isImport));
                }
                entry = new HashMap<>();
            }
        }

        private static Artifact artifact(Map<String, String> fields) {
            return new Artifact(
                    fields.getOrDefault("groupId", ""),
                    fields.getOrDefault("artifactId", ""),
                    fields.getOrDefault("version", ""));
        }

        Pom pom() {
            Optional<Artifact> above =
                    parent.isEmpty() ? Optional.empty() : Optional.of(artifact(parent));
            Artifact named = artifact(own);
            return new Pom(
                    new Artifact(
                            named.group().isEmpty()
                                    ? above.map(Artifact::group).orElse("")
                                    : named.group(),
                            named.name(),
                            named.version().isEmpty()
                                    ? above.map(Artifact::version).orElse("")
                                    : named.version()),
                    above,
                    properties,
                    managed,
                    dependencies);
        }
    }
}
