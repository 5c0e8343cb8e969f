package kiro.knowledge.remote;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import kiro.knowledge.Passage;
import tools.jackson.databind.JsonNode;

/// Reads what `Retrieve` answers. What a later service adds, such as other kinds of places, is told as far as it can be.
final class RetrievedReader {
    private static final String OWN = "x-amz-bedrock-kb-";
    private static final int MOST_FACTS = 4;
    private static final int LONGEST_FACT = 60;

    private final String source;

    /// @param source the name that the settings give to the knowledge base
    RetrievedReader(String source) {
        this.source = source;
    }

    List<Passage> passages(JsonNode json) {
        var passages = new ArrayList<Passage>();
        for (JsonNode result : json.path("retrievalResults").values()) {
            String text = text(result.path("content"));
            if (!text.isBlank()) {
                passages.add(
                        new Passage(
                                source,
                                place(result),
                                title(result.path("metadata")),
                                result.path("score").asDouble(0),
                                text.strip()));
            }
        }
        return passages;
    }

    /// A row of a table is told by its columns; of a picture or a sound only that there is one.
    private static String text(JsonNode content) {
        String text = content.path("text").asString("");
        if (!text.isEmpty()) {
            return text;
        }
        if (content.path("row").isArray()) {
            return content.path("row").values().stream()
                    .map(column ->
                            column.path("columnName").asString("")
                                    + ": "
                                    + column.path("columnValue").asString(""))
                    .collect(Collectors.joining("\n"));
        }
        String type = content.path("type").asString("");
        return type.isEmpty() || type.equals("TEXT")
                ? ""
                : "(%s, which cannot be shown here)"
                        .formatted(type.toLowerCase(java.util.Locale.ROOT));
    }

    private static Passage.Place place(JsonNode result) {
        JsonNode metadata = result.path("metadata");
        String document =
                document(result.path("location"))
                        .or(() ->
                                Optional.of(metadata.path(OWN + "source-uri").asString(""))
                                        .filter(uri -> !uri.isEmpty()))
                        .orElse("a document without an address");
        JsonNode page = metadata.path(OWN + "document-page-number");
        return new Passage.Place(
                document.replaceAll("\\s+", " "),
                Optional.empty(),
                page.isNumber() ? Optional.of((int) page.asDouble()) : Optional.empty());
    }

    /// An address or an id, in the object that is named for the kind of place: `s3Location`, `webLocation`, `customDocumentLocation`.
    private static Optional<String> document(JsonNode location) {
        return location.properties().stream()
                .filter(entry -> entry.getKey().endsWith("Location") && entry.getValue().isObject())
                .flatMap(entry ->
                        Stream.of("uri", "url", "id", "query")
                                .map(name -> entry.getValue().path(name).asString(""))
                                .filter(value -> !value.isEmpty())
                                .limit(1))
                .findFirst();
    }

    /// What those who filled the knowledge base say of the document.
    private static String title(JsonNode metadata) {
        return metadata.properties().stream()
                .filter(entry -> !entry.getKey().startsWith("x-amz-"))
                .filter(entry -> entry.getValue().isValueNode() && !entry.getValue().isNull())
                .map(entry -> entry.getKey() + "=" + entry.getValue().asString(""))
                .filter(fact -> fact.length() <= LONGEST_FACT)
                .sorted()
                .limit(MOST_FACTS)
                .collect(Collectors.joining(", "));
    }
}
