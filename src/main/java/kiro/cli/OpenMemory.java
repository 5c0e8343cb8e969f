package kiro.cli;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import kiro.memory.Fact;
import kiro.memory.Facts;
import kiro.memory.Grounds;
import kiro.memory.Memory;
import kiro.memory.MemoryReading;
import kiro.workspace.Workspace;

/// The memory of the project that a command is called in; says what is wrong with it.
final class OpenMemory {
    private final Console console;
    private final Projects projects;
    private final MemoryAccess access;

    OpenMemory(Console console, Workspaces workspaces, MemoryAccess access) {
        this.console = console;
        this.projects = new Projects(console, workspaces);
        this.access = access;
    }

    /// What is known.
    record Opened(Workspace workspace, Facts facts) {
        /// Looks whether facts still hold.
        Grounds grounds() {
            return new Grounds(workspace);
        }
    }

    MemoryAccess access() {
        return access;
    }

    Optional<Workspace> workspace() throws IOException {
        return projects.current();
    }

    /// What is known; empty, and said, where nothing can be read.
    Optional<Opened> read() throws IOException {
        Optional<Workspace> workspace = workspace();
        if (workspace.isEmpty()) {
            return Optional.empty();
        }
        MemoryReading reading = access.memory(workspace.get()).read();
        console.findings(reading.findings());
        return switch (reading) {
            case MemoryReading.Whole(Facts facts) ->
                    Optional.of(new Opened(workspace.get(), facts));
            case MemoryReading.Newer newer ->
                    Optional.of(new Opened(workspace.get(), newer.facts()));
            case MemoryReading.Broken _, MemoryReading.Untrusted _ -> Optional.empty();
        };
    }

    /// The one fact that a person means; says so where there is none, or several.
    Optional<Fact> find(Facts facts, String id) {
        List<Fact> found = facts.find(id);
        if (found.size() == 1) {
            return Optional.of(found.getFirst());
        }
        console.problem(
                "memory/not-found",
                found.isEmpty()
                        ? "there is no fact '" + id + "'"
                        : "'%s' may mean %s"
                                .formatted(
                                        id,
                                        found.stream()
                                                .map(fact -> fact.id().value())
                                                .collect(Collectors.joining(", "))),
                found.isEmpty() ? "'kiro memory list' shows all of them" : "give more of its id");
        return Optional.empty();
    }

    /// Changes one fact, and says what was done.
    ///
    /// @param done such as `pinned`
    ExitCode change(String id, BiFunction<Facts, Fact, Facts> change, String done)
            throws IOException, InterruptedException {
        Optional<Opened> opened = read();
        Optional<Fact> fact = opened.flatMap(all -> find(all.facts(), id));
        if (fact.isEmpty()) {
            return ExitCode.FINDINGS;
        }
        ExitCode code = write(facts -> change.apply(facts, fact.get()));
        if (code == ExitCode.OK) {
            console.print(done + " " + fact.get().id());
        }
        return code;
    }

    /// Changes what is known; says so where that is refused.
    ExitCode write(UnaryOperator<Facts> change) throws IOException, InterruptedException {
        Optional<Workspace> workspace = workspace();
        return workspace.isEmpty()
                ? ExitCode.FINDINGS
                : told(access.memory(workspace.get()).change(change));
    }

    ExitCode told(Memory.Change change) {
        return switch (change) {
            case Memory.Change.Made _ -> ExitCode.OK;
            case Memory.Change.Refused(MemoryReading reading) -> {
                console.findings(reading.findings());
                yield reading instanceof MemoryReading.Untrusted
                        ? ExitCode.DENIED
                        : ExitCode.FINDINGS;
            }
            case Memory.Change.Busy _ -> {
                console.problem(
                        "memory/busy",
                        "another process has kept the memory for ten seconds",
                        "wait until it has ended");
                yield ExitCode.BUSY;
            }
        };
    }
}
