package kiro.evidence;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import kiro.text.Hash;
import kiro.text.SourceSpan;
import kiro.workspace.WorkspacePath;

/// A test as its source tells it.
///
/// @param naming how reports of its framework name it
/// @param suites the classes, modules or files that reports may file it under
/// @param names the names that reports may give it; titles with holes are patterns
/// @param feature the spec that its comments speak of
/// @param body the digest of its own text without white space and comments
record SourceTest(
        TestId id,
        Naming naming,
        Set<String> suites,
        Set<String> names,
        Optional<String> feature,
        WorkspacePath file,
        SourceSpan span,
        List<Mention> mentions,
        Hash body) {
    enum Naming {
        JVM,
        SCRIPT,
        PYTHON
    }

    SourceTest {
        suites = Set.copyOf(suites);
        names = Set.copyOf(names);
        mentions = List.copyOf(mentions);
    }
}
