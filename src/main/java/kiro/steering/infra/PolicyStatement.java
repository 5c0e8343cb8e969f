package kiro.steering.infra;

import java.util.List;
import kiro.text.SourceSpan;

/// A statement of a policy that allows something.
///
/// @param owner what it belongs to, for messages
/// @param isOfItself whether its resource is the one that it stands at, as in the policy of a key
/// @param isBound whether a condition narrows it
record PolicyStatement(
        String owner,
        boolean isOfItself,
        boolean isBound,
        List<Setting> actions,
        List<Setting> resources,
        List<Setting> principals,
        SourceSpan span) {
    PolicyStatement {
        actions = List.copyOf(actions);
        resources = List.copyOf(resources);
        principals = List.copyOf(principals);
    }
}
