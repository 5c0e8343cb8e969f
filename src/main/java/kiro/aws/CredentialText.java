package kiro.aws;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import kiro.secret.Secret;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Credentials as the services of a machine and programs print them: as JSON.
final class CredentialText {
    private static final int LONGEST_LINE = 400;

    private CredentialText() {}

    static Optional<JsonNode> json(String text) {
        try {
            return Optional.of(JsonMapper.shared().readTree(text)).filter(JsonNode::isObject);
        } catch (JacksonException notJson) {
            return Optional.empty();
        }
    }

    /// Empty for what has no key.
    static Optional<AwsCredentials> read(JsonNode json, String origin) {
        String accessKey = json.path("AccessKeyId").asString("");
        String secretKey = json.path("SecretAccessKey").asString("");
        String token = json.path("SessionToken").asString(json.path("Token").asString(""));
        return accessKey.isBlank() || secretKey.isBlank()
                ? Optional.empty()
                : Optional.of(
                        new AwsCredentials(
                                accessKey,
                                Secret.of(secretKey),
                                Optional.of(token).filter(each -> !each.isBlank()).map(Secret::of),
                                instant(json.path("Expiration").asString("")),
                                origin));
    }

    /// Whether a text can be sent in a header.
    static boolean isSendable(String text) {
        return text.chars().allMatch(letter -> letter > ' ' && letter < 0x7f);
    }

    /// What a service says, in one line that a person can read.
    static String line(String text) {
        // What is cut off is not looked at: it may be very long.
        String first = text.substring(0, Math.min(text.length(), 2 * LONGEST_LINE));
        String line = first.replaceAll("[\\s\\p{Cntrl}]+", " ").strip();
        return line.length() <= LONGEST_LINE ? line : line.substring(0, LONGEST_LINE) + " ...";
    }

    static Optional<Instant> instant(String text) {
        try {
            return Optional.of(OffsetDateTime.parse(text).toInstant());
        } catch (DateTimeException none) {
            return utc(text);
        }
    }

    /// Older files of the AWS CLI end their times in `UTC`.
    private static Optional<Instant> utc(String text) {
        try {
            return Optional.of(Instant.parse(text.replace("UTC", "Z")));
        } catch (DateTimeException none) {
            return Optional.empty();
        }
    }
}
