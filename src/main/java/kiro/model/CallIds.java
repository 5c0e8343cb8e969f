package kiro.model;

import java.util.HashSet;
import java.util.Set;

/// Gives each call of a reply an id that is unique in the conversation and that every provider
/// takes. Servers that imitate the protocol leave ids out or use one again.
public final class CallIds {
    private static final int LONGEST = 64;

    private final Set<String> taken;

    private CallIds(Set<String> taken) {
        this.taken = taken;
    }

    public static CallIds of(ModelRequest request) {
        var taken = new HashSet<String>();
        for (Message message : request.messages()) {
            for (Block block : message.blocks()) {
                if (block instanceof Block.ToolCall call) {
                    taken.add(call.id());
                }
            }
        }
        return new CallIds(taken);
    }

    /// The id itself where it can be used, else one made from it.
    public String next(String given) {
        String base = ToolNames.allowed(given, "call");
        String id = base;
        for (int n = 2; !taken.add(id); n++) {
            String suffix = "_" + n;
            id = base.substring(0, Math.min(base.length(), LONGEST - suffix.length())) + suffix;
        }
        return id;
    }
}
