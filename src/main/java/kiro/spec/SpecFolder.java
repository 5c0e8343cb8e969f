package kiro.spec;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
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

/// Reads the files of a spec that is a folder. Whatever else lies in it is left alone.
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
    SpecContent open(WorkspacePath folder, Set<DocumentKind> wanted) throws IOException {
        Optional<SpecName> name = SpecName.parse(folder.name());
        if (name.isEmpty()) {
            return SpecFile.refused(StoreFaults.badName(folder));
        }
        Path twin = workspace.absolute(WorkspacePath.of(folder + SpecStore.SUFFIX));
        if (Files.exists(twin)) {
            return SpecFile.refused(StoreFaults.twoForms(folder));
        }
        Map<DocumentKind, WorkspacePath> files = files(folder, wanted);
        var faults = new ArrayList<Finding>();
        var sources = new ArrayList<SpecContent.Source>();
        for (DocumentKind kind : DocumentKind.values()) {
            if (kind == DocumentKind.SPEC || !wanted.contains(kind)) {
                continue;
            }
            WorkspacePath file = files.getOrDefault(kind, folder.child(kind.fileName()));
            if (kind == DocumentKind.BUGFIX && !isThere(file)) {
                continue;
            }
            switch (bytes.read(file)) {
                case SpecBytes.Reading.Bytes read -> sources.add(read.source());
                case SpecBytes.Reading.Broken broken -> faults.add(broken.finding());
                case SpecBytes.Reading.None none -> {}
            }
        }
        return sources.isEmpty() && faults.isEmpty()
                ? SpecFile.refused(StoreFaults.folder(folder, markdownIn(folder)))
                : new SpecContent.Folder(name.get(), sources, faults);
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

    /// Asked of what is seldom there: to fail at reading it costs more. A link that leads nowhere is there.
    private boolean isThere(WorkspacePath path) {
        return Files.exists(workspace.absolute(path), LinkOption.NOFOLLOW_LINKS);
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
}
