package kiro.session;

import java.nio.file.Path;

/// The session's log cannot be written: nothing that happens after it could be recovered.
public final class LogFailure extends RuntimeException {
    private static final long serialVersionUID = 1L;

    LogFailure(Path file, Throwable cause) {
        super("cannot write the session's log " + file + ": " + cause.getMessage(), cause);
    }
}
