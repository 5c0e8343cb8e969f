package kiro.sandbox.store;

import java.io.IOException;
import java.util.Map;

/// Build tools of one kind, which can be told where to keep what they fetch.
interface StoreTool {
    /// The variables that tell them; none where they are not used, or may write where they do by themselves.
    Map<String, String> variables(Scene scene) throws IOException;
}
