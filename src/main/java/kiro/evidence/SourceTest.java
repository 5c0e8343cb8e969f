package kiro.evidence;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import kiro.text.SourceSpan;
import kiro.workspace.WorkspacePath;

/// A test as its source tells it.
///
/// @param reported how reports may name it
/// @param feature the spec that its comments speak of
/// @param body its own text
record SourceTest(
        TestId id,
        Reported reported,
        Optional<String> feature,
        WorkspacePath file,
        SourceSpan span,
        List<Mention> mentions,
        TestBody body) {
    enum Naming {
        JVM,
        SCRIPT,
        PYTHON,
        GO,
        RUST
    }

    /// @param naming the custom of its framework
    /// @param suites the classes, modules or files that reports may file it under
    /// @param names the names that reports may give it; titles with holes are patterns
    record Reported(Naming naming, Set<String> suites, Set<String> names) {
        Reported {
            suites = Set.copyOf(suites);
            names = Set.copyOf(names);
        }
    }

    SourceTest {
        mentions = List.copyOf(mentions);
    }

    Naming naming() {
        return reported.naming();
    }

    Set<String> suites() {
        return reported.suites();
    }

    Set<String> names() {
        return reported.names();
    }

    SourceTest withSuites(Set<String> suites) {
        return new SourceTest(
                id, new Reported(naming(), suites, names()), feature, file, span, mentions, body);
    }
}
