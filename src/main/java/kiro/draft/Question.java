package kiro.draft;

import kiro.model.ToolSpec;

/// What a model is asked, and the tool by which it answers.
public record Question(String system, String words, ToolSpec tool) {}
