package kiro.cli;

import java.util.List;
import java.util.Optional;
import kiro.cli.CommandDescription.Given;
import kiro.hook.EventKind;
import kiro.hook.run.Cause;
import kiro.hook.run.HookEvent;
import kiro.hook.run.Subject;

/// The options that say what an event is about, for events that a person makes up.
final class HookEvents {
    private final Given<List<String>> files;
    private final Given<List<String>> tests;
    private final Given<List<String>> dependencies;
    private final Given<String> tool;
    private final Given<String> prompt;

    HookEvents(CommandDescription description) {
        files =
                description.list(
                        "--file", "FILE", "A file that the event is about; may be repeated.");
        tests = description.list("--test", "NAME", "A test that failed; may be repeated.");
        dependencies =
                description.list(
                        "--dependency", "NAME", "A dependency that changed; may be repeated.");
        tool = description.option("--tool", "NAME", "The tool of before-tool and after-tool.");
        prompt = description.option("--prompt", "WORDS", "The words of a prompt, or of a task.");
    }

    /// @param hook the one hook that is meant; empty for all of the event
    HookEvent of(EventKind kind, Optional<String> hook, Cause cause) {
        return new HookEvent(kind, subject(kind, hook), cause, "");
    }

    private Subject subject(EventKind kind, Optional<String> hook) {
        List<String> paths = files.value().orElse(List.of());
        return switch (kind) {
            case FILE_SAVED, FILE_CREATED, FILE_DELETED -> new Subject.Files(paths);
            case PRE_COMMIT, PREPARE_COMMIT_MSG, POST_COMMIT ->
                    new Subject.Commit(paths, Optional.empty(), "");
            case PRE_PUSH -> new Subject.Push(paths, "", "", List.of());
            case TEST_FAILED -> new Subject.FailedTests(tests.value().orElse(List.of()), "");
            case DEPENDENCY_UPDATED ->
                    new Subject.Dependencies(
                            dependencies.value().orElse(List.of()).stream()
                                    .map(name -> new Subject.Dependency("", name, "", "", ""))
                                    .toList());
            case BEFORE_TOOL, AFTER_TOOL ->
                    new Subject.ToolUse(
                            tool.value().orElse(""), "{}", Optional.empty(), false, paths);
            case PROMPT_SUBMITTED -> new Subject.Prompt(prompt.value().orElse(""));
            case BEFORE_TASK, AFTER_TASK ->
                    new Subject.Task(prompt.value().orElse(""), Optional.empty());
            case MANUAL, SCHEDULE ->
                    hook.<Subject>map(Subject.Named::new).orElse(new Subject.Nothing());
            case PR_OPENED, PR_UPDATED, SESSION_START, SESSION_END, STOP -> new Subject.Nothing();
        };
    }
}
