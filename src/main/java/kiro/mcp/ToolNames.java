package kiro.mcp;

import java.util.HashSet;
import java.util.Set;
import kiro.text.Hash;

/// The names by which a model calls the tools of servers: `mcp__server__tool`, of the letters and the length that
/// every model takes. Two tools never have one name.
final class ToolNames {
    private static final int LONGEST = 64;
    private static final int HASH = 8;

    private final Set<String> taken = new HashSet<>();

    String name(String server, String tool) {
        String plain = "mcp__" + letters(server) + "__" + letters(tool);
        boolean isWhole =
                plain.length() <= LONGEST
                        && plain.equals("mcp__" + server + "__" + tool)
                        && taken.add(plain);
        return isWhole ? plain : marked(plain, server, tool);
    }

    private String marked(String plain, String server, String tool) {
        String hash = Hash.of(server + "/" + tool).hex();
        String start = plain.substring(0, Math.min(plain.length(), LONGEST - HASH - 1));
        for (int from = 0; from + HASH <= hash.length(); from++) {
            String name = start + "_" + hash.substring(from, from + HASH);
            if (taken.add(name)) {
                return name;
            }
        }
        throw new IllegalStateException("a server has the same tool again and again: " + plain);
    }

    private static String letters(String text) {
        return text.replaceAll("[^A-Za-z0-9_-]", "_");
    }
}
