package kiro.session;

import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.JsonNode;

/// The records of what a person does in a conversation.
final class PersonJson {
    static final String SAID = "person-said";
    static final String STOPPED = "turn-stopped";

    private PersonJson() {}

    static void write(JsonGenerator json, Event.OfPerson event) {
        switch (event) {
            case Event.PersonSaid said -> {
                json.writeStringProperty("type", SAID);
                json.writeStringProperty("words", said.words());
            }
            case Event.TurnStopped _ -> json.writeStringProperty("type", STOPPED);
        }
    }

    static Event said(JsonNode json) {
        return new Event.PersonSaid(json.path("words").asString(""));
    }
}
