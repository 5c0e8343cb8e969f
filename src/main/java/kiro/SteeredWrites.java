package kiro;

import java.io.IOException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import kiro.edit.FileChange;
import kiro.edit.FileState;
import kiro.edit.WriteRules;
import kiro.steering.check.CheckResult;
import kiro.steering.check.SteeringCheck;
import kiro.steering.project.ProjectSteering;
import kiro.steering.rule.Violation;
import kiro.workspace.Workspace;
import kiro.workspace.WorkspaceFiles;
import kiro.workspace.WorkspacePath;

/// Holds the steering's rules against every file that an agent is about to write. What violated them before may stay.
///
/// Nothing is read before the first write, and no source is parsed where there is no rule.
final class SteeredWrites implements WriteRules {
    private final SteeringReading steering;
    private final WorkspaceFiles files;
    private Optional<Held> known = Optional.empty();
    private HeldRules held = HeldRules.NONE;

    /// The rules of the moment, over the project as it is.
    private record Held(SteeringCheck check, boolean hasRules) {}

    /// Reads the steering of the workspace as it is now.
    interface SteeringReading {
        ProjectSteering read() throws InterruptedException;
    }

    /// @param files of the project, for what links lead to
    SteeredWrites(SteeringReading steering, WorkspaceFiles files) {
        this.steering = steering;
        this.files = files;
    }

    static WriteRules of(Outside outside, Workspace workspace) {
        return new SteeredWrites(
                () -> new SteeringWiring(outside).of(workspace), new WorkspaceFiles(workspace));
    }

    @Override
    public synchronized void recall() {
        try {
            read();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private Held read() throws InterruptedException {
        if (known.isEmpty()) {
            ProjectSteering now = steering.read();
            held = held.with(now);
            known =
                    Optional.of(
                            new Held(now.check().withRules(held.rules()), !held.rules().isEmpty()));
        }
        return known.get();
    }

    /// Steering that a tool writes was allowed by a person, or by what a person has settled, and holds from then on. For
    /// `AGENTS.md` nobody is asked in every mode: it may add rules, and takes none away.
    @Override
    public synchronized Ruling rule(List<FileChange> changes) {
        Ruling ruling = judged(changes, SteeringCheck::checkWritten);
        if (!(ruling instanceof Ruling.Refused) && areSteering(changes)) {
            Set<String> asked =
                    steeringOf(changes).stream()
                            .filter(path -> path.contains(".kiro/"))
                            .collect(Collectors.toUnmodifiableSet());
            held = asked.isEmpty() ? held.heldAgainst(steeringOf(changes)) : HeldRules.NONE;
            known = Optional.empty();
        }
        return ruling;
    }

    /// A program that a command runs may make files that say so. Nobody was asked about steering that a command changes:
    /// what held before goes on to hold in this run.
    @Override
    public synchronized Ruling ofCommand(List<FileChange> changes) {
        held = held.heldAgainst(steeringOf(changes));
        return judged(changes, SteeringCheck::check);
    }

    private Ruling judged(List<FileChange> changes, Looking looking) {
        try {
            boolean hasRules = read().hasRules();
            Ruling ruling = hasRules ? rule(changes, read().check(), looking) : new Ruling.Kept();
            // What is written becomes part of the project that rules look at, and may be steering
            // itself.
            if (!(ruling instanceof Ruling.Refused) && (hasRules || areSteering(changes))) {
                known = Optional.empty();
            }
            return ruling;
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return new Ruling.Refused(
                    "the run was stopped before the rules of the steering were asked",
                    "",
                    paths(changes));
        }
    }

    private static Set<WorkspacePath> paths(List<FileChange> changes) {
        return changes.stream().map(FileChange::path).collect(Collectors.toUnmodifiableSet());
    }

    private static boolean areSteering(List<FileChange> changes) {
        return !steeringOf(changes).isEmpty();
    }

    private static Set<String> steeringOf(List<FileChange> changes) {
        return changes.stream()
                .map(change -> change.path().value())
                .filter(path ->
                        ("/" + path).contains("/.kiro/steering/")
                                || ("/" + path).endsWith("/AGENTS.md"))
                .collect(Collectors.toUnmodifiableSet());
    }

    /// How the bytes of a file are held against the rules.
    private interface Looking {
        CheckResult look(SteeringCheck check, String path, byte[] bytes);
    }

    private Ruling rule(List<FileChange> changes, SteeringCheck check, Looking looking) {
        List<Violation> fresh = fresh(changes, check, looking);
        if (fresh.isEmpty()) {
            return new Ruling.Kept();
        }
        if (fresh.stream().noneMatch(each -> each.repairs().isEmpty())) {
            List<FileChange> repaired =
                    changes.stream().map(change -> SteeringRepair.of(change, fresh)).toList();
            if (fresh(repaired, check, looking).isEmpty()) {
                return new Ruling.Repaired(
                        repaired, fresh.stream().map(SteeredWrites::note).toList());
            }
        }
        return refused(fresh);
    }

    private List<Violation> fresh(List<FileChange> changes, SteeringCheck check, Looking looking) {
        Map<String, byte[]> before = new HashMap<>();
        Map<String, byte[]> written = new HashMap<>();
        Set<String> made = new HashSet<>();
        Set<String> removed = new HashSet<>();
        for (FileChange change : changes) {
            String path = change.path().value();
            bytes(change.before())
                    .ifPresentOrElse(bytes -> before.put(path, bytes), () -> made.add(path));
            after(change)
                    .ifPresentOrElse(bytes -> written.put(path, bytes), () -> removed.add(path));
        }
        // After a command the files are already as they have become.
        SteeringCheck then = check.with(before, made);
        SteeringCheck after = check.with(written, removed);
        var stood = new ArrayList<Violation>();
        before.forEach((path, bytes) -> stood.addAll(looking.look(then, path, bytes).violations()));
        var stands = new ArrayList<Violation>();
        written.forEach(
                (path, bytes) -> stands.addAll(looking.look(after, path, bytes).violations()));
        return SteeringCheck.fresh(stood, stands);
    }

    /// A link gives another file its name, and makes a program of a text.
    private Optional<byte[]> after(FileChange change) {
        return change.after() instanceof FileState.Link(String target)
                ? linked(change.path(), target)
                : bytes(change.after());
    }

    private Optional<byte[]> linked(WorkspacePath link, String target) {
        try {
            Path place = Path.of(link.value()).resolveSibling(target).normalize();
            return place.isAbsolute() || place.startsWith("..") || place.toString().isEmpty()
                    ? Optional.empty()
                    : files.read(WorkspacePath.of(place.toString().replace('\\', '/')));
        } catch (IOException | InvalidPathException nowhere) {
            return Optional.empty();
        }
    }

    private static Optional<byte[]> bytes(FileState state) {
        return switch (state) {
            case FileState.Absent _, FileState.Link _, FileState.EmptyFolder _ -> Optional.empty();
            case FileState.Present present -> Optional.of(present.bytes());
        };
    }

    private static String note(Violation each) {
        return "repaired line %d of %s by %s, since %s: %s (%s:%d)"
                .formatted(
                        each.span().line(),
                        each.path(),
                        each.rule().id(),
                        each.what(),
                        each.rule().origin().sentence(),
                        each.rule().origin().file(),
                        each.rule().origin().span().line());
    }

    private static Ruling refused(List<Violation> fresh) {
        var lines = new ArrayList<String>();
        Violation first = fresh.getFirst();
        String headline =
                "line %d of %s would violate %s%s"
                        .formatted(
                                first.span().line(),
                                first.path(),
                                first.rule().id(),
                                fresh.size() == 1
                                        ? ""
                                        : ", and there are %d more such places"
                                                .formatted(fresh.size() - 1));
        for (Violation each : fresh) {
            lines.add(
                    "%s:%s: %s [%s]"
                            .formatted(each.path(), each.span(), each.what(), each.rule().id()));
            lines.add(
                    "  rule: %s (%s:%d)"
                            .formatted(
                                    each.rule().origin().sentence(),
                                    each.rule().origin().file(),
                                    each.rule().origin().span().line()));
            lines.add("  next: " + each.fix());
        }
        return new Ruling.Refused(headline, String.join("\n", lines), hopeless(fresh));
    }

    /// The files that no repair would mend; all of them where repairs alone do not do.
    private static Set<WorkspacePath> hopeless(List<Violation> fresh) {
        List<Violation> left = fresh.stream().filter(each -> each.repairs().isEmpty()).toList();
        return (left.isEmpty() ? fresh : left)
                .stream()
                        .map(each -> WorkspacePath.of(each.path()))
                        .collect(Collectors.toUnmodifiableSet());
    }
}
