package kiro.session;

import java.util.ArrayList;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.JsonNode;

/// The record of what was told of the project's memory.
final class RecallJson {
    static final String TYPE = "facts-recalled";

    private RecallJson() {}

    static void write(JsonGenerator json, Event.FactsRecalled recalled) {
        json.writeStringProperty("type", TYPE);
        json.writeArrayPropertyStart("facts");
        for (Event.RecalledFact fact : recalled.facts()) {
            json.writeStartObject();
            json.writeStringProperty("id", fact.id());
            json.writeStringProperty("kind", fact.kind());
            json.writeStringProperty("text", fact.text());
            json.writeStringProperty("reason", fact.reason());
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeArrayPropertyStart("stale");
        recalled.stale().forEach(json::writeString);
        json.writeEndArray();
        json.writeNumberProperty("left", recalled.left());
    }

    static Event read(JsonNode json) {
        var facts = new ArrayList<Event.RecalledFact>();
        for (JsonNode fact : json.path("facts").values()) {
            facts.add(
                    new Event.RecalledFact(
                            text(fact, "id"),
                            text(fact, "kind"),
                            text(fact, "text"),
                            text(fact, "reason")));
        }
        var stale = new ArrayList<String>();
        json.path("stale").values().forEach(id -> stale.add(id.asString("")));
        return new Event.FactsRecalled(facts, stale, json.path("left").asInt());
    }

    private static String text(JsonNode json, String name) {
        return json.path(name).asString("");
    }
}
