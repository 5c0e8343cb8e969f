package kiro.agent;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import kiro.agent.UndoneCall.Cause;
import kiro.edit.FileChange;
import kiro.session.Event;
import kiro.tool.Effect;
import kiro.tool.Preparation.Aim;
import kiro.workspace.WorkspacePath;

/// Keeps account of what calls were to bring about and did not, for as long as no later call has made up
/// for it.
///
/// A file is made up for by a change of that file, and one outside of the workspace by a change of a file
/// of that name; a command that was not allowed by the same command; a call that could not be read, and a
/// command that had no success, by whatever has an effect after it: models find other ways.
final class UndoneCalls {
    private static final String UNREADABLE = "call ";
    private static final String UNSUCCESSFUL = "last ";
    private static final String FILE = "file ";
    private static final String COMMAND = "command ";

    private final Map<String, UndoneCall> open = new LinkedHashMap<>();

    List<UndoneCall> all() {
        return List.copyOf(open.values());
    }

    /// The whole account, for the log.
    List<Event.Left> account() {
        return open.entrySet().stream()
                .map(entry ->
                        new Event.Left(
                                entry.getKey(),
                                entry.getValue().subject(),
                                entry.getValue().reason(),
                                entry.getValue().cause().name()))
                .toList();
    }

    /// Takes up the account of a run that had stopped.
    void restore(List<Event.Left> account) {
        for (Event.Left left : account) {
            put(
                    left.key(),
                    new UndoneCall(left.subject(), left.reason(), Cause.valueOf(left.cause())));
        }
    }

    /// @param tool the name by which it was called
    void unreadable(String tool, Aim aim, String reason) {
        switch (aim) {
            case Aim.Looking _ -> {}
            case Aim.Changing(List<String> files) -> {
                if (files.isEmpty()) {
                    put(UNREADABLE, new UndoneCall(tool, firstLine(reason), Cause.FAILED));
                }
                files.forEach(file -> put(FILE + file, failed(file, reason)));
            }
        }
    }

    /// A run was stopped while this call was under way, and its outcome is open.
    void stopped(Event.ToolIntended call) {
        String reason = "the run was stopped while this was under way";
        if (call.files().isEmpty()) {
            put(UNSUCCESSFUL, failed(call.summary(), reason));
        }
        call.files().forEach(file -> put(FILE + file.path(), failed(file.path().value(), reason)));
    }

    void notMade(Effect effect, String reason, Cause cause) {
        switch (effect) {
            case Effect.Nothing _, Effect.Read _, Effect.Fetch _, Effect.Delegate _ -> {}
            case Effect.ServerCall call -> {
                if (!call.isLooking()) {
                    put(
                            COMMAND + subject(call),
                            new UndoneCall(subject(call), firstLine(reason), cause));
                }
            }
            case Effect.Change(List<FileChange> changes) ->
                    changes.forEach(change -> {
                        String file = change.path().value();
                        put(FILE + file, new UndoneCall(file, firstLine(reason), cause));
                    });
            case Effect.Execute(String command) ->
                    put(COMMAND + command, new UndoneCall(command, firstLine(reason), cause));
            case Effect.GitChange(List<String> arguments) -> {
                String command = "git " + String.join(" ", arguments);
                put(COMMAND + command, new UndoneCall(command, firstLine(reason), cause));
            }
        }
    }

    /// @param reason the answer of the tool
    void unsuccessful(Effect effect, String reason) {
        switch (effect) {
            case Effect.Nothing _, Effect.Read _, Effect.Fetch _ -> {}
            case Effect.Delegate _ ->
                    put(UNSUCCESSFUL, failed("work given to another agent", reason));
            case Effect.ServerCall call -> {
                if (!call.isLooking()) {
                    put(UNSUCCESSFUL, failed(subject(call), reason));
                }
            }
            case Effect.Change _ -> notMade(effect, reason, Cause.FAILED);
            case Effect.Execute(String command) -> put(UNSUCCESSFUL, failed(command, reason));
            case Effect.GitChange(List<String> arguments) ->
                    put(UNSUCCESSFUL, failed("git " + String.join(" ", arguments), reason));
        }
    }

    /// A child has changed these files.
    void done(Effect.Delegate work, List<WorkspacePath> files) {
        files.forEach(file -> madeUp(file.value()));
        done(work);
    }

    void done(Effect effect) {
        switch (effect) {
            case Effect.Nothing _, Effect.Read _, Effect.Fetch _ -> {
                return;
            }
            case Effect.ServerCall call -> {
                if (call.isLooking()) {
                    return;
                }
                open.remove(COMMAND + subject(call));
            }
            case Effect.Delegate _ -> {}
            case Effect.Change(List<FileChange> changes) ->
                    changes.forEach(change -> madeUp(change.path().value()));
            case Effect.Execute(String command) -> open.remove(COMMAND + command);
            case Effect.GitChange(List<String> arguments) ->
                    open.remove(COMMAND + "git " + String.join(" ", arguments));
        }
        open.remove(UNREADABLE);
        open.remove(UNSUCCESSFUL);
    }

    private static String subject(Effect.ServerCall call) {
        return "mcp " + call.server() + "/" + call.tool();
    }

    private void madeUp(String file) {
        open.keySet()
                .removeIf(key ->
                        key.equals(FILE + file)
                                || (isOutside(key) && name(key).equals(name(file))));
    }

    /// A file in the workspace is known by its path from there.
    private static boolean isOutside(String key) {
        return key.startsWith(FILE + "/") || key.startsWith(FILE + "~") || key.contains("../");
    }

    private static String name(String path) {
        return path.substring(path.lastIndexOf('/') + 1);
    }

    /// The last attempt is the one that counts, and has its place at the end.
    private void put(String key, UndoneCall call) {
        open.remove(key);
        open.put(key, call);
    }

    private static UndoneCall failed(String subject, String reason) {
        return new UndoneCall(subject, firstLine(reason), Cause.FAILED);
    }

    private static String firstLine(String text) {
        return text.lines().findFirst().orElse("");
    }
}
