package kiro;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import kiro.hook.run.TaskStarter;
import kiro.process.Command;

/// Does a hook's work for the agent by `kiro agent` in a process of its own. Nobody is there to be asked: what is forbidden stays
/// forbidden, and commands stay within the sandbox.
final class HookTasks implements TaskStarter {
    /// What git tells its hooks of the commit at hand is not about the work of an agent.
    private static final List<String> OF_GIT =
            List.of("GIT_DIR", "GIT_INDEX_FILE", "GIT_WORK_TREE", "GIT_PREFIX", "GIT_EDITOR");

    private final OwnProgram program;
    private final Path root;
    private final Map<String, String> environment;

    /// @param environment with what a model needs
    HookTasks(OwnProgram program, Path root, Map<String, String> environment) {
        this.program = program;
        this.root = root;
        this.environment = Map.copyOf(environment);
    }

    @Override
    public Command command(Work work, Duration limit) {
        var argv = new ArrayList<String>();
        argv.add("/usr/bin/env");
        for (String name : OF_GIT) {
            argv.add("-u");
            argv.add(name);
        }
        argv.addAll(program.argv());
        argv.addAll(List.of("agent", "--mode", "autonomous"));
        work.spec().ifPresent(spec -> argv.add("--spec=" + spec));
        work.agent().ifPresent(agent -> argv.add("--agent=" + agent));
        argv.add("--task=" + work.words());
        return new Command(argv, root, limit, environment);
    }
}
