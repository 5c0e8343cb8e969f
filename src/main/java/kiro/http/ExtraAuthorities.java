package kiro.http;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;

/// Authorities of a company or of a proxy in files that somebody names. They are trusted beside those that Java knows, and in no
/// place of them.
public final class ExtraAuthorities {
    private static final List<String> NAMES =
            List.of("SSL_CERT_FILE", "NODE_EXTRA_CA_CERTS", "AWS_CA_BUNDLE");
    private static final int MOST_BYTES = 8_000_000;
    private static final Pattern ONE =
            Pattern.compile(
                    "-----BEGIN (?:TRUSTED )?CERTIFICATE-----[^-]+-----END (?:TRUSTED )?CERTIFICATE-----");

    /// What stands at both ends of each of them.
    private static final String END = "CERTIFICATE-----";

    private final Map<String, String> texts = new LinkedHashMap<>();
    private final List<String> unreadable = new ArrayList<>();

    private ExtraAuthorities(SequencedMap<String, String> files) {
        files.forEach((name, file) -> {
            String text = texts.computeIfAbsent(file, ExtraAuthorities::text);
            if (text.indexOf(END) == text.lastIndexOf(END)) {
                unreadable.add(name);
            }
        });
    }

    /// @param files by what names them
    public static ExtraAuthorities of(SequencedMap<String, String> files) {
        return new ExtraAuthorities(files);
    }

    /// The files that the environment names, as for other programs of the command line, by the variables.
    public static SequencedMap<String, String> named(Map<String, String> environment) {
        var named = new LinkedHashMap<String, String>();
        for (String name : NAMES) {
            String file = environment.getOrDefault(name, "").strip();
            if (!file.isEmpty()) {
                named.put(name, file);
            }
        }
        return named;
    }

    /// Whom to trust, where that is looked for at the first secure connection.
    public static SSLContext late(Supplier<ExtraAuthorities> found) {
        return new LazyContext(() -> found.get().built());
    }

    /// Every program of the machine may be told of the same long file, under several names: it is read once at the start, and
    /// taken apart at the first secure connection.
    private static String text(String file) {
        try (InputStream in = Files.newInputStream(Path.of(file))) {
            return new String(in.readNBytes(MOST_BYTES), StandardCharsets.ISO_8859_1);
        } catch (IOException | InvalidPathException unreadable) {
            return "";
        }
    }

    /// What names no file with a certificate; it counts for nothing.
    public List<String> unreadable() {
        return List.copyOf(unreadable);
    }

    /// Whom to trust. Nothing is read of certificates before the first secure connection.
    SSLContext context() {
        return new LazyContext(this::built);
    }

    private SSLContext built() throws GeneralSecurityException, IOException {
        if (texts.values().stream().noneMatch(text -> ONE.matcher(text).find())) {
            return SSLContext.getInstance("Default");
        }
        KeyStore all = KeyStore.getInstance(KeyStore.getDefaultType());
        all.load(null, null);
        int number = 0;
        for (Certificate each : trusted()) {
            all.setCertificateEntry("trusted-" + number++, each);
        }
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, managers(Optional.of(all)), null);
        return context;
    }

    /// All authorities that are trusted.
    List<Certificate> trusted() throws GeneralSecurityException {
        List<Certificate> trusted = known();
        trusted.addAll(extra());
        return trusted;
    }

    private static List<Certificate> known() throws GeneralSecurityException {
        var known = new ArrayList<Certificate>();
        for (TrustManager manager : managers(Optional.empty())) {
            if (manager instanceof X509TrustManager certificates) {
                known.addAll(List.of(certificates.getAcceptedIssuers()));
            }
        }
        return known;
    }

    /// @param store of whom is trusted; else it is Java's own
    private static TrustManager[] managers(Optional<KeyStore> store)
            throws GeneralSecurityException {
        var factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        factory.init(store.orElse(null));
        return factory.getTrustManagers();
    }

    private List<Certificate> extra() throws CertificateException {
        CertificateFactory reader = CertificateFactory.getInstance("X.509");
        return texts.values().stream()
                .flatMap(text -> ONE.matcher(text).results())
                .flatMap(one -> read(reader, one.group()).stream())
                .toList();
    }

    /// One that cannot be read keeps no other out.
    private static Optional<Certificate> read(CertificateFactory reader, String text) {
        byte[] plain = text.replace("TRUSTED ", "").getBytes(StandardCharsets.ISO_8859_1);
        try {
            return Optional.of(reader.generateCertificate(new ByteArrayInputStream(plain)));
        } catch (CertificateException broken) {
            return Optional.empty();
        }
    }
}
