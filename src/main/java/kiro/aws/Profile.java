package kiro.aws;

import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// A section of AWS's files.
record Profile(String name, Map<String, String> values) {
    Profile {
        values = Map.copyOf(values);
    }

    Optional<String> find(String key) {
        return Optional.ofNullable(values.get(key)).filter(value -> !value.isBlank());
    }

    boolean has(String key) {
        return find(key).isPresent();
    }

    /// Whether it says of any way to credentials.
    boolean hasCredentials() {
        return Stream.of(
                        "aws_access_key_id",
                        "role_arn",
                        "sso_session",
                        "sso_start_url",
                        "credential_process")
                .anyMatch(this::has);
    }

    /// As messages name it.
    String words() {
        return "the profile '" + name + "'";
    }
}
