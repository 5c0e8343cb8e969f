package kiro.evidence;

import java.util.List;
import kiro.workspace.WorkspacePath;

/// What leads to the criteria of a spec, and what of the project leads to none.
///
/// @param testFiles where tests lie that name a criterion of the spec, sorted
/// @param freeTests tests that name no criterion of any spec
/// @param freeFiles files of the code that no criterion owns any part of; empty where no criterion is known to own anything
/// @param pairs tests that may be meant for criteria of the spec that no test names
public record Traces(
        List<WorkspacePath> testFiles,
        List<TestId> freeTests,
        List<String> freeFiles,
        List<SuggestedLink> pairs) {
    public Traces {
        testFiles = List.copyOf(testFiles);
        freeTests = List.copyOf(freeTests);
        freeFiles = List.copyOf(freeFiles);
        pairs = List.copyOf(pairs);
    }

    public static Traces none() {
        return new Traces(List.of(), List.of(), List.of(), List.of());
    }
}
