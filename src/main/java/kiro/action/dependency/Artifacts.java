package kiro.action.dependency;

import java.util.Optional;

/// Finds what a version of a dependency lets others use, where it is at hand. Nothing is fetched.
interface Artifacts {
    /// Empty where it is not at hand, or cannot be read.
    Optional<PublicApi> api(String name, String version) throws InterruptedException;

    /// What brings a version to hand, for people.
    String remedy(String name, String version);
}
