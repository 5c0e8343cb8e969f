package kiro.agent;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/// The texts that models are given, from the program's resources.
public final class PromptTexts {
    /// The text of `kiro/prompt/<name>`, without white space around it.
    public String text(String name) {
        try (InputStream in = PromptTexts.class.getResourceAsStream("/kiro/prompt/" + name)) {
            if (in == null) {
                throw new IllegalStateException("the program lacks its prompt " + name);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).strip();
        } catch (IOException cause) {
            throw new UncheckedIOException(cause);
        }
    }
}
