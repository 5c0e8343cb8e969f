package kiro.model;

/// What a request is for; routing chooses the model by it.
public enum Purpose {
    PLAN,
    CODE,
    TESTS,
    SUMMARY
}
