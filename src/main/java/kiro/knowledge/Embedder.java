package kiro.knowledge;

import java.util.List;

/// A model that makes vectors of texts: those that mean the same lie near each other.
public interface Embedder extends AutoCloseable {
    /// How many texts it is given at once.
    int MOST_TEXTS = 32;

    /// Of which model, since vectors of two models do not compare.
    String name();

    Embedding embed(Role role, List<String> texts) throws InterruptedException;

    @Override
    void close();

    /// What a text is, for models that tell these apart.
    enum Role {
        PASSAGE,
        QUESTION
    }

    /// What came of it.
    sealed interface Embedding {
        /// @param vectors one for each text, in their order, all of one length
        record Vectors(List<float[]> vectors) implements Embedding {
            public Vectors {
                vectors = List.copyOf(vectors);
            }
        }

        /// @param reason in words, with what to do about it
        record Failed(String reason) implements Embedding {}
    }
}
