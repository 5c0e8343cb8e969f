package kiro.hook.run;

import java.nio.file.Path;
import java.util.List;
import kiro.hook.Hook;
import kiro.text.Json;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// An event as JSON, as a command reads it on standard input: the names of today's Kiro, and those of this program beside them.
final class EventJson {
    private EventJson() {}

    static String of(HookEvent event, Hook hook, String branch, Path root) {
        ObjectNode node =
                JsonNodeFactory.instance
                        .objectNode()
                        .put("hook_event_name", event.kind().nameIn(hook.source().format()))
                        .put("cwd", root.toString())
                        .put("session_id", event.session());
        node.put("event", event.kind().word())
                .put("hook", hook.name())
                .put("branch", branch)
                .put("origin", event.cause().origin().word())
                .put("depth", event.cause().depth());
        event.files().forEach(node.putArray("files")::add);
        describe(node, event.subject());
        return Json.write(node);
    }

    private static void describe(ObjectNode node, Subject subject) {
        switch (subject) {
            case Subject.Nothing _, Subject.Named _ -> {}
            case Subject.Files(List<String> files) -> {
                if (files.size() == 1) {
                    node.put("file_path", files.getFirst());
                }
            }
            case Subject.Commit commit -> {
                commit.message().ifPresent(file -> node.put("message_file", file.toString()));
                node.put("message_source", commit.source());
            }
            case Subject.Push push -> push(node, push);
            case Subject.FailedTests failed -> {
                failed.tests().forEach(node.putArray("tests")::add);
                node.put("report", failed.report());
            }
            case Subject.Dependencies(List<Subject.Dependency> changed) ->
                    dependencies(node, changed);
            case Subject.PullRequest request -> pullRequest(node, request);
            case Subject.ToolUse use -> tool(node, use);
            case Subject.Prompt(String words) -> node.put("prompt", words);
            case Subject.Task task -> {
                node.put("task", task.words());
                task.spec().ifPresent(spec -> node.put("spec", spec));
            }
        }
    }

    private static void dependencies(ObjectNode node, List<Subject.Dependency> changed) {
        var all = node.putArray("dependencies");
        changed.forEach(each ->
                all.addObject()
                        .put("ecosystem", each.ecosystem())
                        .put("name", each.name())
                        .put("before", each.before())
                        .put("after", each.after())
                        .put("file", each.file()));
    }

    private static void pullRequest(ObjectNode node, Subject.PullRequest request) {
        node.putObject("pull_request")
                .put("number", request.number())
                .put("title", request.title())
                .put("branch", request.branch())
                .put("base", request.base())
                .put("url", request.address());
    }

    private static void push(ObjectNode node, Subject.Push push) {
        node.put("remote", push.remote()).put("remote_url", push.address());
        var refs = node.putArray("refs");
        push.refs()
                .forEach(ref ->
                        refs.addObject()
                                .put("local_ref", ref.localRef())
                                .put("local_id", ref.localId())
                                .put("remote_ref", ref.remoteRef())
                                .put("remote_id", ref.remoteId()));
    }

    private static void tool(ObjectNode node, Subject.ToolUse use) {
        node.put("tool_name", use.tool()).set("tool_input", parsed(use.input()));
        use.response()
                .ifPresent(text ->
                        node.putObject("tool_response")
                                .put("success", !use.hasFailed())
                                .putArray("result")
                                .add(text));
    }

    /// What a model wrote may be no JSON.
    private static JsonNode parsed(String input) {
        try {
            return Json.read(input);
        } catch (JacksonException broken) {
            return JsonNodeFactory.instance.stringNode(input);
        }
    }
}
