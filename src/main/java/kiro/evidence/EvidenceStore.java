package kiro.evidence;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kiro.spec.SpecName;
import kiro.workspace.WorkspaceFiles;
import kiro.workspace.WorkspacePath;

/// The evidence of a project, in `.kiro/evidence`, one file a spec, committed with the code. The format is
/// described in `docs/formats/evidence.md`.
public final class EvidenceStore {
    private static final WorkspacePath FOLDER = WorkspacePath.of(".kiro/evidence");

    private final WorkspaceFiles files;
    private final Map<SpecName, Parsed> last = new HashMap<>();

    /// What bytes said, each of them a character of the text; a command reads the same file again and again, to see whether it is still the same.
    private record Parsed(String text, EvidenceReading reading) {}

    public EvidenceStore(WorkspaceFiles files) {
        this.files = files;
    }

    /// Where the evidence of a spec lies, or would.
    public static WorkspacePath path(SpecName spec) {
        return FOLDER.child(spec + ".json");
    }

    public EvidenceReading read(SpecName spec) throws IOException {
        Optional<byte[]> bytes = files.read(path(spec));
        return bytes.isEmpty() ? new EvidenceReading.Whole(List.of()) : parsed(spec, bytes.get());
    }

    /// The last one read is remembered.
    private EvidenceReading parsed(SpecName spec, byte[] bytes) {
        Parsed before = last.get(spec);
        String text = new String(bytes, StandardCharsets.ISO_8859_1);
        if (before != null && before.text().equals(text)) {
            return before.reading();
        }
        EvidenceReading reading = EvidenceReader.read(spec, path(spec), bytes);
        last.clear();
        last.put(spec, new Parsed(text, reading));
        return reading;
    }

    /// Writes the evidence of a spec: sorted, and only when it differs. What is proven as before keeps its
    /// time, and fields that this version does not know keep their values.
    ///
    /// @throws FileSystemException when there is a file that cannot be read: it is not overwritten
    public void write(SpecName spec, List<Evidence> evidence) throws IOException {
        WorkspacePath path = path(spec);
        Optional<byte[]> before = files.read(path);
        if (before.isEmpty() && evidence.isEmpty()) {
            return;
        }
        List<Evidence> kept = before.isPresent() ? whole(spec, before.get()) : List.of();
        String text = EvidenceWriter.write(spec, evidence, kept, before);
        boolean isSame = before.map(EvidenceStore::text).filter(text::equals).isPresent();
        if (!isSame) {
            files.write(path, text.getBytes(StandardCharsets.UTF_8));
        }
    }

    private List<Evidence> whole(SpecName spec, byte[] bytes) throws IOException {
        return switch (parsed(spec, bytes)) {
            case EvidenceReading.Whole whole -> whole.evidence();
            case EvidenceReading.Broken broken ->
                    throw new FileSystemException(
                            path(spec).value(), null, broken.findings().getFirst().toString());
        };
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8).replace("\r\n", "\n");
    }
}
