package kiro.permission;

import java.util.List;
import java.util.Optional;
import kiro.permission.Ruling.Decision;
import kiro.tool.Risk;

/// A ruling with all that led to it.
///
/// @param parts what the effect does, each with what is decided about it
public record Explanation(Ruling ruling, List<Part> parts) {
    public Explanation {
        parts = List.copyOf(parts);
    }

    /// One thing that the effect does.
    ///
    /// @param capability such as `shell`
    /// @param subject the command or the path
    /// @param reason what it could do
    /// @param rule the rule that decided; empty where none did
    /// @param overruled the rules that fit and did not decide
    public record Part(
            String capability,
            String subject,
            Decision decision,
            Risk risk,
            String reason,
            Optional<PermissionRule> rule,
            List<PermissionRule> overruled) {
        public Part {
            overruled = List.copyOf(overruled);
        }

        /// The same with a decision that no rule made.
        Part decidedOtherwise(Decision other, String why) {
            return new Part(capability, subject, other, risk, why, Optional.empty(), overruled);
        }
    }
}
