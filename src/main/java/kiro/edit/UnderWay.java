package kiro.edit;

import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import kiro.text.Hash;
import kiro.text.Json;
import kiro.workspace.FileMode;
import kiro.workspace.GitExcludes;
import kiro.workspace.RawPath;
import kiro.workspace.WorkspacePath;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.JsonNode;

/// What was known before the command that is under way, kept in a file, so that a run that is killed can still find out
/// what the command has changed. While the command goes on, the file grows by an empty line every second: what was
/// changed later than it was changed by somebody else.
final class UnderWay {
    private static final Duration BEAT = Duration.ofSeconds(1);
    private static final JsonFactory JSON = new JsonFactory();

    private final Path file;
    private final PreImages images;
    private @Nullable Thread beating;

    /// What a run that was killed has left.
    ///
    /// @param call the command's
    /// @param until when it was last known to go on
    record Left(String call, CommandWatch.Before before, Instant until) {}

    UnderWay(Path folder, PreImages images) {
        this.file = folder.resolve("under-way.json");
        this.images = images;
    }

    /// The time as the file system has it; empty where it cannot be had.
    Optional<FileTime> now() {
        try {
            Path folder = Files.createDirectories(file.toAbsolutePath().getParent());
            Path probe = Files.createTempFile(folder, "time", "");
            FileTime time = Files.getLastModifiedTime(probe);
            Files.delete(probe);
            return Optional.of(time);
        } catch (IOException unwritable) {
            return Optional.empty();
        }
    }

    void note(String call, CommandWatch.Before before) throws IOException {
        keep(before);
        Path folder = file.toAbsolutePath().getParent();
        Files.createDirectories(folder);
        Path half = Files.createTempFile(folder, "half", "");
        Files.writeString(half, text(call, before));
        Files.move(half, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        if (beating == null) {
            beating = Thread.ofVirtual().start(this::beat);
        }
    }

    private void keep(CommandWatch.Before before) throws IOException {
        for (HeldFiles.Held held : before.held().values()) {
            if (held instanceof HeldFiles.Held.Known(FileState.Present state)) {
                images.keepForNow(state);
            }
        }
        for (CommandWatch.Before inner : before.within().values()) {
            keep(inner);
        }
    }

    private void beat() {
        try {
            while (true) {
                Thread.sleep(BEAT);
                Files.writeString(file, "\n", StandardOpenOption.APPEND);
            }
        } catch (InterruptedException | IOException over) {
            return;
        }
    }

    boolean isThere() {
        return Files.exists(file);
    }

    void forget() throws IOException {
        if (beating != null) {
            beating.interrupt();
            beating = null;
        }
        Files.deleteIfExists(file);
    }

    /// Empty where nothing was under way, or where what is there cannot be read.
    Optional<Left> left() throws IOException {
        try {
            Instant until = Files.getLastModifiedTime(file).toInstant().plus(BEAT.multipliedBy(2));
            JsonNode json = Json.read(Files.readString(file, StandardCharsets.UTF_8));
            if (!json.path("call").isString() || !json.path("held").isObject()) {
                return Optional.empty();
            }
            return Optional.of(new Left(json.path("call").asString(""), before(json), until));
        } catch (NoSuchFileException none) {
            return Optional.empty();
        } catch (JacksonException | IllegalArgumentException broken) {
            return Optional.empty();
        }
    }

    private CommandWatch.Before before(JsonNode json) throws IOException {
        var within = new HashMap<WorkspacePath, CommandWatch.Before>();
        for (Map.Entry<String, JsonNode> each : json.path("within").properties()) {
            within.put(WorkspacePath.of(each.getKey()), before(each.getValue()));
        }
        return new CommandWatch.Before(
                json.has("head") ? Optional.of(json.path("head").asString("")) : Optional.empty(),
                held(json.path("held")),
                modes(json.path("modes")),
                folders(json.path("emptyFolders")),
                folders(json.path("repositories")).orElse(Set.of()),
                within,
                start(json));
    }

    private static String text(String call, CommandWatch.Before before) {
        var text = new StringWriter();
        try (JsonGenerator json = JSON.createGenerator(ObjectWriteContext.empty(), text)) {
            json.writeStartObject();
            json.writeStringProperty("call", call);
            before(json, before);
            json.writeEndObject();
        }
        return text.toString();
    }

    private static void before(JsonGenerator json, CommandWatch.Before before) {
        json.writeBooleanProperty(
                "repository", before.start().ground() == CommandWatch.Ground.REPOSITORY);
        before.start().time().ifPresent(time -> json.writeStringProperty("begun", time.toString()));
        before.head().ifPresent(head -> json.writeStringProperty("head", head));
        json.writeObjectPropertyStart("held");
        before.held()
                .forEach((path, held) -> {
                    json.writeObjectPropertyStart(path.shown().value());
                    RawPath.hex(path).ifPresent(hex -> json.writeStringProperty("bytes", hex));
                    entry(json, held);
                    json.writeEndObject();
                });
        json.writeEndObject();
        modes(json, before.modes());
        before.emptyFolders().ifPresent(folders -> folders(json, "emptyFolders", folders));
        folders(json, "repositories", before.repositories());
        before.start().excludes().ifPresent(rules -> excludes(json, rules));
        if (!before.within().isEmpty()) {
            json.writeObjectPropertyStart("within");
            before.within()
                    .forEach((path, inner) -> {
                        json.writeObjectPropertyStart(path.value());
                        before(json, inner);
                        json.writeEndObject();
                    });
            json.writeEndObject();
        }
    }

    private static GitExcludes.Rules excludes(JsonNode json) {
        return new GitExcludes.Rules(
                json.path("exclude").asString(""),
                json.path("file").asString(""),
                json.path("text").asString(""));
    }

    private static void excludes(JsonGenerator json, GitExcludes.Rules rules) {
        json.writeObjectPropertyStart("excludes");
        json.writeStringProperty("exclude", rules.exclude());
        json.writeStringProperty("file", rules.file());
        json.writeStringProperty("text", rules.text());
        json.writeEndObject();
    }

    private static CommandWatch.Start start(JsonNode json) {
        return new CommandWatch.Start(
                json.path("repository").asBoolean(json.has("head"))
                        ? CommandWatch.Ground.REPOSITORY
                        : CommandWatch.Ground.FOLDER,
                json.has("begun")
                        ? Optional.of(FileTime.from(Instant.parse(json.path("begun").asString(""))))
                        : Optional.empty(),
                json.path("excludes").isObject()
                        ? Optional.of(excludes(json.path("excludes")))
                        : Optional.empty());
    }

    private static void folders(JsonGenerator json, String name, Set<WorkspacePath> folders) {
        json.writeArrayPropertyStart(name);
        folders.stream()
                .filter(folder -> RawPath.hex(folder).isEmpty())
                .forEach(folder -> json.writeString(folder.value()));
        json.writeEndArray();
    }

    private static Optional<Set<WorkspacePath>> folders(JsonNode json) {
        return json.isArray()
                ? Optional.of(
                        json.values().stream()
                                .map(folder -> WorkspacePath.of(folder.asString("")))
                                .collect(Collectors.toUnmodifiableSet()))
                : Optional.empty();
    }

    private static void modes(JsonGenerator json, CleanModes modes) {
        json.writeObjectPropertyStart("modes");
        modes.file().ifPresent(mode -> mode(json, "file", mode));
        modes.program().ifPresent(mode -> mode(json, "program", mode));
        json.writeObjectPropertyStart("others");
        modes.others().forEach((path, mode) -> mode(json, path.value(), mode));
        json.writeEndObject();
        json.writeEndObject();
    }

    private static void mode(JsonGenerator json, String name, FileMode mode) {
        mode.octal().ifPresent(octal -> json.writeStringProperty(name, octal));
    }

    private static CleanModes modes(JsonNode json) {
        var others = new HashMap<WorkspacePath, FileMode>();
        for (Map.Entry<String, JsonNode> each : json.path("others").properties()) {
            mode(each.getValue())
                    .ifPresent(mode -> others.put(WorkspacePath.of(each.getKey()), mode));
        }
        return new CleanModes(mode(json.path("file")), mode(json.path("program")), others);
    }

    private static Optional<FileMode> mode(JsonNode json) {
        FileMode mode = FileMode.read(false, json.asString(""));
        return mode.bits().isPresent() ? Optional.of(mode) : Optional.empty();
    }

    private static void entry(JsonGenerator json, HeldFiles.Held held) {
        switch (held) {
            case HeldFiles.Held.Known(FileState.Absent _) -> {}
            case HeldFiles.Held.Known(FileState.Present state) -> {
                json.writeStringProperty("hash", state.hash().hex());
                json.writeBooleanProperty("executable", state.isExecutable());
                mode(json, "mode", state.mode());
            }
            case HeldFiles.Held.Known(FileState.Link(String target)) ->
                    json.writeStringProperty("link", target);
            case HeldFiles.Held.Known(FileState.EmptyFolder _) ->
                    json.writeBooleanProperty("folder", true);
            case HeldFiles.Held.Lost(String reason, Optional<Stamp> stamp) -> {
                json.writeStringProperty("lost", reason);
                stamp.ifPresent(known -> {
                    json.writeNumberProperty("size", known.size());
                    json.writeStringProperty("changed", known.changed().toString());
                    known.mode().ifPresent(mode -> mode(json, "mode", mode));
                });
            }
        }
    }

    private Map<WorkspacePath, HeldFiles.Held> held(JsonNode json) throws IOException {
        var all = new HashMap<WorkspacePath, HeldFiles.Held>();
        for (Map.Entry<String, JsonNode> each : json.properties()) {
            all.put(JournalReader.path(each.getValue(), each.getKey()), one(each.getValue()));
        }
        return all;
    }

    private HeldFiles.Held one(JsonNode json) throws IOException {
        if (json.has("lost")) {
            Optional<Stamp> stamp = json.has("size") ? Optional.of(stamp(json)) : Optional.empty();
            return new HeldFiles.Held.Lost(json.path("lost").asString(""), stamp);
        }
        if (json.has("link")) {
            return new HeldFiles.Held.Known(new FileState.Link(json.path("link").asString("")));
        }
        if (json.has("folder")) {
            return new HeldFiles.Held.Known(new FileState.EmptyFolder());
        }
        if (!json.has("hash")) {
            return new HeldFiles.Held.Known(new FileState.Absent());
        }
        var hash = new Hash(json.path("hash").asString(""));
        Optional<byte[]> bytes = images.read(hash);
        return bytes.isPresent()
                ? new HeldFiles.Held.Known(
                        FileState.Present.of(bytes.get(), JournalReader.mode(json)))
                : new HeldFiles.Held.Lost(
                        "was not kept whole when the run was killed", Optional.empty());
    }

    private static Stamp stamp(JsonNode json) {
        return new Stamp(
                json.path("size").asLong(),
                FileTime.from(Instant.parse(json.path("changed").asString(""))),
                mode(json.path("mode")));
    }
}
