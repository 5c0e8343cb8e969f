package kiro.workspace.dependency;

import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Reads what `package.json` and `package-lock.json` depend on. The second is read as it goes by, since it can be large.
final class NpmReader {
    private static final List<String> LISTS =
            List.of("peerDependencies", "optionalDependencies", "devDependencies", "dependencies");
    private static final String FOLDER = "node_modules/";

    private NpmReader() {}

    static Optional<SortedMap<Dependency, String>> manifest(byte[] content) {
        try {
            JsonNode json = JsonMapper.shared().readTree(content);
            var found = new TreeMap<Dependency, String>();
            for (String list : LISTS) {
                json.path(list)
                        .properties()
                        .forEach(each ->
                                found.put(
                                        new Dependency("npm", each.getKey()),
                                        each.getValue().asString("")));
            }
            return json.isObject() ? Optional.of(found) : Optional.empty();
        } catch (JacksonException broken) {
            return Optional.empty();
        }
    }

    /// Of a name that is there in several versions, the one that the project itself gets.
    static Optional<SortedMap<Dependency, String>> lock(byte[] content) {
        var found = new TreeMap<Dependency, String>();
        try (JsonParser json = JsonMapper.shared().createParser(content)) {
            if (json.nextToken() != JsonToken.START_OBJECT) {
                return Optional.empty();
            }
            while (json.nextToken() == JsonToken.PROPERTY_NAME) {
                String name = json.currentName();
                JsonToken value = json.nextToken();
                boolean isList = name.equals("packages") || name.equals("dependencies");
                if (isList && value == JsonToken.START_OBJECT) {
                    entries(json, name.equals("packages") ? FOLDER : "", found);
                } else {
                    json.skipChildren();
                }
            }
            return json.currentToken() == JsonToken.END_OBJECT
                    ? Optional.of(found)
                    : Optional.empty();
        } catch (JacksonException broken) {
            return Optional.empty();
        }
    }

    private static void entries(
            JsonParser json, String prefix, SortedMap<Dependency, String> found) {
        while (json.nextToken() == JsonToken.PROPERTY_NAME) {
            String key = json.currentName();
            json.nextToken();
            String version = version(json);
            String name = key.startsWith(prefix) ? key.substring(prefix.length()) : "";
            if (!name.isEmpty() && !name.contains(FOLDER) && !version.isEmpty()) {
                found.put(new Dependency("npm", name), version);
            }
        }
    }

    private static String version(JsonParser json) {
        String version = "";
        if (json.currentToken() != JsonToken.START_OBJECT) {
            json.skipChildren();
            return version;
        }
        while (json.nextToken() == JsonToken.PROPERTY_NAME) {
            String name = json.currentName();
            JsonToken value = json.nextToken();
            if (name.equals("version") && value == JsonToken.VALUE_STRING) {
                version = json.getString();
            }
            json.skipChildren();
        }
        return version;
    }
}
