package kiro.workspace.dependency;

import java.io.ByteArrayInputStream;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/// Reads what a `pom.xml` depends on: its parent, dependencies and plugins, with the properties of the same file filled in.
final class PomReader {
    private static final Pattern PROPERTY = Pattern.compile("\\$\\{([^}]{1,200})}");
    private static final int DEEPEST = 5;

    private final Map<String, String> properties = new HashMap<>();
    private final SortedMap<Dependency, String> found = new TreeMap<>();
    private final Deque<String> open = new ArrayDeque<>();
    private final Deque<Map<String, String>> entries = new ArrayDeque<>();

    private PomReader() {}

    static Optional<SortedMap<Dependency, String>> read(byte[] content) {
        XMLInputFactory factory = XMLInputFactory.newFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        var reader = new PomReader();
        try {
            XMLStreamReader xml = factory.createXMLStreamReader(new ByteArrayInputStream(content));
            reader.read(xml);
        } catch (XMLStreamException broken) {
            return Optional.empty();
        }
        var filled = new TreeMap<Dependency, String>();
        reader.found.forEach((each, version) ->
                filled.put(
                        new Dependency(each.ecosystem(), reader.filled(each.name(), 0)),
                        reader.filled(version, 0)));
        return Optional.of(filled);
    }

    private void read(XMLStreamReader xml) throws XMLStreamException {
        var text = new StringBuilder();
        while (xml.hasNext()) {
            int event = xml.next();
            if (event == XMLStreamConstants.START_ELEMENT) {
                begin(xml.getLocalName());
                text.setLength(0);
            } else if (event == XMLStreamConstants.CHARACTERS
                    || event == XMLStreamConstants.CDATA) {
                text.append(xml.getText());
            } else if (event == XMLStreamConstants.END_ELEMENT) {
                end(xml.getLocalName(), text.toString().strip());
                text.setLength(0);
            }
        }
    }

    private static boolean isEntry(String name) {
        return name.equals("dependency") || name.equals("plugin") || name.equals("parent");
    }

    private void begin(String name) {
        open.push(name);
        if (isEntry(name)) {
            entries.push(new HashMap<>());
        }
    }

    private void end(String name, String text) {
        open.pop();
        String parent = open.isEmpty() ? "" : open.peek();
        if (isEntry(name)) {
            add(name, entries.pop());
        } else if (parent.equals("properties")) {
            properties.put(name, text);
        } else if (parent.equals("project") && open.size() == 1) {
            properties.put("project." + name, text);
        } else if (isEntry(parent) && !entries.isEmpty()) {
            entries.element().put(name, text);
        }
    }

    private void add(String kind, Map<String, String> entry) {
        String artifact = entry.getOrDefault("artifactId", "");
        String group =
                entry.getOrDefault(
                        "groupId", kind.equals("plugin") ? "org.apache.maven.plugins" : "");
        if (artifact.isEmpty() || group.isEmpty()) {
            return;
        }
        var dependency = new Dependency("maven", group + ":" + artifact);
        String version = entry.getOrDefault("version", "");
        // Where it is managed, the version stands at another place of the same name.
        found.merge(dependency, version, (first, second) -> first.isEmpty() ? second : first);
        if (kind.equals("parent")) {
            properties.putIfAbsent("project.version", version);
            properties.putIfAbsent("project.groupId", group);
        }
    }

    private String filled(String text, int depth) {
        if (depth == DEEPEST || text.indexOf('$') < 0) {
            return text;
        }
        String filled =
                PROPERTY.matcher(text)
                        .replaceAll(match ->
                                Matcher.quoteReplacement(
                                        properties.getOrDefault(match.group(1), match.group())));
        return filled.equals(text) ? text : filled(filled, depth + 1);
    }
}
