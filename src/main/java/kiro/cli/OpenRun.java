package kiro.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import kiro.agent.Agent;
import kiro.agent.AgentTask;
import kiro.agent.RunEnd;
import kiro.agent.RunReport;
import kiro.agent.RunSetting;
import kiro.agent.SessionHooks;
import kiro.agent.Settlement;
import kiro.agent.Talker;
import kiro.session.SessionId;

/// A run that is ready to go. Closing it lets go of the workspace.
public final class OpenRun implements AutoCloseable {
    private final Agent agent;
    private final AgentTask task;
    private final RunSetting setting;
    private final Settlement settlement;
    private final Path log;
    private final SessionHooks hooks;
    private final List<Runnable> endings;

    /// @param settlement of what was under way when a turn of a conversation was stopped
    /// @param endings done in this order when the run is closed
    public OpenRun(
            Agent agent,
            AgentTask task,
            RunSetting setting,
            Settlement settlement,
            Path log,
            SessionHooks hooks,
            List<Runnable> endings) {
        this.agent = agent;
        this.task = task;
        this.setting = setting;
        this.settlement = settlement;
        this.log = log;
        this.hooks = hooks;
        this.endings = List.copyOf(endings);
    }

    /// Hooks may not let it begin.
    RunReport run() throws InterruptedException {
        Optional<String> spec = task.spec().map(named -> named.name().value());
        return switch (hooks.begin(task.words(), spec)) {
            case SessionHooks.Word.No(String reasons) -> agent.refuse(task, setting, reasons);
            case SessionHooks.Word.Yes(String context) -> {
                RunReport report = agent.run(task, setting.told(context));
                if (!(report.end() instanceof RunEnd.Interrupted)) {
                    hooks.end(task.words(), spec);
                }
                yield report;
            }
        };
    }

    RunReport.Cost talk(Talker talker) throws InterruptedException {
        return agent.converse(task, setting, settlement, hooks.around(talker));
    }

    boolean takesImages() {
        return agent.takesImages();
    }

    SessionId session() {
        return setting.session();
    }

    /// The file with the run's events.
    Path log() {
        return log;
    }

    @Override
    public void close() {
        endings.forEach(Runnable::run);
    }
}
