package kiro.agent;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import kiro.agent.CriteriaWatch.Check;
import kiro.evidence.TestId;
import kiro.workspace.WorkspaceFiles;
import kiro.workspace.WorkspacePath;

/// Every criterion has fresh evidence, and the run has written the infrastructure that was asked for.
final class WrittenStandard implements Standard {
    private final Standard proven = new ProvenStandard();
    private final Infrastructure wanted;
    private final WorkspaceFiles files;
    private final ToolCaller tools;

    WrittenStandard(Infrastructure wanted, WorkspaceFiles files, ToolCaller tools) {
        this.wanted = wanted;
        this.files = files;
        this.tools = tools;
    }

    @Override
    public List<Shortfall> shortfalls(Check check) throws InterruptedException {
        var lacking = new ArrayList<Shortfall>(proven.shortfalls(check));
        if (tools.changed().stream().noneMatch(this::isWanted)) {
            lacking.add(
                    Shortfall.ofAll(
                            "no file that was written is "
                                    + wanted.what()
                                    + ", which was asked for"));
        }
        return lacking;
    }

    private boolean isWanted(WorkspacePath path) {
        try {
            return files.read(path)
                    .map(bytes -> new String(bytes, StandardCharsets.UTF_8))
                    .filter(text -> wanted.isIn(path.value(), text))
                    .isPresent();
        } catch (IOException unreadable) {
            return false;
        }
    }

    @Override
    public String lack(boolean isOne) {
        return proven.lack(isOne);
    }

    @Override
    public boolean mayFail(TestId test, Check check) {
        return false;
    }
}
