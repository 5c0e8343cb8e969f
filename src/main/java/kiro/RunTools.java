package kiro;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import kiro.agent.BoundedRules;
import kiro.agent.CommandEffects;
import kiro.cli.PermissionSettings;
import kiro.config.Config;
import kiro.edit.CommandWatch;
import kiro.edit.Journal;
import kiro.permission.CommandNeeds;
import kiro.permission.Policy;
import kiro.persona.Skill;
import kiro.process.Command;
import kiro.process.CommandRunner;
import kiro.sandbox.SandboxNeeds;
import kiro.sandbox.SandboxState;
import kiro.tool.Effect;
import kiro.tool.Tool;
import kiro.tool.builtin.BackgroundCommands;
import kiro.tool.builtin.BuiltinTools;
import kiro.tool.builtin.PageFetcher;
import kiro.tool.builtin.SessionTools;
import kiro.tool.builtin.SkillTools;
import kiro.workspace.Git;
import kiro.workspace.GitShell;
import kiro.workspace.Workspace;
import kiro.workspace.WorkspaceFiles;

/// The tools of one run, made anew for each agent that works in it: what one has read, another has not. Closing them ends
/// what they have left in the background.
final class RunTools implements AutoCloseable {
    private static final Duration COMMAND_LIMIT = Duration.ofMinutes(2);
    private static final Duration PAGE_LIMIT = Duration.ofSeconds(30);

    private final Workspace workspace;
    private final Config config;
    private final PermissionSettings.Opening.Opened permissions;
    private final RunServers servers;
    private final BoundedRules rules;
    private final Means means;
    private final OwnProgram program;
    private final BackgroundCommands background = new BackgroundCommands();
    private final GitShell shell;

    RunTools(
            Workspace workspace,
            Config config,
            PermissionSettings.Opening.Opened permissions,
            RunServers servers,
            BoundedRules rules,
            Means means,
            OwnProgram program) {
        this.workspace = workspace;
        this.config = config;
        this.permissions = permissions;
        this.servers = servers;
        this.rules = rules;
        this.means = means;
        this.program = program;
        this.shell = new GitShell(means.commands());
    }

    /// What the tools of a run work with.
    ///
    /// @param knowledge what searches the team's knowledge, where some is configured
    /// @param ofServers the tools of servers, which all agents share
    record Means(
            WorkspaceFiles files,
            Git git,
            CommandRunner commands,
            Journal journal,
            RunChecks checks,
            KnowledgeWiring.OfRun knowledge,
            List<Tool> ofServers) {}

    /// The tools of an agent that has these skills.
    ///
    /// @param policy as narrow as the agent's limits make it
    List<Tool> with(List<Skill> skills, Policy policy) {
        var running =
                new BuiltinTools.Running(
                        means.commands(),
                        command -> confined(command, policy),
                        config.timeSpan("agent.command-limit").orElse(COMMAND_LIMIT),
                        new RunGitLeave(permissions, policy, program));
        var fetcher =
                new PageFetcher(
                        config.text("fetch.private").filter("on"::equals).isPresent(), PAGE_LIMIT);
        var tools =
                new ArrayList<>(
                        BuiltinTools.of(
                                workspace,
                                means.files(),
                                means.git(),
                                running,
                                new BuiltinTools.Writing(means.journal(), rules)));
        tools.addAll(
                SessionTools.of(
                        workspace,
                        means.git(),
                        running,
                        background,
                        means.checks().within(policy),
                        fetcher));
        tools.addAll(means.knowledge().tools());
        tools.addAll(means.ofServers());
        tools.addAll(SkillTools.of(workspace, skills));
        return tools;
    }

    CommandEffects effects() {
        return new CommandEffects(
                new CommandWatch(
                        means.git().askedBy(shell), workspace, means.files(), means.journal()),
                rules,
                background::isBusy);
    }

    /// A command line of the model, within the sandbox. What it leaves behind ends with the run.
    private Command confined(Command command, Policy policy) throws InterruptedException {
        Command marked = means.commands().untilTheEnd(command);
        return permissions.sandbox().state() instanceof SandboxState.Active
                ? permissions.sandbox().confine(marked, needs(command.argv().getLast(), policy))
                : marked;
    }

    private static SandboxNeeds needs(String line, Policy policy) {
        return CommandNeeds.of(line, policy.closed(new Effect.Execute(line)));
    }

    @Override
    public void close() {
        background.close();
        shell.close();
        means.knowledge().ending().run();
        servers.close();
    }
}
