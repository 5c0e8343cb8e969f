package kiro.memory;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;
import kiro.secret.SecretMask;
import kiro.testing.TemporaryWorkspace;
import kiro.workspace.Workspace;

/// A project with a memory, and a home folder outside of it.
final class MemoryHere {
    static final LocalDate DAY = LocalDate.of(2026, 11, 25);

    final Path root;
    private final Path home;
    private final SecretMask mask;

    private MemoryHere(Path root, Path home, SecretMask mask) {
        this.root = root;
        this.home = home;
        this.mask = mask;
    }

    static MemoryHere in(Path folder) throws Exception {
        return in(folder, Map.of());
    }

    static MemoryHere in(Path folder, Map<String, String> environment) throws Exception {
        Path root = Files.createDirectories(folder.resolve("project")).toRealPath();
        return new MemoryHere(root, folder.resolve("home"), SecretMask.of(environment));
    }

    Workspace workspace() {
        return new Workspace(root);
    }

    TemporaryWorkspace files() {
        return TemporaryWorkspace.in(root);
    }

    Memory memory() {
        return memory(true);
    }

    Memory memory(boolean isTrusted) {
        return new Memory(
                workspace(),
                new Memory.Owner(home.resolve("memory"), () -> isTrusted),
                mask::mask,
                RandomGenerator.getDefault());
    }

    String text() throws Exception {
        return Files.readString(root.resolve(".kiro/memory.json"));
    }

    MemoryHere written(String text) throws Exception {
        files().with(".kiro/memory.json", text.getBytes(StandardCharsets.UTF_8));
        return this;
    }

    /// The file with a text in it replaced, as a person would with an editor.
    MemoryHere edited(String before, String after) throws Exception {
        String text = text();
        if (!text.contains(before)) {
            throw new AssertionError(before + " is not in " + text);
        }
        return written(text.replace(before, after));
    }

    MemoryHere with(Fact... facts) throws Exception {
        Memory.Change change =
                memory().change(all -> {
                    Facts sum = all;
                    for (Fact fact : facts) {
                        sum = sum.with(fact);
                    }
                    return sum;
                });
        if (!(change instanceof Memory.Change.Made)) {
            throw new AssertionError(change);
        }
        return this;
    }

    static Fact convention(String text) {
        return new Fact.Convention(said("convention", text));
    }

    static Statement said(String kind, String text) {
        return new Statement(
                FactId.of(kind, text),
                text,
                new Source.OfPerson("Ada"),
                DAY,
                Weight.CERTAIN,
                Scope.WHOLE,
                List.of());
    }

    static Fact everything() {
        return new Fact.Pattern(
                new Statement(
                        new FactId("p-1"),
                        "errors are values",
                        new Source.OfFile("src/A.java", 3),
                        DAY,
                        new Weight(0.95, true, Weight.Standing.PROPOSED),
                        new Scope(List.of("src/**"), List.of("errors")),
                        List.of(
                                Ground.whole("src/A.java", "a"),
                                Ground.line("src/B.java", "b"),
                                Ground.section("spec.md", "Technical Approach", "c"))),
                Optional.of(new Fact.Tally(19, 20)));
    }
}
