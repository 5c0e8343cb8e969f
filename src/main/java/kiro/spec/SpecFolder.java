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
    private static final List<DocumentKind> KINDS =
            List.of(
                    DocumentKind.REQUIREMENTS,
                    DocumentKind.BUGFIX,
                    DocumentKind.DESIGN,
                    DocumentKind.TASKS);

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
        Path twin = workspace.absolute(WorkspacePath.of(folder + SpecStore.SUFFIX));
        return SpecName.parse(folder.name()).isPresent() && Files.exists(twin)
                ? SpecFile.refused(StoreFaults.twoForms(folder))
                : openAlone(folder, wanted);
    }

    /// The same where it is known what lies beside the folder.
    ///
    /// @param beside the names of all of it
    SpecContent open(WorkspacePath folder, Set<DocumentKind> wanted, Set<String> beside)
            throws IOException {
        return beside.contains(folder.name() + SpecStore.SUFFIX)
                ? open(folder, wanted)
                : openAlone(folder, wanted);
    }

    private SpecContent openAlone(WorkspacePath folder, Set<DocumentKind> wanted)
            throws IOException {
        Optional<SpecName> name = SpecName.parse(folder.name());
        if (name.isEmpty()) {
            return SpecFile.refused(StoreFaults.badName(folder));
        }
        var found = new Found();
        for (DocumentKind kind : KINDS) {
            if (wanted.contains(kind)) {
                found.add(kind, bytes.read(folder.child(kind.fileName())));
            }
        }
        if (found.hasCriteria) {
            return found.content(name.get());
        }
        List<String> names = names(folder);
        var written = new Found();
        files(folder, wanted, names).forEach((kind, file) -> written.add(kind, bytes.read(file)));
        return written.isEmpty()
                ? SpecFile.refused(StoreFaults.folder(folder, markdownIn(names)))
                : written.content(name.get());
    }

    /// What came of the files, in the order of their kinds.
    private static final class Found {
        final List<SpecContent.Source> sources = new ArrayList<>();
        final List<Finding> faults = new ArrayList<>();
        boolean hasCriteria;

        void add(DocumentKind kind, SpecBytes.Reading reading) {
            switch (reading) {
                case SpecBytes.Reading.Bytes read -> sources.add(read.source());
                case SpecBytes.Reading.Broken broken -> faults.add(broken.finding());
                case SpecBytes.Reading.None none -> {
                    return;
                }
            }
            hasCriteria |= kind.hasCriteria();
        }

        boolean isEmpty() {
            return sources.isEmpty() && faults.isEmpty();
        }

        SpecContent content(SpecName name) {
            return new SpecContent.Folder(name, sources, faults);
        }
    }

    /// Everything in the folder, which is looked into only where no file of the usual name has the criteria.
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
        for (String name : markdownIn(names)) {
            DocumentKind.ofFile(name)
                    .filter(wanted::contains)
                    .ifPresent(kind -> files.putIfAbsent(kind, folder.child(name)));
        }
        return files;
    }

    private static List<String> markdownIn(List<String> names) {
        return names.stream().filter(SpecStore::isMarkdown).sorted().toList();
    }
}
