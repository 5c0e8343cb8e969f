package kiro.hook.run;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;

/// What a built-in is asked for.
///
/// @param event with the files that fit the hook alone
/// @param branch that is checked out; empty where there is none
/// @param settings what the hook has in `with`
/// @param root the workspace's folder
/// @param limit after which it is interrupted
public record BuiltInRequest(
        HookEvent event, String branch, Map<String, String> settings, Path root, Duration limit) {
    public BuiltInRequest {
        settings = Map.copyOf(settings);
    }
}
