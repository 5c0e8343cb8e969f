package kiro.edit;

import java.io.IOException;
import java.io.StringWriter;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import kiro.workspace.RawPath;
import kiro.workspace.WorkspacePath;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/// What was changed, in order: a line for each change before it is made, and one for the outcome of all
/// that were made together. The format is described in `docs/formats/journal.md`.
final class JournalIndex {
    private static final JsonFactory JSON = new JsonFactory();

    private final Path file;
    private long lines = -1;
    private long size;

    JournalIndex(Path file) {
        this.file = file;
    }

    /// Notes a set of changes that is about to be made.
    ///
    /// @param undoes for each file, the sets whose changes of it are taken back
    /// @return the number of the set
    long intend(List<FileChange> changes, Map<WorkspacePath, List<Long>> undoes)
            throws IOException {
        long set = next();
        var text = new StringBuilder();
        changes.forEach(change ->
                text.append(
                        line(json -> {
                            change(json, set, change);
                            undoes(json, undoes.getOrDefault(change.path(), List.of()));
                        })));
        append(text.toString(), changes.size());
        return set;
    }

    /// Notes files that were changed, and whose earlier content is not kept.
    ///
    /// @param set the set that they belong to; 0 for a new one
    /// @param lost the reason for each
    /// @return the number of the set
    long lose(long set, Map<WorkspacePath, String> lost) throws IOException {
        long number = set == 0 ? next() : set;
        var text = new StringBuilder();
        lost.forEach((path, reason) -> text.append(line(json -> lost(json, number, path, reason))));
        append(text.toString(), lost.size());
        return number;
    }

    private static void lost(JsonGenerator json, long set, WorkspacePath path, String reason) {
        json.writeNumberProperty("set", set);
        path(json, path);
        json.writeStringProperty("lost", reason);
    }

    private static void path(JsonGenerator json, WorkspacePath path) {
        json.writeStringProperty("path", path.shown().value());
        RawPath.hex(path).ifPresent(hex -> json.writeStringProperty("bytes", hex));
    }

    /// Somebody else may have written since, as taking changes back does while a conversation goes on.
    private long next() throws IOException {
        boolean isOthers = lines >= 0 && (Files.exists(file) ? Files.size(file) : 0) != size;
        if (lines < 0 || isOthers) {
            open();
        }
        return lines + 1;
    }

    private static void undoes(JsonGenerator json, List<Long> sets) {
        if (!sets.isEmpty()) {
            json.writeArrayPropertyStart("undoes");
            sets.forEach(json::writeNumber);
            json.writeEndArray();
        }
    }

    /// Counts the lines of earlier sets; one that a crash has cut off is closed.
    private void open() throws IOException {
        Files.createDirectories(file.toAbsolutePath().getParent());
        byte[] existing = Files.exists(file) ? Files.readAllBytes(file) : new byte[0];
        lines = 0;
        size = existing.length;
        for (byte one : existing) {
            lines += one == '\n' ? 1 : 0;
        }
        if (existing.length > 0 && existing[existing.length - 1] != '\n') {
            append("\n", 1);
        }
    }

    /// Notes how a set ended. That is not waited for: a set without an outcome is known by the hashes of its files.
    void settle(long set, ChangeSet.Outcome outcome) throws IOException {
        write(line(json -> outcome(json, set, outcome)), 1, false);
    }

    private static String line(Consumer<JsonGenerator> properties) {
        var text = new StringWriter();
        try (JsonGenerator json = JSON.createGenerator(ObjectWriteContext.empty(), text)) {
            json.writeStartObject();
            properties.accept(json);
            json.writeEndObject();
        }
        return text + "\n";
    }

    private static void outcome(JsonGenerator json, long set, ChangeSet.Outcome outcome) {
        json.writeNumberProperty("set", set);
        json.writeStringProperty("outcome", outcome.name().toLowerCase(Locale.ROOT));
    }

    private static void change(JsonGenerator json, long set, FileChange change) {
        json.writeNumberProperty("set", set);
        path(json, change.path());
        state(json, "before", change.before());
        state(json, "after", change.after());
    }

    private static void state(JsonGenerator json, String name, FileState state) {
        switch (state) {
            case FileState.Absent _ -> json.writeNullProperty(name);
            case FileState.Present present -> {
                json.writeObjectPropertyStart(name);
                json.writeStringProperty("hash", present.hash().hex());
                json.writeBooleanProperty("executable", present.isExecutable());
                present.mode().octal().ifPresent(mode -> json.writeStringProperty("mode", mode));
                json.writeEndObject();
            }
            case FileState.Link(String target) -> {
                json.writeObjectPropertyStart(name);
                json.writeStringProperty("link", target);
                json.writeEndObject();
            }
            case FileState.EmptyFolder _ -> {
                json.writeObjectPropertyStart(name);
                json.writeBooleanProperty("folder", true);
                json.writeEndObject();
            }
        }
    }

    /// What is appended is on the disk when this returns.
    private void append(String text, int count) throws IOException {
        write(text, count, true);
    }

    private void write(String text, int count, boolean isWaitedFor) throws IOException {
        try (FileChannel channel =
                FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.APPEND)) {
            ByteBuffer bytes = ByteBuffer.wrap(StateReader.utf8(text));
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
            if (isWaitedFor) {
                channel.force(false);
            }
            size = channel.size();
        }
        lines += count;
    }
}
