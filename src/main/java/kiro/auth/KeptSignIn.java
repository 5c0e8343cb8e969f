package kiro.auth;

import java.util.Optional;

/// A sign-in to AWS IAM Identity Center, without any secret: AWS's own cache of tokens has those.
///
/// @param session the name that it has in AWS's own settings; empty where it has none there
/// @param account whose role is used; empty for a sign-in that stands for a person alone
public record KeptSignIn(
        String startUrl,
        String region,
        Optional<String> session,
        Optional<String> account,
        Optional<String> role) {}
