package kiro.cli;

import java.util.List;
import java.util.Locale;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// What a person is signed in with, for programs, as `docs/formats/auth.md` describes it.
final class AuthJson {
    private static final int VERSION = 1;

    private AuthJson() {}

    static String status(List<AuthEntry> entries) {
        ObjectNode root = JsonMapper.shared().createObjectNode().put("version", VERSION);
        ArrayNode array = root.putArray("credentials");
        entries.forEach(each -> entry(array.addObject(), each));
        return root.toString();
    }

    private static void entry(ObjectNode node, AuthEntry entry) {
        node.put("service", entry.service())
                .put("kind", entry.kind())
                .put("origin", entry.origin())
                .put("state", entry.state().name().toLowerCase(Locale.ROOT));
        if (!entry.hint().isEmpty()) {
            node.put("endsIn", entry.hint());
        }
        entry.until().ifPresent(until -> node.put("until", until.toString()));
        if (!entry.note().isEmpty()) {
            node.put("note", entry.note());
        }
    }
}
