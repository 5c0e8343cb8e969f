package kiro.code;

import java.util.List;
import java.util.Map;

/// What a source file declares and which names it uses, as far as a glance tells.
///
/// @param path from the workspace's root
/// @param declared in the order of the file
/// @param used how often each name stands in it
record FileOutline(String path, List<Declared> declared, Map<String, Integer> used) {
    FileOutline {
        declared = List.copyOf(declared);
        used = Map.copyOf(used);
    }

    /// @param line from 1
    /// @param text the line that declares it, without white space around it
    record Declared(String name, int line, String text) {}
}
