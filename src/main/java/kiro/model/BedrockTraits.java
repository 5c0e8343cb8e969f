package kiro.model;

import java.util.Set;

/// What a model on Bedrock can, as far as it is known, and how it wants to be asked for it.
///
/// @param vendor who made it, as its id begins; `unknown` where the id does not say
/// @param window the most tokens that a request and its reply may have together
/// @param maxOutput the most tokens that one reply may have
public record BedrockTraits(
        String vendor, Set<Ability> abilities, Reasoning reasoning, int window, int maxOutput) {
    public BedrockTraits {
        abilities = Set.copyOf(abilities);
    }

    /// What only some models take.
    public enum Ability {
        /// Cache points in system text and messages.
        CACHE,
        /// Cache points among the tools.
        TOOL_CACHE,
        IMAGES,
        /// The status of a tool's result.
        STATUS
    }

    /// How a model is told to think.
    public enum Reasoning {
        NONE,
        /// Claude: so many tokens.
        BUDGET,
        /// Claude: as much as it thinks fit, by effort.
        ADAPTIVE,
        /// Nova: by effort.
        NOVA,
        /// GPT: by effort.
        EFFORT
    }

    public boolean can(Ability ability) {
        return abilities.contains(ability);
    }
}
