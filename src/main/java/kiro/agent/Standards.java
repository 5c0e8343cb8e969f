package kiro.agent;

import kiro.evidence.TestReview;
import kiro.workspace.WorkspaceFiles;

/// Says what has to hold before a task counts as done.
public final class Standards {
    private final WorkspaceFiles files;
    private final CodeBreaker breaker;
    private final CoverageRules coverage;
    private final TestReview review;

    /// @param coverage what the steering asks of the coverage of what the run changes
    public Standards(
            WorkspaceFiles files, CodeBreaker breaker, CoverageRules coverage, TestReview review) {
        this.files = files;
        this.breaker = breaker;
        this.coverage = coverage;
        this.review = review;
    }

    Standard of(AgentTask task, ToolCaller tools) {
        return new CoveredStandard(
                task.named().map(named -> of(named, tools)).orElseGet(ProvenStandard::new),
                coverage,
                tools);
    }

    private Standard of(NamedTask task, ToolCaller tools) {
        return switch (task) {
            case IMPLEMENT -> new ProvenStandard();
            case GENERATE_TESTS -> new TestsStandard(files, breaker, tools, review);
            case GENERATE_CDK_STACK -> new WrittenStandard(Infrastructure.CDK, files, tools);
            case GENERATE_CLOUDFORMATION ->
                    new WrittenStandard(Infrastructure.CLOUDFORMATION, files, tools);
            case GENERATE_TERRAFORM -> new WrittenStandard(Infrastructure.TERRAFORM, files, tools);
            case GENERATE_IAM_POLICY ->
                    new WrittenStandard(Infrastructure.IAM_POLICY, files, tools);
        };
    }
}
