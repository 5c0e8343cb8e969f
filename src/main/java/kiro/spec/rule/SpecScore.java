package kiro.spec.rule;

import java.util.List;
import kiro.finding.Finding;
import kiro.finding.Severity;
import kiro.workspace.WorkspacePath;

/// How complete a spec is, as a number to compare specs by. It decides nothing.
///
/// @param score from 0 to 100
public record SpecScore(WorkspacePath path, int score) {
    private static final int ERROR = 10;
    private static final int WARNING = 3;
    private static final int INFO = 1;

    /// So many criteria may have a finding each before it weighs in full.
    private static final int FEW = 10;

    /// 100, less 10 for each error, 3 for each warning and 1 for each remark, for every ten criteria.
    ///
    /// @param findings those of this spec
    public static SpecScore of(SpecFacts spec, List<Finding> findings) {
        int weight = findings.stream().mapToInt(finding -> weight(finding.severity())).sum();
        double share = (double) FEW / Math.max(FEW, spec.size());
        return new SpecScore(spec.path(), (int) Math.max(0, Math.round(100 - weight * share)));
    }

    private static int weight(Severity severity) {
        return switch (severity) {
            case ERROR -> ERROR;
            case WARNING -> WARNING;
            case INFO -> INFO;
        };
    }
}
