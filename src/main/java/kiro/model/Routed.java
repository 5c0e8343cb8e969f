package kiro.model;

import java.util.Optional;

/// A model that does a kind of work.
///
/// @param why it is the one, for people; empty where there is no other
/// @param price of its tokens; empty where it is not known
public record Routed(Model model, String why, Optional<Price> price) {
    public String name() {
        return model.name();
    }
}
