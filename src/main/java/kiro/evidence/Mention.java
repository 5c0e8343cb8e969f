package kiro.evidence;

import kiro.spec.CriterionRef;
import kiro.text.SourceSpan;

/// A place in a test that may name a criterion. Which one it names depends on the specs of the project.
sealed interface Mention {
    SourceSpan span();

    /// With its spec: `user-profile#AC-1`.
    record Named(CriterionRef criterion, SourceSpan span) implements Mention {}

    /// The id alone: `AC-1`. It counts only where a spec has such an id.
    record Bare(String id, SourceSpan span) implements Mention {}

    /// A property that the design of a spec states: `Feature: user-profile, Property 3`.
    record Property(String spec, String number, SourceSpan span) implements Mention {}

    /// The name of a function, such as `ac_1_rejects_a_stranger`.
    record Identifier(String name, SourceSpan span) implements Mention {}
}
