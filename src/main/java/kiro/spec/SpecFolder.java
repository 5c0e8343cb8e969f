package kiro.spec;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NotDirectoryException;
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
        List<String> names = names(folder);
        Map<DocumentKind, WorkspacePath> files = files(folder, wanted, names);
        var faults = new ArrayList<Finding>();
        var sources = new ArrayList<SpecContent.Source>();
        for (DocumentKind kind : DocumentKind.values()) {
            if (kind == DocumentKind.SPEC || !wanted.contains(kind)) {
                continue;
            }
            WorkspacePath file = files.get(kind);
            if (file == null && !names.contains(kind.fileName())) {
                continue;
            }
            file = file == null ? folder.child(kind.fileName()) : file;
            switch (bytes.read(file)) {
                case SpecBytes.Reading.Bytes read -> sources.add(read.source());
                case SpecBytes.Reading.Broken broken -> faults.add(broken.finding());
                case SpecBytes.Reading.None none -> {}
            }
        }
        return sources.isEmpty() && faults.isEmpty()
                ? SpecFile.refused(StoreFaults.folder(folder, markdownIn(names)))
                : new SpecContent.Folder(name.get(), sources, faults);
    }

    /// Everything in the folder: one look into it costs less than to ask for each file, above all for those that are
    /// not there.
    private List<String> names(WorkspacePath folder) throws IOException {
        String[] names = workspace.absolute(folder).toFile().list();
        if (names == null) {
            throw new NotDirectoryException(folder.value());
        }
        return List.of(names);
    }

    /// The files by their names on disk, where they are written in capitals, say.
    private static Map<DocumentKind, WorkspacePath> files(
            WorkspacePath folder, Set<DocumentKind> wanted, List<String> names) {
        var files = new EnumMap<DocumentKind, WorkspacePath>(DocumentKind.class);
        if (!names.contains(DocumentKind.REQUIREMENTS.fileName())
                && !names.contains(DocumentKind.BUGFIX.fileName())) {
            for (String name : markdownIn(names)) {
                DocumentKind.ofFile(name)
                        .filter(wanted::contains)
                        .ifPresent(kind -> files.putIfAbsent(kind, folder.child(name)));
            }
        }
        return files;
    }

    private static List<String> markdownIn(List<String> names) {
        return names.stream().filter(SpecStore::isMarkdown).sorted().toList();
    }
}
