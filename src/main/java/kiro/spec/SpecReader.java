package kiro.spec;

import java.util.List;
import java.util.Optional;
import kiro.finding.Finding;
import kiro.text.BrokenText;
import kiro.text.TextDocument;
import kiro.workspace.WorkspacePath;

/// Reads a specification, with the place of everything in it.
public final class SpecReader {
    /// A spec that a person can read is far smaller.
    public static final int MAX_BYTES = 1 << 20;

    private SpecReader() {}

    public static SpecReading read(SpecName name, WorkspacePath path, byte[] bytes) {
        if (bytes.length > MAX_BYTES) {
            return broken(ReadingFaults.tooLarge(path, bytes.length));
        }
        Optional<TextDocument> decoded = TextDocument.decode(bytes);
        if (decoded.isEmpty() || decoded.get().lines().stream().anyMatch(SpecReader::hasZero)) {
            return broken(ReadingFaults.notUtf8(path, BrokenText.in(bytes).orElseThrow()));
        }
        TextDocument document = decoded.get();
        if (document.lines().stream().allMatch(line -> line.text().isBlank())) {
            return broken(ReadingFaults.empty(path, name));
        }
        Spec spec = SpecScan.of(name, path, document);
        return CriteriaRules.unusable(spec).isEmpty()
                ? new SpecReading.Whole(spec)
                : new SpecReading.Broken(SpecRules.check(spec));
    }

    private static boolean hasZero(TextDocument.Line line) {
        return line.text().indexOf('\0') >= 0;
    }

    private static SpecReading broken(Finding finding) {
        return new SpecReading.Broken(List.of(finding));
    }
}
