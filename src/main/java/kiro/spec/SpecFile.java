package kiro.spec;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import kiro.finding.Finding;
import kiro.workspace.Workspace;
import kiro.workspace.WorkspacePath;

/// Reads one spec's file, of which nothing is known but its path.
final class SpecFile {
    private final Workspace workspace;

    SpecFile(Workspace workspace) {
        this.workspace = workspace;
    }

    SpecReading read(WorkspacePath path) {
        try {
            return read(path, workspace.absolute(path), LinkOption.NOFOLLOW_LINKS);
        } catch (IOException unreadable) {
            return broken(StoreFaults.unreadable(path, unreadable));
        }
    }

    private SpecReading read(WorkspacePath path, Path file, LinkOption... options)
            throws IOException {
        var attributes = Files.readAttributes(file, BasicFileAttributes.class, options);
        if (attributes.isSymbolicLink()) {
            return workspace.resolve(path.value()).isPresent()
                    ? read(path, file)
                    : broken(StoreFaults.outside(path.value(), workspace.root()));
        }
        if (attributes.isDirectory()) {
            return broken(StoreFaults.folder(path, markdownIn(file)));
        }
        if (!attributes.isRegularFile()) {
            return broken(StoreFaults.notAFile(path));
        }
        if (attributes.size() > SpecReader.MAX_BYTES) {
            return broken(ReadingFaults.tooLarge(path, attributes.size()));
        }
        return SpecName.parse(SpecStore.nameOf(path))
                .map(name -> read(name, path, file))
                .orElseGet(() -> broken(StoreFaults.badName(path)));
    }

    private static SpecReading read(SpecName name, WorkspacePath path, Path file) {
        try {
            return SpecReader.read(name, path, Files.readAllBytes(file));
        } catch (IOException unreadable) {
            return broken(StoreFaults.unreadable(path, unreadable));
        }
    }

    private static List<String> markdownIn(Path folder) throws IOException {
        try (var children = Files.list(folder)) {
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
