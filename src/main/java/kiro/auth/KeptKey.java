package kiro.auth;

import java.util.Optional;
import kiro.secret.Secret;

/// A key of a model that is kept.
///
/// @param hint its end, by which a person knows it; empty for a short one
/// @param value empty for one that the system's keyring keeps
public record KeptKey(String hint, String origin, Optional<Secret> value) {
    private static final int SHOWN = 4;
    private static final int LONG = 16;

    /// What may be shown of a key.
    public static String hint(Secret key) {
        String text = key.reveal();
        return text.length() < LONG ? "" : text.substring(text.length() - SHOWN);
    }
}
