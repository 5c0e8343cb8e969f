package kiro;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import kiro.edit.FileChange;
import kiro.edit.FileState;
import kiro.steering.check.SteeringCheck;
import kiro.steering.project.ProjectSteering;
import kiro.steering.rule.Violation;
import kiro.tool.builtin.WriteRules;
import kiro.workspace.Workspace;

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
    public synchronized Optional<String> objection(List<FileChange> changes) {
        try {
            if (known.isEmpty()) {
                known = Optional.of(steering.read());
            }
            boolean hasRules = !known.get().rules().isEmpty();
            Optional<String> objection =
                    hasRules ? objection(changes, known.get().check()) : Optional.empty();
            // What is written becomes part of the project that rules look at, and may be steering
            // itself.
            if (objection.isEmpty() && (hasRules || areSteering(changes))) {
                known = Optional.empty();
            }
            return objection;
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return Optional.of("the run was stopped before the rules of the steering were asked");
        }
    }

    private static boolean areSteering(List<FileChange> changes) {
        return changes.stream()
                .map(change -> "/" + change.path().value())
                .anyMatch(path -> path.contains("/.kiro/steering/") || path.endsWith("/AGENTS.md"));
    }

    private static Optional<String> objection(List<FileChange> changes, SteeringCheck check) {
        Map<String, byte[]> before = new HashMap<>();
        Map<String, byte[]> written = new HashMap<>();
        Set<String> removed = new HashSet<>();
        for (FileChange change : changes) {
            String path = change.path().value();
            bytes(change.before()).ifPresent(bytes -> before.put(path, bytes));
            bytes(change.after())
                    .ifPresentOrElse(bytes -> written.put(path, bytes), () -> removed.add(path));
        }
        SteeringCheck after = check.with(written, removed);
        var stood = new ArrayList<Violation>();
        before.forEach((path, bytes) -> stood.addAll(check.check(path, bytes).violations()));
        var stands = new ArrayList<Violation>();
        written.forEach((path, bytes) -> stands.addAll(after.check(path, bytes).violations()));
        List<Violation> fresh = SteeringCheck.fresh(stood, stands);
        return fresh.isEmpty() ? Optional.empty() : Optional.of(text(fresh));
    }

    private static Optional<byte[]> bytes(FileState state) {
        return switch (state) {
            case FileState.Absent _ -> Optional.empty();
            case FileState.Present present -> Optional.of(present.bytes());
        };
    }

    private static String text(List<Violation> fresh) {
        var lines = new ArrayList<String>();
        Violation first = fresh.getFirst();
        lines.add(
                "nothing was written: line %d of %s would violate %s%s"
                        .formatted(
                                first.span().line(),
                                first.path(),
                                first.rule().id(),
                                fresh.size() == 1
                                        ? ""
                                        : ", and there are %d more such places"
                                                .formatted(fresh.size() - 1)));
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
        lines.add("Change what you write so that it keeps to them, and call the tool again.");
        return String.join("\n", lines);
    }
}
