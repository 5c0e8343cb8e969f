package kiro.model.builtin;

import java.util.LinkedHashMap;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/// A call to a tool that is going to be made.
///
/// @param arguments as JSON
record Call(String tool, String arguments) {
    private static final String DELETES = "*** Begin Patch\n*** Delete File: %s\n*** End Patch\n";

    static Call of(String tool, Map<String, Object> arguments) {
        return new Call(tool, JsonMapper.shared().writeValueAsString(arguments));
    }

    static Call read(String path) {
        return of("read_file", ordered("path", path));
    }

    static Call list(String path, int depth) {
        return of("list_directory", ordered("path", path, "depth", depth));
    }

    static Call write(String path, String content) {
        return of("write_file", ordered("path", path, "content", content));
    }

    static Call edit(String path, String oldText, String newText) {
        return of("edit_file", ordered("path", path, "old_text", oldText, "new_text", newText));
    }

    /// Deletes a file, whatever is in it.
    static Call delete(String path) {
        return of("apply_patch", ordered("patch", DELETES.formatted(path)));
    }

    /// The file that a call to `apply_patch` of this engine's own deletes.
    static String deleted(String patch) {
        int at = DELETES.indexOf('%');
        int end = patch.indexOf('\n', at);
        return patch.length() < at || end < 0 ? "" : patch.substring(at, end);
    }

    static Call problem(String reason) {
        return of("report_problem", ordered("reason", reason));
    }

    private static Map<String, Object> ordered(Object... pairs) {
        var map = new LinkedHashMap<String, Object>();
        for (int i = 0; i < pairs.length; i += 2) {
            map.put((String) pairs[i], pairs[i + 1]);
        }
        return map;
    }
}
