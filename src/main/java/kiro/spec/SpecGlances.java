package kiro.spec;

import java.io.FileInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import kiro.workspace.Workspace;
import kiro.workspace.WorkspacePath;

/// Looks at specs one after another, by one thread, and reads whole those of which a glance does not say enough.
final class SpecGlances {
    private static final char REPLACEMENT = '\uFFFD';

    private final Workspace workspace;
    private final Set<String> names;
    private final Function<WorkspacePath, SpecReading> whole;
    private final byte[] buffer = new byte[1 << 16];
    private final OutlineScan scan = new OutlineScan(new HeadingRoles());

    /// @param names the file names of all specs, to tell those that are there twice
    /// @param whole reads one whole
    SpecGlances(
            Workspace workspace, Set<String> names, Function<WorkspacePath, SpecReading> whole) {
        this.workspace = workspace;
        this.names = names;
        this.whole = whole;
    }

    /// @param path of a file, or of a folder that is not one through a link
    SpecGlance of(WorkspacePath path) {
        return outline(path)
                .<SpecGlance>map(
                        outline -> new SpecGlance.Outlined(SpecStore.nameOf(path), path, outline))
                .orElseGet(() -> whole(path));
    }

    SpecGlance.Read whole(WorkspacePath path) {
        return new SpecGlance.Read(new StoredSpec(SpecStore.nameOf(path), path, whole.apply(path)));
    }

    private Optional<SpecOutline> outline(WorkspacePath path) {
        Optional<SpecName> name = SpecName.parse(SpecStore.nameOf(path));
        if (name.isEmpty()) {
            return Optional.empty();
        }
        try {
            return SpecStore.isMarkdown(path.name())
                    ? file(name.get(), workspace.absolute(path))
                    : folder(name.get(), path);
        } catch (IOException unreadable) {
            // the whole reader says what is wrong
            return Optional.empty();
        }
    }

    private Optional<SpecOutline> file(SpecName name, Path file) throws IOException {
        return text(file)
                .flatMap(scan::file)
                .map(counts ->
                        new SpecOutline(
                                counts.title().orElse(name.value()),
                                counts.criteria(),
                                counts.ticked(),
                                0,
                                0));
    }

    private Optional<SpecOutline> folder(SpecName name, WorkspacePath path) throws IOException {
        Path folder = workspace.absolute(path);
        if (names.contains(path.name() + SpecStore.SUFFIX)) {
            return Optional.empty();
        }
        Optional<OutlineScan.Counts> counts =
                text(folder.resolve(DocumentKind.REQUIREMENTS.fileName()))
                        .flatMap(scan::requirements);
        if (counts.isEmpty()) {
            return Optional.empty();
        }
        Path tasks = folder.resolve(DocumentKind.TASKS.fileName());
        Optional<OutlineScan.TaskCounts> listed =
                attributes(tasks).isEmpty()
                        ? Optional.of(new OutlineScan.TaskCounts(0, 0))
                        : text(tasks).flatMap(OutlineScan::tasks);
        String title =
                counts.get()
                        .title()
                        .map(SectionWords::title)
                        .filter(words -> !words.isBlank())
                        .orElseGet(() -> SpecTemplate.titleOf(name));
        return listed.map(each ->
                new SpecOutline(
                        title,
                        counts.get().criteria(),
                        counts.get().ticked(),
                        each.all(),
                        each.done()));
    }

    /// The text of a file that is nothing but a file, and UTF-8.
    private Optional<String> text(Path file) throws IOException {
        Optional<BasicFileAttributes> attributes = attributes(file);
        if (attributes.isEmpty()
                || !attributes.get().isRegularFile()
                || attributes.get().size() > SpecReader.MAX_BYTES) {
            return Optional.empty();
        }
        int size = (int) attributes.get().size();
        byte[] bytes = buffer.length > size ? buffer : new byte[size + 1];
        try (var in = new FileInputStream(file.toString())) {
            if (in.read(bytes, 0, size + 1) != size) {
                return Optional.empty();
            }
        }
        if (!isPlain(bytes, size)) {
            return Optional.empty();
        }
        var text = new String(bytes, 0, size, StandardCharsets.UTF_8);
        return text.indexOf(REPLACEMENT) < 0 ? Optional.of(text) : Optional.empty();
    }

    /// Lines end with a line feed alone, and no character is one that text does not have.
    private static boolean isPlain(byte[] bytes, int size) {
        for (int i = 0; i < size; i++) {
            byte each = bytes[i];
            if (each >= 0 && each < ' ' && each != '\n' && each != '\t') {
                return false;
            }
        }
        return true;
    }

    private static Optional<BasicFileAttributes> attributes(Path file) throws IOException {
        return Optional.ofNullable(
                file.getFileSystem()
                        .provider()
                        .readAttributesIfExists(
                                file, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS));
    }
}
