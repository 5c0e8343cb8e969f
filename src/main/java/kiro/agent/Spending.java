package kiro.agent;

import java.util.Optional;
import kiro.model.Price;

/// What a model's work is charged to.
///
/// @param price of its tokens; empty where it is not known
public record Spending(Budget budget, Optional<Price> price) {}
