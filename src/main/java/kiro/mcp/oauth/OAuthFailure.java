package kiro.mcp.oauth;

/// Signing in did not come to its end.
final class OAuthFailure extends RuntimeException {
    private static final long serialVersionUID = 1;

    OAuthFailure(String message) {
        super(message, null, false, false);
    }

    /// In words, for people.
    String reason() {
        return String.valueOf(getMessage());
    }
}
