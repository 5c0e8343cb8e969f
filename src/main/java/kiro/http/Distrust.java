package kiro.http;

import java.security.cert.CertPathBuilderException;
import java.security.cert.CertificateException;
import java.util.Optional;

/// A server whose certificate does not show who it is. Asking again changes nothing.
///
/// @param fix what a person does about it
public record Distrust(String reason, String fix) {
    private static final String UNSIGNED =
            "where an authority of your company or of a proxy signed it, name the file of that authority in network.authorities or SSL_CERT_FILE";
    private static final String UNFIT =
            "see whether the address is the right one, and the clock of this machine";

    /// Where that is why a connection broke.
    public static Optional<Distrust> of(Throwable cause) {
        Optional<Distrust> unfit = Optional.empty();
        for (Throwable at = cause; at != null; at = at.getCause()) {
            if (at instanceof CertPathBuilderException) {
                return Optional.of(
                        new Distrust("nobody who is trusted signed its certificate", UNSIGNED));
            }
            if (at instanceof CertificateException) {
                String said = Optional.ofNullable(at.getMessage()).orElse("no reason given");
                unfit =
                        Optional.of(
                                new Distrust(
                                        "its certificate does not hold (%s)".formatted(said),
                                        UNFIT));
            }
        }
        return unfit;
    }

    /// The reason and what to do about it.
    public String words() {
        return reason + ": " + fix;
    }
}
