package kiro.model.bedrock;

import java.net.URI;
import java.util.List;
import java.util.Map;
import kiro.secret.Secret;

/// Access by a key of Bedrock's own, which each request bears.
final class KeyAccess implements Access {
    private final Secret key;

    KeyAccess(Secret key) {
        this.key = key;
    }

    @Override
    public Pass pass(URI address, List<byte[]> body) {
        return new Pass.Granted(
                Map.of("Authorization", "Bearer " + key.reveal()),
                "the key of bedrock.api-key (AWS_BEARER_TOKEN_BEDROCK)",
                List.of(key));
    }

    @Override
    public Pass question(URI address) {
        return pass(address, List.of());
    }

    @Override
    public boolean mends(Refusal refusal) {
        return false;
    }
}
