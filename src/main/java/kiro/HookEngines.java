package kiro;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import kiro.action.ActionMeans;
import kiro.action.Actions;
import kiro.action.dependency.DependencyStores;
import kiro.cli.HookAccess;
import kiro.hook.HookStore;
import kiro.hook.run.BuiltIn;
import kiro.hook.run.HookLog;
import kiro.hook.run.HookMeans;
import kiro.hook.run.LocalHooks;
import kiro.hook.run.RecordedWrites;
import kiro.hook.run.Selection;
import kiro.permission.PermissionFiles;
import kiro.process.ChildEnvironment;
import kiro.process.CommandGuard;
import kiro.process.CommandRunner;
import kiro.secret.SecretMask;
import kiro.workspace.Workspace;

/// Makes the engine of a workspace's hooks.
final class HookEngines {
    private final Outside outside;

    HookEngines(Outside outside) {
        this.outside = outside;
    }

    HookStore store(Workspace workspace) {
        return HookStore.of(
                outside.environment(),
                outside.home(),
                workspace,
                files(workspace).trust()::together);
    }

    HookLog log(Workspace workspace) {
        return new HookLog(
                folder(workspace),
                SecretMask.of(outside.environment())::mask,
                pid -> ProcessHandle.of(pid).filter(ProcessHandle::isAlive).isPresent());
    }

    /// Who wrote what of late.
    RecordedWrites writes(Workspace workspace) {
        return new RecordedWrites(folder(workspace), log(workspace), outside.clock());
    }

    /// @param agent whose own hooks run too; empty for none
    HookAccess.Opened open(Workspace workspace, String agent) {
        return open(workspace, agent, store(workspace)::read);
    }

    /// @param files reads the files of hooks, for each event
    HookAccess.Opened open(Workspace workspace, String agent, Supplier<HookStore.Reading> files) {
        var rules = new RuledHooks(new PermissionWiring(outside), workspace);
        Map<String, String> environment = childEnvironment();
        var guard = new CommandGuard(environment);
        var means =
                new HookMeans(
                        output -> new CommandRunner(environment, output, guard),
                        rules,
                        new HookTasks(
                                OwnProgram.of(outside), workspace.root(), outside.environment()),
                        () -> builtIns(rules));
        var hooks =
                new LocalHooks(
                        files,
                        new Selection(workspace.root(), outside.environment()),
                        new LocalHooks.Place(workspace.root(), folder(workspace), agent),
                        means,
                        log(workspace),
                        outside.clock());
        return new HookAccess.Opened(
                hooks,
                () -> {
                    rules.close();
                    guard.close();
                });
    }

    /// What `use` can name.
    private List<BuiltIn> builtIns(RuledHooks rules) {
        var commands = new CommandRunner(childEnvironment(), outside.temporary());
        return Actions.of(
                new ActionMeans(
                        commands,
                        new CodeWiring(outside).parser(),
                        new ActionMeans.Checks(
                                new ProofWiring(outside, rules::tests),
                                new ProofWiring(outside, rules::proposedTests),
                                new HookTools(commands, rules, outside.javaHome()),
                                new SteeringWiring(outside)),
                        new HookModels(outside),
                        outside.temporary(),
                        new DependencyStores(
                                outside.directory(), outside.home(), outside.environment())));
    }

    private PermissionFiles files(Workspace workspace) {
        return new PermissionWiring(outside).files(workspace);
    }

    /// Where the state of a workspace's hooks is kept.
    Path folder(Workspace workspace) {
        return files(workspace).ownFolder().resolve("hooks");
    }

    /// What commands see: no credentials, and the Java that runs this program where none is set.
    private Map<String, String> childEnvironment() {
        var environment = new HashMap<>(ChildEnvironment.of(outside.environment()));
        environment.putIfAbsent("JAVA_HOME", outside.javaHome().toString());
        return environment;
    }
}
