package kiro.cli;

import java.util.Arrays;
import java.util.Optional;

/// A service of models whose key one signs in with.
public enum KeyProvider {
    ANTHROPIC("anthropic", "Anthropic"),
    OPENAI("openai", "OpenAI");

    private final String id;
    private final String words;

    KeyProvider(String id, String words) {
        this.id = id;
        this.words = words;
    }

    static Optional<KeyProvider> of(String id) {
        return Arrays.stream(values()).filter(each -> each.id.equals(id)).findFirst();
    }

    /// As models and flags name it.
    public String id() {
        return id;
    }

    /// As people name it.
    public String words() {
        return words;
    }

    /// The setting that the key stands for.
    public String setting() {
        return id + ".api-key";
    }
}
