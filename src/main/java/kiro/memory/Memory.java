package kiro.memory;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.UnaryOperator;
import java.util.random.RandomGenerator;
import kiro.finding.Finding;
import kiro.text.FileTurn;
import kiro.text.OwnFile;
import kiro.text.SourceSpan;
import kiro.text.StrictJson;
import kiro.workspace.Workspace;
import kiro.workspace.WorkspaceFiles;
import kiro.workspace.WorkspacePath;
import tools.jackson.databind.JsonNode;

/// The memory of a project, `.kiro/memory.json`: read, and changed so that no change of another process is lost.
///
/// A file that came with the project is somebody else's. What makes one a person's own is a mark in it that is also kept
/// outside of the project.
public final class Memory {
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    public static final WorkspacePath PATH = WorkspacePath.of(".kiro/memory.json");

    private static final int MAX_BYTES = 64 << 20;

    private final Workspace workspace;
    private final WorkspaceFiles files;
    private final Owner owner;
    private final UnaryOperator<String> mask;
    private final RandomGenerator random;

    /// Whose memory it is.
    ///
    /// @param mark the file outside of the project with the mark of its memory
    /// @param isTrusted whether a person trusts the project
    public record Owner(Path mark, BooleanSupplier isTrusted) {}

    /// @param mask takes secrets out of a text
    public Memory(
            Workspace workspace, Owner owner, UnaryOperator<String> mask, RandomGenerator random) {
        this.workspace = workspace;
        this.files = new WorkspaceFiles(workspace);
        this.owner = owner;
        this.mask = mask;
        this.random = random;
    }

    /// Whether there is a file at all: where there is none, nothing has to be read.
    public boolean isThere() {
        return Files.exists(workspace.absolute(PATH));
    }

    public MemoryReading read() throws IOException {
        Parsed parsed = parsed(files.read(PATH));
        return parsed.isEmpty() ? parsed.reading() : judged(parsed);
    }

    /// A file as it was read.
    ///
    /// @param bytes empty where there is none
    private record Parsed(Optional<byte[]> bytes, MemoryReading reading, String keeper) {
        boolean isEmpty() {
            return reading instanceof MemoryReading.Whole(Facts facts) && facts.equals(Facts.NONE);
        }
    }

    private static Parsed parsed(Optional<byte[]> bytes) {
        if (bytes.isEmpty()) {
            return new Parsed(bytes, new MemoryReading.Whole(Facts.NONE), "");
        }
        if (bytes.get().length > MAX_BYTES) {
            return new Parsed(bytes, new MemoryReading.Broken(java.util.List.of(tooLarge())), "");
        }
        MemoryReader.File file = MemoryReader.read(PATH, bytes.get());
        return new Parsed(bytes, file.reading(), file.keeper());
    }

    private static Finding tooLarge() {
        return Finding.error(
                "memory/too-large",
                PATH.value(),
                SourceSpan.start(),
                "the memory has more than %,d MB".formatted(MAX_BYTES >> 20),
                "move it away");
    }

    private MemoryReading judged(Parsed parsed) {
        if (!owner.isTrusted().getAsBoolean()) {
            return untrusted(
                    "this project is not trusted, so its memory is neither read nor written",
                    "look at what runs here with 'kiro trust'");
        }
        boolean isNobodys = parsed.isEmpty() && parsed.keeper().isEmpty();
        boolean isBroken = parsed.reading() instanceof MemoryReading.Broken;
        if (isNobodys || isBroken || isOwn(parsed)) {
            return parsed.reading();
        }
        return untrusted(
                "this memory was not made by you on this machine, so nothing of it is told to a model",
                "read it, and run 'kiro memory adopt' to take it over, or delete it");
    }

    private static MemoryReading untrusted(String message, String fix) {
        return new MemoryReading.Untrusted(
                Finding.warning(
                        "memory/untrusted", PATH.value(), SourceSpan.start(), message, fix));
    }

    private boolean isOwn(Parsed parsed) {
        return !parsed.keeper().isEmpty() && kept().filter(parsed.keeper()::equals).isPresent();
    }

    private Optional<String> kept() {
        try {
            return Optional.of(Files.readString(owner.mark(), StandardCharsets.UTF_8).strip())
                    .filter(mark -> !mark.isEmpty());
        } catch (IOException none) {
            return Optional.empty();
        }
    }

    /// What came of a change.
    public sealed interface Change {
        /// @param after what the memory is now
        record Made(Facts after) implements Change {}

        /// Nothing was written.
        record Refused(MemoryReading reading) implements Change {}

        /// Another process has kept the memory for too long.
        record Busy() implements Change {}
    }

    /// Changes what is there at the moment of writing. Of several processes each changes what the one before has left.
    public Change change(UnaryOperator<Facts> change) throws IOException, InterruptedException {
        return locked(reading -> judged(reading), change);
    }

    /// Takes over a memory that came from elsewhere.
    public Change adopt() throws IOException, InterruptedException {
        return locked(
                parsed -> owner.isTrusted().getAsBoolean() ? parsed.reading() : judged(parsed),
                UnaryOperator.identity());
    }

    private interface Judge {
        MemoryReading judged(Parsed parsed);
    }

    private Change locked(Judge judge, UnaryOperator<Facts> change)
            throws IOException, InterruptedException {
        MemoryReading first = judge.judged(parsed(files.read(PATH)));
        if (!(first instanceof MemoryReading.Whole)) {
            return new Change.Refused(first);
        }
        Optional<FileTurn> turn = turn();
        if (turn.isEmpty()) {
            return new Change.Busy();
        }
        try (FileTurn _ = turn.get()) {
            return write(judge, change);
        }
    }

    private Optional<FileTurn> turn() throws IOException, InterruptedException {
        Path folder = workspace.kiroFolder().resolve("sessions");
        Files.createDirectories(folder);
        Path ignore = folder.resolve(".gitignore");
        if (Files.notExists(ignore)) {
            Files.writeString(ignore, "*\n");
        }
        return FileTurn.take(folder, "memory", PATIENCE);
    }

    /// An editor takes no lock: what it has saved meanwhile is read again.
    private Change write(Judge judge, UnaryOperator<Facts> change) throws IOException {
        while (true) {
            Parsed before = parsed(files.read(PATH));
            if (!(judge.judged(before) instanceof MemoryReading.Whole(Facts facts))) {
                return new Change.Refused(judge.judged(before));
            }
            Facts after = change.apply(facts);
            boolean isSame = after.equals(facts) && (isOwn(before) || before.isEmpty());
            if (isSame) {
                return new Change.Made(after);
            }
            String mark = mark();
            String text = new MemoryWriter(mask).write(after, tree(before), mark);
            if (isUnchanged(before)) {
                files.write(PATH, text.getBytes(StandardCharsets.UTF_8));
                return new Change.Made(after);
            }
        }
    }

    private boolean isUnchanged(Parsed before) throws IOException {
        Optional<byte[]> now = files.read(PATH);
        return now.isPresent() == before.bytes().isPresent()
                && Arrays.equals(now.orElse(new byte[0]), before.bytes().orElse(new byte[0]));
    }

    private static Optional<JsonNode> tree(Parsed before) {
        return before.bytes().map(StrictJson::parse);
    }

    private String mark() throws IOException {
        Optional<String> known = kept();
        if (known.isPresent()) {
            return known.get();
        }
        String fresh = "%016x%016x".formatted(random.nextLong(), random.nextLong());
        new OwnFile(owner.mark()).replacePrivately(fresh + "\n");
        return fresh;
    }
}
