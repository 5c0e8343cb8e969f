package kiro.trace;

import java.util.List;
import java.util.OptionalInt;
import kiro.evidence.TestLink;
import kiro.finding.Finding;
import kiro.spec.CriterionRef;
import kiro.workspace.WorkspacePath;

/// What a person asked about.
sealed interface Target {
    record Criteria(List<CriterionRef> criteria) implements Target {
        public Criteria {
            criteria = List.copyOf(criteria);
        }
    }

    /// Tests that name criteria.
    record Tests(List<TestLink> links) implements Target {
        public Tests {
            links = List.copyOf(links);
        }
    }

    /// A file that is neither a spec nor one with such tests.
    record Source(WorkspacePath file, OptionalInt line) implements Target {}

    record Revision(Commit commit) implements Target {}

    record Unknown(Finding finding) implements Target {}
}
