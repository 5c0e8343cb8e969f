package kiro.agent;

/// Where a run stops by itself.
///
/// @param turns requests to the model in one run
/// @param rounds how often "done" is refused before the run ends with what is unproven
/// @param outputTokens the most that one reply may have
public record Limits(
        int turns, int rounds, int outputTokens, Allowance allowance, StepAllowance perStep) {
    public static final Limits STANDARD = new Limits(200, 3, 16_000);

    public Limits(int turns, int rounds, int outputTokens) {
        this(turns, rounds, outputTokens, Allowance.UNLIMITED);
    }

    /// Without limits for each step.
    public Limits(int turns, int rounds, int outputTokens, Allowance allowance) {
        this(turns, rounds, outputTokens, allowance, StepAllowance.UNLIMITED);
    }
}
