package kiro.mcp.oauth;

import java.net.URI;
import java.util.List;
import java.util.Optional;

/// Who gives out the tokens of a server, and where.
///
/// @param scopes what is to be asked for, where anything is
/// @param takesBasic whether a client with a secret shows it in a header of its own
record Authority(
        String issuer,
        URI authorize,
        URI token,
        Optional<URI> register,
        List<String> scopes,
        boolean takesBasic) {
    Authority {
        scopes = List.copyOf(scopes);
    }
}
