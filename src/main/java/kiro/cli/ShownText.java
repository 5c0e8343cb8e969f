package kiro.cli;

import java.util.Map;
import kiro.cli.terminal.Harmless;
import kiro.secret.SecretMask;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.node.StringNode;

/// Text of a log as it may be shown: secrets masked, and without the characters by which it could command a terminal
/// or turn the order of what is read.
public final class ShownText {
    private final SecretMask mask;

    /// @param environment the variables whose values may be secrets
    public ShownText(Map<String, String> environment) {
        this.mask = SecretMask.of(environment);
    }

    String of(String text) {
        return mask.mask(Harmless.of(text));
    }

    /// The same in one line, with what would command a terminal spelled out: for names that stand in a list.
    String line(String text) {
        return mask.mask(Harmless.visible(text));
    }

    /// Masks every text in a tree, in place; the tree itself is answered, or another text in its stead.
    JsonNode of(JsonNode node) {
        return switch (node) {
            case StringNode text -> StringNode.valueOf(mask.mask(text.stringValue()));
            case ObjectNode object -> {
                object.propertyNames().stream()
                        .toList()
                        .forEach(name -> object.set(name, of(object.path(name))));
                yield object;
            }
            case ArrayNode array -> {
                for (int i = 0; i < array.size(); i++) {
                    array.set(i, of(array.path(i)));
                }
                yield array;
            }
            default -> node;
        };
    }
}
