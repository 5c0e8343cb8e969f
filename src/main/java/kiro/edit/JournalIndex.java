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
import java.util.function.Consumer;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/// What was changed, in order: a line for each change before it is made, and one for the outcome of all
/// that were made together. The format is described in `docs/formats/journal.md`.
final class JournalIndex {
    private static final JsonFactory JSON = new JsonFactory();

    private final Path file;
    private long lines = -1;

    JournalIndex(Path file) {
        this.file = file;
    }

    /// How a set of changes ended.
    enum Outcome {
        /// Every file is what it was to become.
        DONE,
        /// Nothing was changed, or all of it was put back.
        UNDONE,
        /// Some files could not be put back.
        BROKEN
    }

    /// Notes a set of changes that is about to be made.
    ///
    /// @return the number of the set
    long intend(List<FileChange> changes) throws IOException {
        if (lines < 0) {
            open();
        }
        long set = lines + 1;
        var text = new StringBuilder();
        changes.forEach(change -> text.append(line(json -> change(json, set, change))));
        append(text.toString(), changes.size());
        return set;
    }

    /// Counts the lines of earlier sets; one that a crash has cut off is closed.
    private void open() throws IOException {
        Files.createDirectories(file.toAbsolutePath().getParent());
        byte[] existing = Files.exists(file) ? Files.readAllBytes(file) : new byte[0];
        lines = 0;
        for (byte one : existing) {
            lines += one == '\n' ? 1 : 0;
        }
        if (existing.length > 0 && existing[existing.length - 1] != '\n') {
            append("\n", 1);
        }
    }

    void settle(long set, Outcome outcome) throws IOException {
        append(line(json -> outcome(json, set, outcome)), 1);
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

    private static void outcome(JsonGenerator json, long set, Outcome outcome) {
        json.writeNumberProperty("set", set);
        json.writeStringProperty("outcome", outcome.name().toLowerCase(Locale.ROOT));
    }

    private static void change(JsonGenerator json, long set, FileChange change) {
        json.writeNumberProperty("set", set);
        json.writeStringProperty("path", change.path().value());
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
                json.writeEndObject();
            }
        }
    }

    /// What is appended is on the disk when this returns.
    private void append(String text, int count) throws IOException {
        try (FileChannel channel =
                FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.APPEND)) {
            ByteBuffer bytes = ByteBuffer.wrap(StateReader.utf8(text));
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
            channel.force(false);
        }
        lines += count;
    }
}
