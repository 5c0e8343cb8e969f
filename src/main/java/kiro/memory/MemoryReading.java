package kiro.memory;

import java.util.List;
import kiro.finding.Finding;

/// What came out of reading the memory of a project.
public sealed interface MemoryReading {
    /// All of it; nothing where there is no file.
    record Whole(Facts facts) implements MemoryReading {}

    /// A newer version wrote the file: what is understood of it counts, and nothing is written.
    record Newer(Facts facts, Finding finding) implements MemoryReading {}

    /// Nothing of it counts, and it is never overwritten.
    record Broken(List<Finding> findings) implements MemoryReading {
        public Broken {
            findings = List.copyOf(findings);
        }
    }

    /// It may be somebody else's: nothing of it counts.
    record Untrusted(Finding finding) implements MemoryReading {}

    /// What counts of it.
    default Facts facts() {
        return switch (this) {
            case Whole(Facts facts) -> facts;
            case Newer(Facts facts, Finding _) -> facts;
            case Broken _ -> Facts.NONE;
            case Untrusted _ -> Facts.NONE;
        };
    }

    /// What a person should know of it.
    default List<Finding> findings() {
        return switch (this) {
            case Whole _ -> List.of();
            case Newer(Facts _, Finding finding) -> List.of(finding);
            case Broken(List<Finding> findings) -> findings;
            case Untrusted(Finding finding) -> List.of(finding);
        };
    }
}
