package kiro.cli;

import java.util.Locale;
import kiro.hook.Hook;
import kiro.hook.HookAction;
import kiro.hook.HookStore;
import tools.jackson.databind.node.ObjectNode;

/// Hooks as JSON: docs/formats/hooks.md.
final class HooksJson {
    static final String UNTRUSTED =
            "hooks of this project do not run before a person trusts them: look at them with 'kiro trust'";

    private HooksJson() {}

    static String list(HookStore.Reading reading) {
        ObjectNode root = SpecJson.root().put("runs", !reading.isBroken());
        var hooks = root.putArray("hooks");
        reading.all().forEach(hook -> describe(hooks.addObject(), hook, reading));
        SpecJson.add(root, reading.findings());
        return root.toPrettyString();
    }

    static void describe(ObjectNode node, Hook hook, HookStore.Reading reading) {
        node.put("name", hook.name())
                .put("description", hook.head().description())
                .put("event", hook.trigger().word())
                .put("scope", hook.trigger().scope());
        switch (hook.action()) {
            case HookAction.Command command -> node.put("command", command.line());
            case HookAction.AgentTask task -> {
                node.put("task", task.words());
                task.spec().ifPresent(spec -> node.put("spec", spec));
                task.agent().ifPresent(agent -> node.put("agent", agent));
            }
            case HookAction.BuiltIn builtIn -> node.put("use", builtIn.name());
            case HookAction.Unknown unknown -> node.put("unknown", unknown.word());
        }
        node.put("state", state(hook, reading))
                .put("blocks", hook.trigger().event().filter(each -> each.canBlock()).isPresent())
                .put("failsClosed", hook.failsClosed())
                .put("timeoutMillis", hook.limits().timeout().toMillis())
                .put("debounceMillis", hook.limits().debounce().toMillis())
                .put("concurrency", hook.limits().concurrency())
                .put("retry", hook.limits().retries())
                .put("file", hook.source().file())
                .put("line", hook.source().line())
                .put("format", hook.source().format().name().toLowerCase(Locale.ROOT));
    }

    /// Whether it runs, and if not, why.
    static String state(Hook hook, HookStore.Reading reading) {
        if (reading.isBroken()) {
            return "broken file";
        }
        if (!hook.head().isEnabled()) {
            return "off";
        }
        if (!hook.canRun()) {
            return "unknown";
        }
        return hook.source().isTrusted() ? "ready" : "untrusted";
    }
}
