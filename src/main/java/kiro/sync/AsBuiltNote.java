package kiro.sync;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import kiro.evidence.Traces;
import kiro.evidence.Verification;
import kiro.spec.DocumentKind;
import kiro.spec.Section;
import kiro.spec.SectionKind;
import kiro.spec.Spec;
import kiro.spec.SpecDocument;
import kiro.spec.SpecReading;
import kiro.spec.SpecStore;
import kiro.text.TextDocument;
import kiro.workspace.Git;
import kiro.workspace.Workspace;
import kiro.workspace.WorkspacePath;

/// Keeps a note in the technical approach of a spec that says what was built otherwise than it was planned. The note stands
/// between two marks, and nothing outside of them is touched; its date changes only with its content.
public final class AsBuiltNote {
    private static final long LARGEST_FILE = 1 << 20;

    private final Workspace workspace;
    private final Git git;
    private final SpecStore specs;
    private final Clock clock;

    public AsBuiltNote(Workspace workspace, Git git, SpecStore specs, Clock clock) {
        this.workspace = workspace;
        this.git = git;
        this.specs = specs;
        this.clock = clock;
    }

    /// Writes the note where it differs; answers its lines, without the heading, where it was or would be written.
    ///
    /// @param isPreview whether nothing is to be written
    public List<String> update(
            Spec spec, Verification verification, Traces traces, boolean isPreview)
            throws IOException, InterruptedException {
        if (!(specs.find(spec.path().value()) instanceof SpecReading.Whole whole)) {
            return List.of();
        }
        Spec now = whole.spec();
        Optional<Place> place = place(now);
        if (place.isEmpty()) {
            return List.of();
        }
        TextDocument document = place.get().document().text();
        Section section = place.get().section();
        var block = NoteBlock.in(document, section);
        Planned planned = Planned.in(block.plan());
        Built built = Built.of(now, verification, traces, workspace, git);
        List<String> items = new Deviations(planned, built, paths(), this::isInSources).items();
        if (items.equals(block.items()) || (items.isEmpty() && block.isAbsent())) {
            return List.of();
        }
        if (!isPreview) {
            LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
            specs.write(place.get().document(), block.replaced(items, today));
        }
        return items.isEmpty() ? List.of(NoteBlock.NOTHING) : items;
    }

    /// Where the approach of a spec stands.
    private record Place(SpecDocument document, Section section) {}

    /// The approach of a spec in one file; the design of a folder, whose first section stands for all of it.
    private static Optional<Place> place(Spec spec) {
        Optional<SpecDocument> design = spec.document(DocumentKind.DESIGN);
        if (design.isPresent()) {
            return design.flatMap(document ->
                    document.sections().stream()
                            .filter(section -> section.level() == 1)
                            .findFirst()
                            .or(() -> document.sections().stream().findFirst())
                            .map(section -> new Place(document, section)));
        }
        return spec.section(SectionKind.TECHNICAL_APPROACH)
                .map(section -> new Place(spec.main(), section));
    }

    private List<String> paths() throws InterruptedException {
        return git.files().stream().map(WorkspacePath::value).toList();
    }

    /// Whether a word stands in any source of the project.
    private boolean isInSources(String word) {
        try {
            return git.files().stream()
                    .filter(path ->
                            path.value()
                                    .matches(".+\\.(?:java|kt|ts|tsx|js|jsx|mjs|cjs|mts|py|go|rs)"))
                    .anyMatch(path -> contains(workspace.absolute(path), word));
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return true;
        }
    }

    private static boolean contains(Path file, String word) {
        try {
            return Files.size(file) <= LARGEST_FILE
                    && new String(Files.readAllBytes(file), StandardCharsets.UTF_8).contains(word);
        } catch (IOException unreadable) {
            return false;
        }
    }
}
