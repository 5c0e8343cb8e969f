package kiro.persona;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// What the words of agent files are among the tools of this program: those of today's Kiro, of its command line and
/// of its editor.
final class ToolTags {
    private static final List<String> READ =
            List.of("read_file", "list_directory", "search", "read_skill", "read_spec");
    private static final List<String> WRITE = List.of("write_file", "edit_file", "apply_patch");
    private static final List<String> SHELL =
            List.of("run_command", "start_command", "command_output", "stop_command", "git");
    private static final List<String> WEB = List.of("web_fetch", "web_search");
    private static final List<String> CHECKS = List.of("diagnostics", "run_tests", "todo");
    private static final List<String> DELEGATE = List.of("delegate");

    private static final Map<String, List<String>> TAGS = tags();

    private static Map<String, List<String>> tags() {
        var tags = new LinkedHashMap<String, List<String>>();
        List.of("read", "fs_read").forEach(tag -> tags.put(tag, READ));
        List.of("write", "fs_write").forEach(tag -> tags.put(tag, WRITE));
        List.of("shell", "execute_bash", "execute_cmd", "execute_pwsh")
                .forEach(tag -> tags.put(tag, SHELL));
        tags.put("web", WEB);
        List.of("subagent", "use_subagent", "delegate").forEach(tag -> tags.put(tag, DELEGATE));
        List.of("read_file", "read_files", "read_multiple_files", "read_code")
                .forEach(tag -> tags.put(tag, List.of("read_file")));
        List.of("list_directory", "glob", "file_search")
                .forEach(tag -> tags.put(tag, List.of("list_directory")));
        List.of("search", "grep", "grep_search").forEach(tag -> tags.put(tag, List.of("search")));
        List.of("skill", "read_skill").forEach(tag -> tags.put(tag, List.of("read_skill")));
        List.of("write_file", "fs_append").forEach(tag -> tags.put(tag, List.of("write_file")));
        List.of("edit_file", "edit_code", "str_replace")
                .forEach(tag -> tags.put(tag, List.of("edit_file")));
        List.of("diagnostics", "get_diagnostics")
                .forEach(tag -> tags.put(tag, List.of("diagnostics")));
        List.of("knowledge", "search_knowledge")
                .forEach(tag -> tags.put(tag, List.of("search_knowledge")));
        List.of("todo", "todo_list").forEach(tag -> tags.put(tag, List.of("todo")));
        List.of(
                        "apply_patch",
                        "run_command",
                        "start_command",
                        "command_output",
                        "stop_command",
                        "run_tests",
                        "read_spec",
                        "git",
                        "web_fetch",
                        "web_search")
                .forEach(tag -> tags.put(tag, List.of(tag)));
        return tags;
    }

    /// Words of Kiro for what this program has no tool for.
    private static final Set<String> WITHOUT_TOOL =
            Set.of(
                    "context",
                    "code",
                    "thinking",
                    "introspect",
                    "use_aws",
                    "aws",
                    "report_issue",
                    "session",
                    "power",
                    "powers",
                    "delete_file");

    private ToolTags() {}

    /// The tools that a word stands for; none where it stands for none.
    static Set<String> tools(String word) {
        var tools = new TreeSet<String>();
        if (word.indexOf('*') >= 0 || word.indexOf('?') >= 0) {
            Pattern pattern = Pattern.compile(ToolPatterns.glob(word));
            TAGS.forEach((tag, names) -> {
                if (pattern.matcher(tag).matches()) {
                    tools.addAll(names);
                }
                names.stream().filter(name -> pattern.matcher(name).matches()).forEach(tools::add);
            });
            return tools;
        }
        TAGS.forEach((tag, names) -> {
            if (ToolPatterns.plain(tag).equals(ToolPatterns.plain(word))) {
                tools.addAll(names);
            }
        });
        tools.add(word);
        return tools;
    }

    /// Whether a word means something to Kiro or to this program.
    static boolean isKnown(String word) {
        if (word.startsWith("@") || word.equals("*")) {
            return true;
        }
        boolean isPattern = word.indexOf('*') >= 0 || word.indexOf('?') >= 0;
        return isPattern
                ? !tools(word).isEmpty()
                : tools(word).size() > 1 || isWithoutTool(word) || isName(word);
    }

    private static boolean isName(String word) {
        return TAGS.values().stream().anyMatch(names -> names.contains(word));
    }

    static boolean isWithoutTool(String word) {
        String plain = ToolPatterns.plain(word);
        return WITHOUT_TOOL.stream().anyMatch(tag -> ToolPatterns.plain(tag).equals(plain));
    }

    /// The tools that every agent can have.
    static List<String> all() {
        return Stream.of(READ, WRITE, SHELL, WEB, DELEGATE, CHECKS)
                .flatMap(List::stream)
                .sorted()
                .toList();
    }

    /// The words that a person may have meant.
    static Set<String> words() {
        return new TreeSet<>(TAGS.keySet());
    }
}
