package kiro;

import java.util.List;
import kiro.knowledge.Embedder;

/// A model that is configured and cannot be used.
///
/// @param reason in words, with what to do about it
record NoEmbedder(String name, String reason) implements Embedder {
    @Override
    public Embedding embed(Role role, List<String> texts) {
        return new Embedding.Failed(name + " makes no vectors: " + reason);
    }

    @Override
    public void close() {}
}
