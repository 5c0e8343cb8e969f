package kiro.cli;

import java.util.List;
import kiro.evidence.SuggestedLink;
import kiro.evidence.TestId;
import kiro.evidence.Traces;

/// Shows on a terminal what leads to no criterion.
///
/// @param isVerbose whether long lists are shown to their end
record TracesView(Console console, boolean isVerbose) {
    private static final int FEW = 5;

    void show(Traces traces) {
        for (SuggestedLink pair : traces.pairs()) {
            console.note(
                    "perhaps %s:%d %s is meant for %s (both: %s): name it there"
                            .formatted(
                                    pair.file(),
                                    pair.span().line(),
                                    pair.test().name(),
                                    pair.criterion(),
                                    pair.request()));
        }
        list(
                "no criterion is named by",
                traces.freeTests().stream().map(TestId::toString).toList(),
                "test");
        list("no criterion owns", traces.freeFiles(), "file");
    }

    private void list(String what, List<String> names, String thing) {
        if (names.isEmpty()) {
            return;
        }
        console.note("%s %s:".formatted(what, Counted.of(names.size(), thing)));
        names.stream()
                .limit(isVerbose ? names.size() : FEW)
                .forEach(name -> console.note("  " + name));
        if (!isVerbose && names.size() > FEW) {
            console.note("  and %d more (--verbose lists them)".formatted(names.size() - FEW));
        }
    }
}
