package kiro.spec;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import kiro.finding.Finding;
import kiro.text.BrokenText;
import kiro.text.Order;
import kiro.text.TextDocument;
import kiro.workspace.WorkspacePath;

/// Reads a specification, with the place of everything in it.
public final class SpecReader {
    /// A spec that a person can read is far smaller.
    public static final int MAX_BYTES = 1 << 20;

    private SpecReader() {}

    /// Reads a spec from one file: all of it, or the `requirements.md` or `bugfix.md` of one that is a folder.
    public static SpecReading read(SpecName name, WorkspacePath path, byte[] bytes) {
        return switch (text(name, path, bytes)) {
            case Text.Broken broken -> new SpecReading.Broken(List.of(broken.finding()));
            case Text.Read read ->
                    isOfFolder(name, path)
                            ? FolderScan.read(name, List.of(new SpecSource(path, read.document())))
                            : single(name, path, read.document());
        };
    }

    /// Reads a spec that need not be written yet from the texts of its files.
    ///
    /// @param documents at least one, by the places where they lie or will lie
    public static SpecReading read(
            SpecName name, SequencedMap<WorkspacePath, TextDocument> documents) {
        Map.Entry<WorkspacePath, TextDocument> first = documents.firstEntry();
        if (!isInFolder(name, first.getKey())) {
            return single(name, first.getKey(), first.getValue());
        }
        return FolderScan.read(
                name,
                documents.entrySet().stream()
                        .filter(each -> DocumentKind.ofFile(each.getKey().name()).isPresent())
                        .map(each -> new SpecSource(each.getKey(), each.getValue()))
                        .sorted(Order.by(SpecSource::kind))
                        .toList());
    }

    static SpecReading single(SpecName name, WorkspacePath path, TextDocument document) {
        Spec spec = SpecScan.of(name, path, document);
        return CriteriaRules.unusable(spec).isEmpty()
                ? new SpecReading.Whole(spec)
                : new SpecReading.Broken(SpecRules.check(spec), Optional.of(spec));
    }

    private static boolean isOfFolder(SpecName name, WorkspacePath path) {
        return isInFolder(name, path)
                && DocumentKind.ofFile(path.name()).filter(DocumentKind::hasCriteria).isPresent();
    }

    private static boolean isInFolder(SpecName name, WorkspacePath path) {
        return path.value().endsWith("/" + name + "/" + path.name());
    }

    /// The text that bytes are.
    sealed interface Text {
        record Read(TextDocument document) implements Text {}

        record Broken(Finding finding) implements Text {}
    }

    static Text text(SpecName name, WorkspacePath path, byte[] bytes) {
        if (bytes.length > MAX_BYTES) {
            return new Text.Broken(ReadingFaults.tooLarge(path, bytes.length));
        }
        Optional<TextDocument> decoded = TextDocument.decode(bytes);
        if (decoded.isEmpty() || decoded.get().has('\0')) {
            return new Text.Broken(ReadingFaults.notUtf8(path, BrokenText.in(bytes).orElseThrow()));
        }
        // a folder's design or tasks may still be to be written
        boolean mayBeEmpty =
                isInFolder(name, path)
                        && DocumentKind.ofFile(path.name())
                                .filter(kind -> !kind.hasCriteria())
                                .isPresent();
        return !mayBeEmpty && isBlank(decoded.get())
                ? new Text.Broken(ReadingFaults.empty(path, name))
                : new Text.Read(decoded.get());
    }

    static boolean isBlank(TextDocument document) {
        return document.text().isBlank();
    }
}
