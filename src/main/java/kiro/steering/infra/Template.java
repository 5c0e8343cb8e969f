package kiro.steering.infra;

import java.util.List;
import kiro.text.SourceSpan;

/// A file of infrastructure.
///
/// @param resources that it makes
/// @param policies statements of IAM in it, wherever they stand
record Template(Setting.Block root, List<Resource> resources, List<PolicyStatement> policies) {
    Template {
        resources = List.copyOf(resources);
        policies = List.copyOf(policies);
    }

    /// What came of looking at a file.
    sealed interface Reading {
        record Whole(Template template) implements Reading {}

        record Broken(SourceSpan span, String problem) implements Reading {}

        /// It says nothing of infrastructure.
        record Other() implements Reading {}
    }
}
