package kiro.aws;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import kiro.text.Order;

/// Signs requests to one service in one region, by version 4 of AWS's signatures: with a key of the day that is made from the
/// secret one, over a form of the request in which nothing is left open.
public final class RequestSigner {
    private static final String ALGORITHM = "AWS4-HMAC-SHA256";
    private static final String HMAC = "HmacSHA256";
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'", Locale.ROOT)
                    .withZone(ZoneOffset.UTC);
    private static final int DAY = 8;

    private final String region;
    private final String service;

    public RequestSigner(String region, String service) {
        this.region = region;
        this.service = service;
    }

    /// A request that is to be signed.
    ///
    /// @param address as it is sent: with each part of its path percent-encoded
    /// @param headers those of its headers that the signature is to cover beside its own
    /// @param body in parts, one after another
    public record Unsigned(
            String method, URI address, Map<String, String> headers, List<byte[]> body) {
        public Unsigned {
            headers = Map.copyOf(headers);
            body = List.copyOf(body);
        }
    }

    /// The headers that make the request a signed one.
    public Map<String, String> headers(
            Unsigned request, AwsCredentials credentials, Instant instant) {
        String time = TIME.format(instant);
        var added = new TreeMap<String, String>();
        added.put("x-amz-date", time);
        credentials
                .sessionToken()
                .ifPresent(token -> added.put("x-amz-security-token", token.reveal()));
        var covered = new TreeMap<>(added);
        request.headers()
                .forEach((name, value) -> covered.put(name.toLowerCase(Locale.ROOT), value));
        covered.put("host", host(request.address()));
        String signature =
                HexFormat.of()
                        .formatHex(
                                hmac(
                                        key(credentials, time.substring(0, DAY)),
                                        stringToSign(canonical(request, covered), time)));
        added.put(
                "Authorization",
                "%s Credential=%s/%s, SignedHeaders=%s, Signature=%s"
                        .formatted(
                                ALGORITHM,
                                credentials.accessKey(),
                                scope(time),
                                String.join(";", covered.keySet()),
                                signature));
        return added;
    }

    /// The request in the form that is signed.
    static String canonical(Unsigned request, SortedMap<String, String> covered) {
        String path = request.address().getRawPath();
        return String.join(
                "\n",
                request.method(),
                path == null || path.isEmpty() ? "/" : UriText.encodedPath(path),
                query(request.address()),
                covered.entrySet().stream()
                        .map(header ->
                                header.getKey()
                                        + ":"
                                        + header.getValue().strip().replaceAll(" +", " ")
                                        + "\n")
                        .collect(Collectors.joining()),
                String.join(";", covered.keySet()),
                hash(request.body()));
    }

    String stringToSign(String canonical, String time) {
        return String.join(
                "\n",
                ALGORITHM,
                time,
                scope(time),
                hash(List.of(canonical.getBytes(StandardCharsets.UTF_8))));
    }

    private String scope(String time) {
        return "%s/%s/%s/aws4_request".formatted(time.substring(0, DAY), region, service);
    }

    private byte[] key(AwsCredentials credentials, String day) {
        byte[] secret =
                ("AWS4" + credentials.secretKey().reveal()).getBytes(StandardCharsets.UTF_8);
        return hmac(hmac(hmac(hmac(secret, day), region), service), "aws4_request");
    }

    /// As clients send it: without a port that goes without saying.
    private static String host(URI address) {
        int usual = "https".equals(address.getScheme()) ? 443 : 80;
        int port = address.getPort();
        return port < 0 || port == usual ? address.getHost() : address.getHost() + ":" + port;
    }

    private static String query(URI address) {
        String query = address.getRawQuery();
        if (query == null || query.isEmpty()) {
            return "";
        }
        return Arrays.stream(query.split("&"))
                .filter(parameter -> !parameter.isEmpty())
                .map(parameter -> parameter.contains("=") ? parameter : parameter + "=")
                .map(parameter -> parameter.split("=", 2))
                .sorted(
                        Order.by((String[] parameter) -> parameter[0])
                                .then(parameter -> parameter[1]))
                .map(parameter -> parameter[0] + "=" + parameter[1])
                .collect(Collectors.joining("&"));
    }

    private static String hash(List<byte[]> parts) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            parts.forEach(digest::update);
            return HexFormat.of().formatHex(digest.digest());
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException("every Java has SHA-256", missing);
        }
    }

    private static byte[] hmac(byte[] key, String text) {
        try {
            var mac = Mac.getInstance(HMAC);
            mac.init(new SecretKeySpec(key, HMAC));
            return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException("every Java has " + HMAC, missing);
        }
    }
}
