package kiro.hook;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// What can happen that a hook waits for, with the names that each format has for it. A format without a name for one has
/// an empty text.
public enum EventKind {
    FILE_SAVED("file-saved", "PostFileSave", "fileEdited", ""),
    FILE_CREATED("file-created", "PostFileCreate", "fileCreated", ""),
    FILE_DELETED("file-deleted", "PostFileDelete", "fileDeleted", ""),
    PRE_COMMIT("pre-commit", "", "", ""),
    PREPARE_COMMIT_MSG("prepare-commit-msg", "", "", ""),
    POST_COMMIT("post-commit", "", "", ""),
    PRE_PUSH("pre-push", "", "", ""),
    TEST_FAILED("test-failed", "", "", ""),
    PR_OPENED("pr-opened", "", "", ""),
    PR_UPDATED("pr-updated", "", "", ""),
    DEPENDENCY_UPDATED("dependency-updated", "", "", ""),
    BEFORE_TOOL("before-tool", "PreToolUse", "preToolUse", "preToolUse"),
    AFTER_TOOL("after-tool", "PostToolUse", "postToolUse", "postToolUse"),
    BEFORE_TASK("before-task", "PreTaskExec", "preTaskExecution", ""),
    AFTER_TASK("after-task", "PostTaskExec", "postTaskExecution", ""),
    PROMPT_SUBMITTED("prompt-submitted", "UserPromptSubmit", "promptSubmit", "userPromptSubmit"),
    SESSION_START("session-start", "SessionStart", "sessionStart", "agentSpawn"),
    SESSION_END("session-end", "SessionEnd", "", ""),
    STOP("stop", "Stop", "agentStop", "stop"),
    MANUAL("manual", "Manual", "userTriggered", ""),
    SCHEDULE("schedule", "", "", "");

    private final String word;
    private final String current;
    private final String older;
    private final String inAgents;

    EventKind(String word, String current, String older, String inAgents) {
        this.word = word;
        this.current = current;
        this.older = older;
        this.inAgents = inAgents;
    }

    /// Its name in `hooks.yaml` and on the command line.
    public String word() {
        return word;
    }

    /// Its name in the JSON that a command reads: that of today's Kiro, where it has one.
    public String wireName() {
        return current.isEmpty() ? word : current;
    }

    /// The name that a command of a hook is told, which is that of the format in which the hook is written.
    public String nameIn(Hook.Format format) {
        String name =
                switch (format) {
                    case YAML, CURRENT -> current;
                    case OLDER -> older;
                    case AGENT -> inAgents;
                };
        return name.isEmpty() ? wireName() : name;
    }

    /// Whether it happens in a session of the agent, which a hook can then say something to.
    public boolean isOfSession() {
        return switch (this) {
            case BEFORE_TOOL,
                    AFTER_TOOL,
                    BEFORE_TASK,
                    AFTER_TASK,
                    PROMPT_SUBMITTED,
                    SESSION_START,
                    SESSION_END,
                    STOP ->
                    true;
            case FILE_SAVED,
                    FILE_CREATED,
                    FILE_DELETED,
                    PRE_COMMIT,
                    PREPARE_COMMIT_MSG,
                    POST_COMMIT,
                    PRE_PUSH,
                    TEST_FAILED,
                    PR_OPENED,
                    PR_UPDATED,
                    DEPENDENCY_UPDATED,
                    MANUAL,
                    SCHEDULE ->
                    false;
        };
    }

    public boolean isOfGit() {
        return this == PRE_COMMIT
                || this == PREPARE_COMMIT_MSG
                || this == POST_COMMIT
                || this == PRE_PUSH;
    }

    /// Whether a hook on it can say no to what is about to happen.
    public boolean canBlock() {
        return switch (this) {
            case PRE_COMMIT,
                    PREPARE_COMMIT_MSG,
                    PRE_PUSH,
                    BEFORE_TOOL,
                    BEFORE_TASK,
                    PROMPT_SUBMITTED ->
                    true;
            case FILE_SAVED,
                    FILE_CREATED,
                    FILE_DELETED,
                    POST_COMMIT,
                    TEST_FAILED,
                    PR_OPENED,
                    PR_UPDATED,
                    DEPENDENCY_UPDATED,
                    AFTER_TOOL,
                    AFTER_TASK,
                    SESSION_START,
                    SESSION_END,
                    STOP,
                    MANUAL,
                    SCHEDULE ->
                    false;
        };
    }

    public boolean isOfFile() {
        return this == FILE_SAVED || this == FILE_CREATED || this == FILE_DELETED;
    }

    boolean isOfTool() {
        return this == BEFORE_TOOL || this == AFTER_TOOL;
    }

    /// Whether what it prints is told to the model.
    public boolean givesContext() {
        return this == SESSION_START || this == PROMPT_SUBMITTED;
    }

    public static Optional<EventKind> of(String word) {
        return Arrays.stream(values()).filter(kind -> kind.word.equals(word)).findFirst();
    }

    /// By any of its names, of whatever format.
    public static Optional<EventKind> named(String name) {
        return Arrays.stream(values())
                .filter(kind ->
                        !name.isEmpty()
                                && List.of(kind.word, kind.current, kind.older, kind.inAgents)
                                        .contains(name))
                .findFirst();
    }

    static Optional<EventKind> inAgents(String name) {
        return Arrays.stream(values())
                .filter(kind -> !name.isEmpty() && kind.inAgents.equals(name))
                .findFirst();
    }

    public static List<String> words() {
        return Arrays.stream(values()).map(EventKind::word).toList();
    }

    static List<String> currentNames() {
        return Arrays.stream(values())
                .map(kind -> kind.current)
                .filter(name -> !name.isEmpty())
                .toList();
    }

    static List<String> olderNames() {
        return Arrays.stream(values())
                .map(kind -> kind.older)
                .filter(name -> !name.isEmpty())
                .toList();
    }
}
