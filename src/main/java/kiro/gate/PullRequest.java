package kiro.gate;

import java.util.Optional;

/// What a pipeline knows of the pull request that it runs for.
///
/// @param title empty where there is none
/// @param body empty where there is none
/// @param base the commit or branch that it is to be merged into
public record PullRequest(int number, String title, String body, Optional<String> base) {}
