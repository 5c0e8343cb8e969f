package kiro.aws;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import kiro.secret.Secret;

/// What a request to AWS is signed with.
///
/// @param accessKey the id of the key, which is no secret
/// @param sessionToken of credentials that are lent for a time
/// @param expiry from when on they are refused; empty for those that last
/// @param origin where they come from, for people
public record AwsCredentials(
        String accessKey,
        Secret secretKey,
        Optional<Secret> sessionToken,
        Optional<Instant> expiry,
        String origin) {
    /// What must not be shown.
    public List<Secret> secrets() {
        return Stream.concat(Stream.of(secretKey), sessionToken.stream()).toList();
    }

    AwsCredentials of(String other) {
        return new AwsCredentials(accessKey, secretKey, sessionToken, expiry, other);
    }
}
