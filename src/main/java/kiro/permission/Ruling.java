package kiro.permission;

import java.util.Locale;
import kiro.tool.Risk;

/// What the policy says of an effect, and why.
///
/// @param reason one line for people
public record Ruling(Decision decision, Risk risk, String reason) {

    /// May it happen?
    public enum Decision {
        ALLOW,
        ASK,
        DENY;

        /// As rules write it.
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
