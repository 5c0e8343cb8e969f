package kiro.code;

/// The native parser cannot be used on this machine.
final class NativeFailure extends RuntimeException {
    private static final long serialVersionUID = 1L;

    NativeFailure(String message) {
        super(message);
    }

    NativeFailure(String message, Throwable cause) {
        super(message, cause);
    }
}
