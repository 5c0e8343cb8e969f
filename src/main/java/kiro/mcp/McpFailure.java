package kiro.mcp;

/// A server did not do what it was asked.
final class McpFailure extends RuntimeException {
    private static final long serialVersionUID = 1;

    /// What became of the server.
    enum Kind {
        /// It has answered that it cannot.
        REFUSED,
        /// It has not answered in time; whether it did something is not known.
        SILENT,
        /// It is gone, and so is what it was doing.
        GONE,
        /// It wants to know who asks.
        UNAUTHORIZED
    }

    private final Kind kind;
    private final String printed;

    McpFailure(Kind kind, String message) {
        this(kind, message, "");
    }

    /// @param printed what the server has printed beside its messages
    McpFailure(Kind kind, String message, String printed) {
        super(message, null, false, false);
        this.kind = kind;
        this.printed = printed;
    }

    String printed() {
        return printed;
    }

    Kind kind() {
        return kind;
    }

    /// In words, for people.
    String reason() {
        return String.valueOf(getMessage());
    }
}
