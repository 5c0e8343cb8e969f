package kiro.model;

import java.util.List;
import java.util.Optional;
import kiro.config.Config;

/// Where a kind of work goes, and why.
///
/// @param model as a setting names it; empty where no setting leads to one
/// @param origin the place of the setting, for people
/// @param why in words, with that place
/// @param effort how much is to be thought; empty where nobody said
/// @param overridden the settings that would count if those in force were not there, the strongest first
public record Route(
        Purpose purpose,
        Optional<String> model,
        String origin,
        String why,
        Optional<Effort> effort,
        List<Config.Named> overridden) {
    public Route {
        overridden = List.copyOf(overridden);
    }

    /// @param word of the settings
    /// @param origin of the setting, for people
    /// @param isMeant whether it was said of just this kind of work, or of this run
    public record Effort(String word, String origin, boolean isMeant) {}

    /// The same without a word on how much is to be thought.
    public Route without() {
        return new Route(purpose, model, origin, why, Optional.empty(), overridden);
    }

    /// The settings as they are for this kind of work.
    public Config in(Config config) {
        Config routed = model.map(name -> config.with("model", name, origin)).orElse(config);
        return effort.map(wish -> routed.with("effort", wish.word(), wish.origin())).orElse(routed);
    }
}
