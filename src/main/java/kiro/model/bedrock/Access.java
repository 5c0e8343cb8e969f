package kiro.model.bedrock;

import java.net.URI;
import java.util.List;
import java.util.Map;
import kiro.model.ModelFailure;
import kiro.secret.Secret;

/// How requests show that they may be made.
interface Access {
    /// What came of asking for access.
    sealed interface Pass {
        /// @param headers that a request bears
        /// @param bearer whose access it is, for people
        /// @param secrets what must not be shown of it
        record Granted(Map<String, String> headers, String bearer, List<Secret> secrets)
                implements Pass {
            public Granted {
                headers = Map.copyOf(headers);
                secrets = List.copyOf(secrets);
            }
        }

        record Denied(ModelFailure failure) implements Pass {}
    }

    /// @param body of the request, in parts
    Pass pass(URI address, List<byte[]> body) throws InterruptedException;

    /// The same for a question without a body.
    Pass question(URI address) throws InterruptedException;

    /// Whether a request that was refused so may be let through when it is made again: what was wrong with the time, or with
    /// credentials that had expired, is mended then. Each is mended once for a reply.
    boolean mends(Refusal refusal);
}
