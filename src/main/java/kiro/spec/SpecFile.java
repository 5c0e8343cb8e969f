package kiro.spec;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import kiro.finding.Finding;
import kiro.workspace.Workspace;
import kiro.workspace.WorkspacePath;

/// Reads one spec, of which nothing is known but its path: a file, or a folder, or a file in one.
final class SpecFile {
    private static final Set<DocumentKind> ALL = EnumSet.allOf(DocumentKind.class);
    private static final Set<DocumentKind> WITHOUT_DESIGN =
            EnumSet.complementOf(EnumSet.of(DocumentKind.DESIGN));

    private final Workspace workspace;
    private final SpecBytes bytes;
    private final SpecFolder folders;

    SpecFile(Workspace workspace) {
        this.workspace = workspace;
        this.bytes = new SpecBytes(workspace);
        this.folders = new SpecFolder(workspace, bytes);
    }

    SpecReading read(WorkspacePath path) {
        return open(path).reading();
    }

    SpecReading readWithoutDesign(WorkspacePath path) {
        return open(path, WITHOUT_DESIGN).reading();
    }

    /// Reads the files, and understands nothing of them yet.
    SpecContent open(WorkspacePath path) {
        return open(path, ALL);
    }

    /// The same of what is known to be a folder, and no link.
    ///
    /// @param beside the names of all that lies beside it
    SpecContent openFolder(WorkspacePath path, Set<String> beside) {
        try {
            return folders.open(path, ALL, beside);
        } catch (IOException unreadable) {
            return refused(StoreFaults.unreadable(path, unreadable));
        }
    }

    private SpecContent open(WorkspacePath path, Set<DocumentKind> wanted) {
        try {
            Optional<WorkspacePath> around = SpecFolder.around(path);
            if (around.isPresent()) {
                return folder(around.get(), wanted);
            }
            return SpecStore.isMarkdown(path.name()) ? file(path, wanted) : folder(path, wanted);
        } catch (IOException unreadable) {
            return refused(StoreFaults.unreadable(path, unreadable));
        }
    }

    private SpecContent file(WorkspacePath path, Set<DocumentKind> wanted) throws IOException {
        Optional<SpecName> name = SpecName.parse(SpecStore.nameOf(path));
        if (name.isEmpty()) {
            return refused(StoreFaults.badName(path));
        }
        return switch (bytes.read(path)) {
            case SpecBytes.Reading.Bytes read -> new SpecContent.Single(name.get(), read.source());
            case SpecBytes.Reading.Broken fault ->
                    Files.isDirectory(workspace.absolute(path))
                            ? folder(path, wanted)
                            : refused(fault.finding());
            case SpecBytes.Reading.None none -> throw new NoSuchFileException(path.value());
        };
    }

    private SpecContent folder(WorkspacePath path, Set<DocumentKind> wanted) throws IOException {
        Path folder = workspace.absolute(path);
        var attributes =
                Files.readAttributes(folder, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
        if (attributes.isSymbolicLink() && workspace.resolve(path.value()).isEmpty()) {
            return refused(StoreFaults.outside(path.value(), workspace.root()));
        }
        boolean isFolder =
                attributes.isDirectory()
                        || (attributes.isSymbolicLink() && Files.isDirectory(folder));
        return isFolder ? folders.open(path, wanted) : refused(StoreFaults.notAFile(path));
    }

    static SpecContent refused(Finding finding) {
        return new SpecContent.Refused(new SpecReading.Broken(List.of(finding)));
    }
}
