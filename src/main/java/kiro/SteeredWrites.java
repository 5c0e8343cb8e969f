package kiro;

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
import kiro.steering.check.SteeringCheck;
import kiro.steering.project.ProjectSteering;
import kiro.steering.rule.Violation;
import kiro.workspace.Workspace;
import kiro.workspace.WorkspacePath;

/// Holds the steering's rules against every file that an agent is about to write. What violated them before may stay.
///
/// Nothing is read before the first write, and no source is parsed where there is no rule.
final class SteeredWrites implements WriteRules {
    private final SteeringReading steering;
    private Optional<ProjectSteering> known = Optional.empty();

    /// Reads the steering of the workspace as it is now.
    interface SteeringReading {
        ProjectSteering read() throws InterruptedException;
    }

    SteeredWrites(SteeringReading steering) {
        this.steering = steering;
    }

    static WriteRules of(Outside outside, Workspace workspace) {
        return new SteeredWrites(() -> new SteeringWiring(outside).of(workspace));
    }

    @Override
    public synchronized void recall() {
        try {
            read();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private ProjectSteering read() throws InterruptedException {
        if (known.isEmpty()) {
            known = Optional.of(steering.read());
        }
        return known.get();
    }

    @Override
    public synchronized Ruling rule(List<FileChange> changes) {
        try {
            boolean hasRules = !read().rules().isEmpty();
            Ruling ruling = hasRules ? rule(changes, read().check()) : new Ruling.Kept();
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
        return changes.stream()
                .map(change -> "/" + change.path().value())
                .anyMatch(path -> path.contains("/.kiro/steering/") || path.endsWith("/AGENTS.md"));
    }

    private static Ruling rule(List<FileChange> changes, SteeringCheck check) {
        List<Violation> fresh = fresh(changes, check);
        if (fresh.isEmpty()) {
            return new Ruling.Kept();
        }
        if (fresh.stream().noneMatch(each -> each.repairs().isEmpty())) {
            List<FileChange> repaired =
                    changes.stream().map(change -> SteeringRepair.of(change, fresh)).toList();
            if (fresh(repaired, check).isEmpty()) {
                return new Ruling.Repaired(
                        repaired, fresh.stream().map(SteeredWrites::note).toList());
            }
        }
        return refused(fresh);
    }

    private static List<Violation> fresh(List<FileChange> changes, SteeringCheck check) {
        Map<String, byte[]> before = new HashMap<>();
        Map<String, byte[]> written = new HashMap<>();
        Set<String> made = new HashSet<>();
        Set<String> removed = new HashSet<>();
        for (FileChange change : changes) {
            String path = change.path().value();
            bytes(change.before())
                    .ifPresentOrElse(bytes -> before.put(path, bytes), () -> made.add(path));
            bytes(change.after())
                    .ifPresentOrElse(bytes -> written.put(path, bytes), () -> removed.add(path));
        }
        // After a command the files are already as they have become.
        SteeringCheck then = check.with(before, made);
        SteeringCheck after = check.with(written, removed);
        var stood = new ArrayList<Violation>();
        before.forEach((path, bytes) -> stood.addAll(then.check(path, bytes).violations()));
        var stands = new ArrayList<Violation>();
        written.forEach((path, bytes) -> stands.addAll(after.check(path, bytes).violations()));
        return SteeringCheck.fresh(stood, stands);
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
