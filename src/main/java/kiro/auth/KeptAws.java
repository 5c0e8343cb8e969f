package kiro.auth;

import java.util.Optional;

/// How AWS is signed in to, as `kiro auth login` keeps it.
///
/// @param builderId the sign-in with an AWS Builder ID, which stands for a person and lends no credentials
public record KeptAws(
        Optional<KeptSignIn> center, Optional<KeptSignIn> builderId, Optional<KeptRole> role) {
    public static final KeptAws NONE =
            new KeptAws(Optional.empty(), Optional.empty(), Optional.empty());
}
