package kiro.cli;

import java.nio.file.Path;
import java.util.List;
import kiro.agent.Agent;
import kiro.agent.AgentTask;
import kiro.agent.RunReport;
import kiro.agent.RunSetting;
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
    private final List<Runnable> endings;

    /// @param settlement of what was under way when a turn of a conversation was stopped
    /// @param endings done in this order when the run is closed
    public OpenRun(
            Agent agent,
            AgentTask task,
            RunSetting setting,
            Settlement settlement,
            Path log,
            List<Runnable> endings) {
        this.agent = agent;
        this.task = task;
        this.setting = setting;
        this.settlement = settlement;
        this.log = log;
        this.endings = List.copyOf(endings);
    }

    RunReport run() {
        return agent.run(task, setting);
    }

    RunReport.Cost talk(Talker talker) throws InterruptedException {
        return agent.converse(task, setting, settlement, talker);
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
