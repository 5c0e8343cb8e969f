package kiro.mcp;

import java.util.List;

/// What a server says of itself when it is met.
///
/// @param program its own name and version
/// @param protocol the version of the protocol that both speak
/// @param instructions how it wants to be used, which is its own word and no one else's
public record Introduction(
        String program,
        String protocol,
        String instructions,
        List<OfferedTool> tools,
        boolean hasResources,
        boolean hasPrompts) {
    public Introduction {
        tools = List.copyOf(tools);
    }
}
