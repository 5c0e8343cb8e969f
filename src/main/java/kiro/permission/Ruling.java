package kiro.permission;

import kiro.tool.Risk;

/// What the policy says of an effect, and why.
///
/// @param reason one line for people
public record Ruling(Decision decision, Risk risk, String reason) {

    /// May it happen?
    public enum Decision {
        ALLOW,
        ASK,
        DENY
    }
}
