package kiro.http;

import java.security.cert.CertPathBuilderException;
import java.security.cert.CertificateException;
import java.util.Optional;

/// A server whose certificate does not show who it is. Asking again changes nothing.
public final class Distrust {
    private static final String NEXT =
            "where an authority of your company or of a proxy signed it, name the file of that authority in SSL_CERT_FILE";

    private Distrust() {}

    /// What to say where that is why a connection broke.
    public static Optional<String> words(Throwable cause) {
        Optional<String> words = Optional.empty();
        for (Throwable at = cause; at != null; at = at.getCause()) {
            if (at instanceof CertPathBuilderException) {
                return Optional.of("nobody who is trusted signed its certificate: " + NEXT);
            }
            if (at instanceof CertificateException) {
                words =
                        Optional.of(
                                "its certificate does not hold (%s)"
                                        .formatted(
                                                Optional.ofNullable(at.getMessage())
                                                        .orElse("no reason given")));
            }
        }
        return words;
    }
}
