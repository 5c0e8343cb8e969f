package kiro.text;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonPointer;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.JsonNode;

/// The JSON of files that people may edit: strict, with numbers as they are written, and with places.
public final class StrictJson {
    private static final int DEEPEST = 64;
    private static final JsonFactory FACTORY =
            JsonFactory.builder()
                    .streamReadConstraints(
                            StreamReadConstraints.builder().maxNestingDepth(DEEPEST).build())
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .build();

    private StrictJson() {}

    /// @throws tools.jackson.core.JacksonException when it is not JSON
    public static JsonNode parse(byte[] bytes) {
        try (JsonParser json = FACTORY.createParser(ObjectReadContext.empty(), bytes)) {
            return Json.read(json, Json.Fractions.AS_WRITTEN);
        }
    }

    /// Where a value stands; where its nearest parent stands, when there is none.
    public static SourceSpan place(byte[] bytes, JsonPointer wanted) {
        for (JsonPointer at = wanted; at != null && !at.matches(); at = at.head()) {
            SourceSpan found = placeOf(bytes, at.toString());
            if (!found.equals(SourceSpan.start())) {
                return found;
            }
        }
        return SourceSpan.start();
    }

    private static SourceSpan placeOf(byte[] bytes, String pointer) {
        try (JsonParser parser = FACTORY.createParser(ObjectReadContext.empty(), bytes)) {
            while (parser.nextToken() != null) {
                boolean isAt =
                        parser.streamReadContext().pathAsPointer().toString().equals(pointer);
                if (isAt) {
                    return span(parser.currentTokenLocation());
                }
            }
        }
        return SourceSpan.start();
    }

    /// The place of a token, or of what is wrong, as the parser tells it; of what is nested too deep it tells none.
    public static SourceSpan span(@Nullable TokenStreamLocation place) {
        if (place == null) {
            return SourceSpan.start();
        }
        int line = Math.max(1, place.getLineNr());
        int column = Math.max(1, place.getColumnNr());
        return new SourceSpan(line, column, line, column);
    }
}
