package kiro.gate;

import java.util.List;

/// A commit of a change.
///
/// @param id abbreviated
/// @param files that it changes, relative to the workspace
record Commit(String id, Message message, List<String> files) {
    Commit {
        files = List.copyOf(files);
    }
}
