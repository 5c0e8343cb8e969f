package kiro.steering;

import java.util.Optional;
import kiro.workspace.WorkspacePath;

/// A file of team policy.
///
/// @param name its file name without `.md`
/// @param body its text below the front matter
public record SteeringFile(
        WorkspacePath path,
        String name,
        Inclusion inclusion,
        Optional<String> owner,
        Optional<String> review,
        String body) {}
