package kiro.steering.check;

import java.util.List;
import java.util.Optional;
import kiro.steering.rule.ResourceDemand;
import kiro.steering.source.ProjectFiles;
import kiro.text.SourceSpan;

/// Checks what a file says of infrastructure.
public interface InfrastructureCheck {
    /// Finds nothing.
    InfrastructureCheck NONE = (_, _, _, _) -> new Outcome(List.of(), Optional.empty());

    /// A resource that is not as it is asked.
    ///
    /// @param what is wrong there; lower case, no full stop
    /// @param fix what to do about it
    /// @param print tells it from others of the file, whatever the line
    record Fault(SourceSpan span, String what, String fix, String print) {}

    /// What came of a file.
    ///
    /// @param unread why it could not be read, or not all of it
    record Outcome(List<Fault> faults, Optional<String> unread) {
        public Outcome {
            faults = List.copyOf(faults);
        }
    }

    /// @param project whose files the one may rest on
    Outcome check(ProjectFiles project, String path, byte[] bytes, ResourceDemand demand);
}
