package kiro.memory;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import kiro.text.Hash;
import tools.jackson.core.JsonPointer;
import tools.jackson.databind.JsonNode;

/// Reads one fact of the memory's file.
final class FactReader {
    private static final int LONGEST = 4_000;
    private static final LocalDate LONG_AGO = LocalDate.EPOCH;

    private final JsonPointer place;
    private final int version;
    private final BiConsumer<JsonPointer, String> broken;
    private boolean isBroken;

    FactReader(JsonPointer place, int version, BiConsumer<JsonPointer, String> broken) {
        this.place = place;
        this.version = version;
        this.broken = broken;
    }

    Optional<Fact> read(JsonNode node) {
        if (version == 1 && node.isString()) {
            return Optional.of(ofVersion1("convention", node.asString()));
        }
        if (!node.isObject()) {
            fault("", "a fact is not an object");
            return Optional.empty();
        }
        String text = string(node, "text").strip();
        String kind = string(node, "kind").strip();
        if (version == 1 && node.path("id").isMissingNode() && !text.isEmpty()) {
            return Optional.of(ofVersion1(kind.isEmpty() ? "convention" : kind, text));
        }
        if (!FactId.isOne(string(node, "id"))) {
            fault("id", "'id' is not letters, digits and '-'");
        }
        if (kind.isEmpty()) {
            fault("kind", "'kind' is not decision, pattern, convention or integration");
        }
        if (text.isEmpty() || text.length() > LONGEST) {
            fault("text", "'text' is not 1 to %,d characters".formatted(LONGEST));
        }
        Weight weight = weight(node);
        LocalDate date = date(node, "date");
        Scope scope = scope(node.path("scope"));
        List<Ground> rests = rests(node.path("rests"));
        if (isBroken) {
            return Optional.empty();
        }
        var statement =
                new Statement(
                        new FactId(string(node, "id")),
                        text,
                        source(node.path("source")),
                        date,
                        weight,
                        scope,
                        rests);
        return Optional.of(withTally(Fact.of(kind, statement), node.path("seen")));
    }

    private static Fact ofVersion1(String kind, String text) {
        return Fact.of(
                kind,
                new Statement(
                        FactId.of(kind, text),
                        text,
                        new Source.OfPerson("memory of version 1"),
                        LONG_AGO,
                        Weight.CERTAIN,
                        Scope.WHOLE,
                        List.of()));
    }

    private static Fact withTally(Fact fact, JsonNode seen) {
        int count = seen.path("count").asInt(-1);
        int of = seen.path("of").asInt(-1);
        return fact instanceof Fact.Pattern(Statement statement, Optional<Fact.Tally> _)
                        && count >= 0
                        && of >= count
                ? new Fact.Pattern(statement, Optional.of(new Fact.Tally(count, of)))
                : fact;
    }

    private Weight weight(JsonNode node) {
        double confidence = node.path("confidence").asDouble(1);
        if (!(confidence >= 0 && confidence <= 1)
                || (node.has("confidence") && !node.path("confidence").isNumber())) {
            fault("confidence", "'confidence' is not a number from 0 to 1");
            return Weight.CERTAIN;
        }
        String state = node.path("state").asString("active");
        if (!state.equals("active")
                && !state.equals("proposed")
                && version <= MemoryReader.VERSION) {
            fault("state", "'state' is not active or proposed");
        }
        return new Weight(
                confidence,
                node.path("pinned").asBoolean(false),
                state.equals("active") ? Weight.Standing.ACTIVE : Weight.Standing.PROPOSED);
    }

    private LocalDate date(JsonNode node, String key) {
        try {
            return LocalDate.parse(string(node, key));
        } catch (DateTimeException wrong) {
            fault(key, "'%s' is not a date such as 2026-11-25".formatted(key));
            return LONG_AGO;
        }
    }

    private Scope scope(JsonNode node) {
        return new Scope(strings(node, "paths"), strings(node, "topics"));
    }

    private List<String> strings(JsonNode node, String key) {
        var strings = new ArrayList<String>();
        JsonNode list = node.path(key);
        if (!list.isArray() && !list.isMissingNode()) {
            fault("scope", "'%s' is not a list of texts".formatted(key));
        }
        for (JsonNode item : list.values()) {
            if (item.isString()) {
                strings.add(item.asString());
            } else {
                fault("scope", "'%s' is not a list of texts".formatted(key));
            }
        }
        return strings;
    }

    private List<Ground> rests(JsonNode list) {
        var rests = new ArrayList<Ground>();
        for (JsonNode item : list.values()) {
            Optional<Hash> hash = hash(item, "hash");
            String file = string(item, "file");
            if (hash.isEmpty() || file.isEmpty()) {
                fault("rests", "an entry of 'rests' needs a 'file' and a digest 'hash'");
            } else {
                rests.add(new Ground(file, part(item), hash.get()));
            }
        }
        return rests;
    }

    private static Ground.Part part(JsonNode item) {
        return switch (item.path("part").asString("file")) {
            case "line" -> new Ground.Part.Line();
            case "section" -> new Ground.Part.Section(string(item, "section"));
            default -> new Ground.Part.Whole();
        };
    }

    private static Source source(JsonNode node) {
        int line = node.path("line").asInt(0);
        if (node.path("spec").isString()) {
            return new Source.OfSpec(node.path("spec").asString(), string(node, "section"), line);
        }
        if (node.path("file").isString()) {
            return new Source.OfFile(node.path("file").asString(), line);
        }
        if (node.path("commit").isString()) {
            return new Source.OfCommit(node.path("commit").asString());
        }
        if (node.path("session").isString()) {
            return new Source.OfSession(node.path("session").asString());
        }
        return node.path("person").isString()
                ? new Source.OfPerson(node.path("person").asString())
                : new Source.Unknown();
    }

    static Optional<Forgotten> forgotten(JsonNode node) {
        try {
            Optional<Hash> words = hash(node, "words");
            return words.isPresent() && FactId.isOne(string(node, "id"))
                    ? Optional.of(
                            new Forgotten(
                                    new FactId(string(node, "id")),
                                    words.get(),
                                    LocalDate.parse(string(node, "date"))))
                    : Optional.empty();
        } catch (DateTimeException wrong) {
            return Optional.empty();
        }
    }

    private static Optional<Hash> hash(JsonNode node, String key) {
        String hex = string(node, key);
        return hex.matches("[0-9a-f]{64}") ? Optional.of(new Hash(hex)) : Optional.empty();
    }

    /// A text; empty where there is none, or it is none.
    private static String string(JsonNode node, String key) {
        return node.path(key).isString() ? node.path(key).stringValue() : "";
    }

    private void fault(String key, String message) {
        isBroken = true;
        broken.accept(key.isEmpty() ? place : place.appendProperty(key), message);
    }
}
