package kiro.spec;

import java.util.Locale;
import kiro.finding.Finding;
import kiro.text.BrokenText;
import kiro.text.SourceSpan;
import kiro.workspace.WorkspacePath;

/// What can be wrong with a spec's file before anything in it is understood.
final class ReadingFaults {
    private ReadingFaults() {}

    static Finding tooLarge(WorkspacePath path, long bytes) {
        return Finding.error(
                "spec/too-large",
                path.value(),
                SourceSpan.start(),
                "the file has %s and a spec at most 1 MB".formatted(size(bytes)),
                "keep the spec to what is wanted and move logs, data and examples to other files");
    }

    static Finding empty(WorkspacePath path, SpecName name) {
        return Finding.error(
                "spec/empty",
                path.value(),
                SourceSpan.start(),
                "the spec is empty",
                "write it, or delete the file and run 'kiro spec create %s --template rest-api'"
                        .formatted(name));
    }

    static Finding notUtf8(WorkspacePath path, BrokenText fault) {
        return Finding.error(
                "spec/not-utf-8",
                path.value(),
                fault.span(),
                "the file is not UTF-8 text: " + fault.what(),
                "save the file as UTF-8");
    }

    private static String size(long bytes) {
        return String.format(Locale.ROOT, "%.1f MB", bytes / (double) (1 << 20));
    }
}
