package kiro.steering.check;

import java.util.List;
import kiro.steering.rule.ResourceDemand;
import kiro.text.SourceSpan;

/// Checks what a file says of infrastructure.
public interface InfrastructureCheck {
    /// Finds nothing.
    InfrastructureCheck NONE = (_, _, _) -> List.of();

    /// A resource that is not as it is asked.
    ///
    /// @param what is wrong there; lower case, no full stop
    /// @param fix what to do about it
    /// @param print tells it from others of the file, whatever the line
    record Fault(SourceSpan span, String what, String fix, String print) {}

    List<Fault> check(String path, byte[] bytes, ResourceDemand demand);
}
