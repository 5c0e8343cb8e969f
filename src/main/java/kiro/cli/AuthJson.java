package kiro.cli;

import java.util.List;
import java.util.Locale;
import kiro.aws.Identity;
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

    static String whoami(Identity identity, List<AuthEntry> others) {
        ObjectNode root = JsonMapper.shared().createObjectNode().put("version", VERSION);
        switch (identity) {
            case Identity.Nobody _ -> {}
            case Identity.Failed(String message, String fix) ->
                    root.putObject("problem").put("message", message).put("fix", fix);
            case Identity.Known known -> {
                ObjectNode aws =
                        root.putObject("aws")
                                .put("arn", known.arn())
                                .put("account", known.account())
                                .put("origin", known.origin());
                known.until().ifPresent(until -> aws.put("until", until.toString()));
            }
        }
        ArrayNode array = root.putArray("credentials");
        others.forEach(each -> entry(array.addObject(), each));
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
        entry.renewed().ifPresent(until -> node.put("renewedUntil", until.toString()));
        if (!entry.note().isEmpty()) {
            node.put("note", entry.note());
        }
    }
}
