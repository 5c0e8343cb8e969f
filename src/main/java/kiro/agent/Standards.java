package kiro.agent;

import kiro.workspace.WorkspaceFiles;

/// Says what has to hold before a task counts as done.
public final class Standards {
    private final WorkspaceFiles files;
    private final CodeBreaker breaker;

    public Standards(WorkspaceFiles files, CodeBreaker breaker) {
        this.files = files;
        this.breaker = breaker;
    }

    Standard of(AgentTask task, ToolCaller tools) {
        return task.named().map(named -> of(named, tools)).orElseGet(ProvenStandard::new);
    }

    private Standard of(NamedTask task, ToolCaller tools) {
        return switch (task) {
            case IMPLEMENT -> new ProvenStandard();
            case GENERATE_TESTS -> new TestsStandard(files, breaker, tools);
            case GENERATE_CDK_STACK -> new WrittenStandard(Infrastructure.CDK, files, tools);
            case GENERATE_CLOUDFORMATION ->
                    new WrittenStandard(Infrastructure.CLOUDFORMATION, files, tools);
            case GENERATE_TERRAFORM -> new WrittenStandard(Infrastructure.TERRAFORM, files, tools);
            case GENERATE_IAM_POLICY ->
                    new WrittenStandard(Infrastructure.IAM_POLICY, files, tools);
        };
    }
}
