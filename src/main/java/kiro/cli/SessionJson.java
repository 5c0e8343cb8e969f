package kiro.cli;

import java.util.List;
import java.util.Optional;
import kiro.model.Usage;
import kiro.session.EventText;
import kiro.session.LogReading;
import kiro.session.SessionId;
import kiro.session.SessionView;
import kiro.session.Transcript;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// What the commands about sessions tell programs. The forms are described in `docs/formats/sessions.md`.
final class SessionJson {
    private SessionJson() {}

    /// @param all how many sessions there are
    static String list(
            List<SessionView> views, Optional<SessionId> running, int all, ShownText shown) {
        ObjectNode root = SpecJson.root().put("all", all);
        ArrayNode array = root.putArray("sessions");
        for (SessionView view : views) {
            boolean isRunning = running.filter(view.id()::equals).isPresent();
            array.add(session(view, isRunning ? "running" : view.state()));
        }
        return shown.of(root).toPrettyString();
    }

    static String whole(SessionView view, LogReading log, ShownText shown) {
        ObjectNode root = SpecJson.root();
        root.setAll(session(view, view.state()));
        ArrayNode events = root.putArray("events");
        log.records()
                .forEach(record -> {
                    ObjectNode event =
                            (ObjectNode) JsonMapper.shared().readTree(EventText.of(record));
                    event.remove("crc");
                    events.add(event);
                });
        return shown.of(root).toPrettyString();
    }

    static String matches(List<SessionSearch.Match> matches) {
        ObjectNode root = SpecJson.root();
        ArrayNode array = root.putArray("matches");
        for (SessionSearch.Match match : matches) {
            Transcript.Entry entry = match.entry();
            array.addObject()
                    .put("session", match.session().value())
                    .put("seq", entry.recorded().sequence())
                    .put("at", entry.recorded().at().toString())
                    .put("kind", entry.kind())
                    .put("line", match.line());
        }
        return root.toPrettyString();
    }

    private static ObjectNode session(SessionView view, String state) {
        ObjectNode node =
                JsonMapper.shared()
                        .createObjectNode()
                        .put("session", view.id().value())
                        .put("started", view.id().start().toString())
                        .put("last", view.last().toString());
        view.begun()
                .ifPresent(begun -> {
                    node.put("task", begun.task());
                    begun.spec().ifPresent(spec -> node.put("spec", spec.value()));
                    node.put("mode", begun.mode()).put("model", begun.model());
                });
        node.put("state", state);
        node.put("reason", view.end().map(end -> end.reason()).orElse(""));
        count(node, "steps", "done", view.work().steps());
        count(node, "criteria", "proven", view.work().criteria());
        ArrayNode files = node.putArray("files");
        view.work().files().forEach(file -> files.add(file.value()));
        usage(node.putObject("usage"), view.usage());
        ArrayNode damage = node.putArray("damage");
        view.damage().forEach(damage::add);
        return node;
    }

    private static void count(ObjectNode node, String name, String done, SessionView.Count count) {
        node.putObject(name).put(done, count.done()).put("all", count.all());
    }

    private static void usage(ObjectNode node, Usage usage) {
        node.put("input", usage.input())
                .put("cacheRead", usage.cacheRead())
                .put("cacheWrite", usage.cacheWrite())
                .put("output", usage.output())
                .put("reasoning", usage.reasoning())
                .put("estimated", usage.estimated());
    }
}
