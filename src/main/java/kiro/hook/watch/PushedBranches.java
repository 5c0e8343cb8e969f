package kiro.hook.watch;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import kiro.hook.EventKind;
import kiro.hook.run.HookEvent;
import kiro.hook.run.Subject;

/// Branches that are pushed from this machine, for where nobody says which pull requests there are: the first push of a branch
/// stands for one that is opened, a later one for new commits. Git writes each push down in a log.
public final class PushedBranches implements WatchSource {
    private static final Pattern LINE =
            Pattern.compile("([0-9a-f]{40,64}) ([0-9a-f]{40,64}) [^\\t]*\\tupdate by push.*");
    private static final int LONGEST = 1 << 16;

    private final Path remotes;
    private final Path logs;
    private Optional<Map<Path, Long>> known = Optional.empty();

    /// @param shared the folder of what all checkouts of the repository share
    public PushedBranches(Path shared) {
        this.remotes = shared.resolve("refs/remotes");
        this.logs = shared.resolve("logs/refs/remotes");
    }

    @Override
    public Set<EventKind> kinds() {
        return Set.of(EventKind.PR_OPENED, EventKind.PR_UPDATED);
    }

    @Override
    public List<HookEvent> look() {
        var sizes = new HashMap<Path, Long>();
        var events = new ArrayList<HookEvent>();
        for (Path log : logs()) {
            long size = size(log);
            sizes.put(log, size);
            if (known.isPresent()) {
                long before = known.get().getOrDefault(log, 0L);
                pushes(log, before > size ? 0 : before, size)
                        .forEach(isFirst -> event(log, isFirst).ifPresent(events::add));
            }
        }
        known = Optional.of(sizes);
        return events;
    }

    private List<Path> logs() {
        if (!Files.isDirectory(logs)) {
            return List.of();
        }
        try (Stream<Path> all = Files.walk(logs)) {
            return all.filter(Files::isRegularFile).sorted().toList();
        } catch (IOException | UncheckedIOException changing) {
            return List.of();
        }
    }

    private static long size(Path log) {
        try {
            return Files.size(log);
        } catch (IOException gone) {
            return 0;
        }
    }

    /// For each push that was written down since, whether it was the branch's first.
    private static List<Boolean> pushes(Path log, long from, long to) {
        if (to <= from) {
            return List.of();
        }
        try (var file = new RandomAccessFile(log.toFile(), "r")) {
            byte[] bytes = new byte[(int) Math.min(to - from, LONGEST)];
            file.seek(to - bytes.length);
            file.readFully(bytes);
            return new String(bytes, StandardCharsets.UTF_8)
                    .lines()
                    .map(LINE::matcher)
                    .filter(Matcher::matches)
                    .map(match -> match.group(1).matches("0+"))
                    .toList();
        } catch (IOException gone) {
            return List.of();
        }
    }

    /// A push to the branch that others are merged into opens nothing.
    private Optional<HookEvent> event(Path log, boolean isFirst) {
        Path name = logs.relativize(log);
        if (name.getNameCount() < 2) {
            return Optional.empty();
        }
        String remote = name.getName(0).toString();
        String branch = name.subpath(1, name.getNameCount()).toString().replace('\\', '/');
        String base = base(remote);
        return branch.equals(base) || branch.equals("HEAD")
                ? Optional.empty()
                : Optional.of(
                        HookEvent.of(
                                isFirst ? EventKind.PR_OPENED : EventKind.PR_UPDATED,
                                new Subject.PullRequest(0, "", branch, base, "")));
    }

    /// The remote's own branch; `main` where git has not been told.
    private String base(String remote) {
        String prefix = "ref: refs/remotes/" + remote + "/";
        try {
            String head = Files.readString(remotes.resolve(remote).resolve("HEAD")).strip();
            return head.startsWith(prefix) ? head.substring(prefix.length()) : "main";
        } catch (IOException unknown) {
            return Files.exists(logs.resolve(remote).resolve("master")) ? "master" : "main";
        }
    }
}
