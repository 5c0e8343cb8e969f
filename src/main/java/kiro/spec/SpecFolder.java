package kiro.spec;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import kiro.finding.Finding;
import kiro.workspace.Workspace;
import kiro.workspace.WorkspacePath;

/// Reads the documents of a spec that is a folder. Whatever else lies in it is left alone.
final class SpecFolder {
    private final Workspace workspace;
    private final SpecBytes bytes;

    SpecFolder(Workspace workspace, SpecBytes bytes) {
        this.workspace = workspace;
        this.bytes = bytes;
    }

    /// The folder that a file in it stands for; empty where the file is no document of a folder among the specs.
    static Optional<WorkspacePath> around(WorkspacePath file) {
        String path = file.value();
        int end = path.lastIndexOf('/');
        boolean isInside =
                end > SpecStore.FOLDER.value().length() && path.startsWith(SpecStore.FOLDER + "/");
        return isInside && DocumentKind.ofFile(file.name()).isPresent()
                ? Optional.of(WorkspacePath.of(path.substring(0, end)))
                : Optional.empty();
    }

    /// @param wanted the kinds to read; without the design, a list of thousands takes half as long
    SpecReading read(WorkspacePath folder, Set<DocumentKind> wanted) throws IOException {
        Optional<SpecName> name = SpecName.parse(folder.name());
        if (name.isEmpty()) {
            return broken(StoreFaults.badName(folder));
        }
        Path twin = workspace.absolute(WorkspacePath.of(folder + SpecStore.SUFFIX));
        if (Files.exists(twin)) {
            return broken(StoreFaults.twoForms(folder));
        }
        Map<DocumentKind, WorkspacePath> files = files(folder, wanted);
        var findings = new ArrayList<Finding>();
        var sources = new ArrayList<SpecSource>();
        for (DocumentKind kind : DocumentKind.values()) {
            if (kind == DocumentKind.SPEC || !wanted.contains(kind)) {
                continue;
            }
            WorkspacePath file = files.getOrDefault(kind, folder.child(kind.fileName()));
            switch (bytes.read(name.get(), file)) {
                case SpecBytes.Reading.Text text ->
                        sources.add(new SpecSource(file, text.document()));
                case SpecBytes.Reading.Broken broken -> findings.add(broken.finding());
                case SpecBytes.Reading.None none -> {}
            }
        }
        return understood(name.get(), folder, sources, findings);
    }

    private SpecReading understood(
            SpecName name, WorkspacePath folder, List<SpecSource> sources, List<Finding> faults)
            throws IOException {
        if (sources.isEmpty()) {
            return faults.isEmpty()
                    ? broken(StoreFaults.folder(folder, markdownIn(folder)))
                    : new SpecReading.Broken(faults);
        }
        SpecReading reading = FolderScan.read(name, sources);
        if (faults.isEmpty()) {
            return reading;
        }
        return switch (reading) {
            case SpecReading.Whole whole ->
                    new SpecReading.Broken(faults, Optional.of(whole.spec()));
            case SpecReading.Broken broken -> {
                var all = new ArrayList<>(faults);
                all.addAll(broken.findings());
                yield new SpecReading.Broken(all, broken.draft());
            }
        };
    }

    /// The files by their names on disk, where they are written in capitals, say. The usual names cost no look into the
    /// folder.
    private Map<DocumentKind, WorkspacePath> files(WorkspacePath folder, Set<DocumentKind> wanted)
            throws IOException {
        boolean isUsual =
                exists(folder.child(DocumentKind.REQUIREMENTS.fileName()))
                        || exists(folder.child(DocumentKind.BUGFIX.fileName()));
        var files = new EnumMap<DocumentKind, WorkspacePath>(DocumentKind.class);
        if (!isUsual) {
            for (String name : markdownIn(folder)) {
                DocumentKind.ofFile(name)
                        .filter(wanted::contains)
                        .ifPresent(kind -> files.putIfAbsent(kind, folder.child(name)));
            }
        }
        return files;
    }

    private boolean exists(WorkspacePath path) {
        return Files.exists(workspace.absolute(path));
    }

    private List<String> markdownIn(WorkspacePath folder) throws IOException {
        try (var children = Files.list(workspace.absolute(folder))) {
            return children.map(child -> child.getFileName().toString())
                    .filter(SpecStore::isMarkdown)
                    .sorted()
                    .toList();
        }
    }

    private static SpecReading broken(Finding finding) {
        return new SpecReading.Broken(List.of(finding));
    }
}
