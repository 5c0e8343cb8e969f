package kiro.model;

import java.util.List;

/// The models that a provider offers.
public sealed interface Offer {
    /// @param names as one asks the provider for them
    record Models(List<String> names) implements Offer {
        public Models {
            names = List.copyOf(names);
        }
    }

    record Failed(ModelFailure failure) implements Offer {}

    /// The provider has no list.
    record None() implements Offer {}
}
