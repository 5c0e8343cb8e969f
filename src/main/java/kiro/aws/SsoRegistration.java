package kiro.aws;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import kiro.secret.Secret;
import kiro.text.OwnFile;
import kiro.text.SmallFile;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// A client as which one signs in, registered for some weeks, in the file in which the AWS CLI keeps it.
///
/// @param until from when on it is not known any more
record SsoRegistration(String id, Secret secret, Instant until, List<String> scopes) {
    private static final Duration RESERVE = Duration.ofMinutes(15);

    /// The last second of the year 9999: what a service says beyond that is no time.
    private static final long LATEST = 253_402_300_799L;

    private static final String DEVICE = "urn:ietf:params:oauth:grant-type:device_code";

    /// The file that the AWS CLI would look into: it is named after what the registration is for, as Python prints it.
    static Path file(Path home, CenterPlace place) {
        String scopes =
                place.scopes().isEmpty()
                        ? "null"
                        : place.scopes().stream()
                                .map(SsoRegistration::quoted)
                                .collect(Collectors.joining(", ", "[", "]"));
        return SsoToken.file(
                home,
                "{\"region\": %s, \"scopes\": %s, \"session_name\": %s, \"startUrl\": %s, \"tool\": \"botocore\"}"
                        .formatted(
                                quoted(place.region()),
                                scopes,
                                place.session().map(SsoRegistration::quoted).orElse("null"),
                                quoted(place.startUrl())));
    }

    /// A text of JSON with letters of ASCII alone.
    private static String quoted(String text) {
        var quoted = new StringBuilder();
        JsonMapper.shared()
                .writeValueAsString(text)
                .chars()
                .forEach(c -> {
                    if (c < 0x80) {
                        quoted.append((char) c);
                    } else {
                        quoted.append("\\u%04x".formatted(c));
                    }
                });
        return quoted.toString();
    }

    /// The one that is kept; empty for one that is over, or made for another way to sign in.
    static Optional<SsoRegistration> read(Path file, CenterPlace place, Instant now) {
        try {
            return CredentialText.json(SmallFile.read(file))
                    .filter(json ->
                            !json.has("grantTypes")
                                    || json.path("grantTypes").values().stream()
                                            .anyMatch(each -> DEVICE.equals(each.asString(""))))
                    .flatMap(json ->
                            of(
                                    json,
                                    CredentialText.instant(json.path("expiresAt").asString("")),
                                    place))
                    .filter(each -> each.until().isAfter(now.plus(RESERVE)));
        } catch (IOException none) {
            return Optional.empty();
        }
    }

    /// The one that the service has just given.
    static Optional<SsoRegistration> answered(JsonNode json, CenterPlace place) {
        return of(
                json,
                Optional.of(json.path("clientSecretExpiresAt").asLong(0))
                        .filter(seconds -> seconds > 0 && seconds < LATEST)
                        .map(Instant::ofEpochSecond),
                place);
    }

    private static Optional<SsoRegistration> of(
            JsonNode json, Optional<Instant> until, CenterPlace place) {
        String id = json.path("clientId").asString("");
        String secret = json.path("clientSecret").asString("");
        return id.isEmpty() || secret.isEmpty() || until.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        new SsoRegistration(id, Secret.of(secret), until.get(), place.scopes()));
    }

    void save(Path file) throws IOException {
        ObjectNode json = body().put("expiresAt", until.truncatedTo(ChronoUnit.SECONDS).toString());
        if (!scopes.isEmpty()) {
            scopes.forEach(json.putArray("scopes")::add);
        }
        new OwnFile(file).replacePrivately(json.toString());
    }

    /// What shows a service the client.
    ObjectNode body() {
        return JsonMapper.shared()
                .createObjectNode()
                .put("clientId", id)
                .put("clientSecret", secret.reveal());
    }
}
