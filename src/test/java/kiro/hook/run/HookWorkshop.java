package kiro.hook.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiPredicate;
import kiro.hook.EventKind;
import kiro.hook.HookStore;
import kiro.process.Command;
import kiro.process.CommandRunner;
import kiro.testing.TemporaryWorkspace;
import kiro.workspace.Workspace;

/// A project with hooks that are run for real.
final class HookWorkshop {
    private final TemporaryWorkspace files;
    private final Path root;
    private final Path home;
    private final Path state;
    private BiPredicate<String, byte[]> trust = (path, bytes) -> true;
    private HookRules rules = (hook, line, command) -> new HookRules.Ruled.Allowed(command);
    private List<BuiltIn> builtIns = List.of();
    private Map<String, String> environment = Map.of("PATH", System.getenv("PATH"));

    HookWorkshop(Path folder) {
        files = TemporaryWorkspace.in(folder).with("project/.kiro/config.yaml", "");
        root = files.root().resolve("project");
        home = files.root().resolve("home");
        state = files.root().resolve("state");
    }

    HookWorkshop hooks(String yaml) {
        return with(".kiro/hooks.yaml", "version: 1\nhooks:\n" + yaml.indent(2));
    }

    HookWorkshop with(String path, String text) {
        files.with("project/" + path, text);
        return this;
    }

    HookWorkshop trusting(BiPredicate<String, byte[]> other) {
        trust = other;
        return this;
    }

    HookWorkshop under(HookRules other) {
        rules = other;
        return this;
    }

    HookWorkshop knowing(BuiltIn... others) {
        builtIns = List.of(others);
        return this;
    }

    HookWorkshop where(Map<String, String> variables) {
        environment = variables;
        return this;
    }

    Path root() {
        return root;
    }

    Path state() {
        return state;
    }

    HookLog log() {
        return new HookLog(
                state,
                text -> text.replace("hunter2", "[secret]"),
                pid -> ProcessHandle.of(pid).isPresent());
    }

    RecordedWrites writes() {
        return new RecordedWrites(state, log(), Clock.systemUTC());
    }

    LocalHooks engine() {
        var workspace = new Workspace(root);
        var store = HookStore.of(Map.of(), home, workspace, () -> trust);
        var means =
                new HookMeans(
                        output -> new CommandRunner(Map.of("PATH", System.getenv("PATH")), output),
                        rules,
                        (work, limit) ->
                                Command.of(
                                        root,
                                        limit,
                                        List.of(
                                                "/bin/sh",
                                                "-c",
                                                "echo agent: \"$1\" depth $KIRO_HOOK_DEPTH",
                                                "kiro",
                                                work.words())),
                        () -> builtIns);
        return new LocalHooks(
                store::read,
                new Selection(root, environment),
                new LocalHooks.Place(root, state, ""),
                means,
                log(),
                Clock.systemUTC());
    }

    HookRuns saved(String... paths) throws InterruptedException {
        return fire(EventKind.FILE_SAVED, new Subject.Files(List.of(paths)));
    }

    HookRuns committing(String... paths) throws InterruptedException {
        return fire(EventKind.PRE_COMMIT, new Subject.Commit(List.of(paths), Optional.empty(), ""));
    }

    HookRuns fire(EventKind kind, Subject subject) throws InterruptedException {
        return engine().fire(HookEvent.of(kind, subject));
    }

    String read(String path) throws IOException {
        return Files.readString(root.resolve(path));
    }

    /// What became of each run: the hook, the outcome, and why.
    static List<String> outcomes(HookRuns runs) {
        return runs.runs().stream()
                .map(run ->
                        (run.hook() + ": " + run.outcome().word() + " " + run.outcome().reason())
                                .strip())
                .toList();
    }
}
