package kiro.edit;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import kiro.process.Capture;
import kiro.workspace.Git;
import kiro.workspace.RawPath;
import kiro.workspace.WorkspacePath;
import org.jspecify.annotations.Nullable;

/// Files as a commit has them, with the line ends and filters that the repository has for the working tree.
final class CommittedFiles {
    private static final int PATHS_AT_ONCE = 200;
    private static final int NAMED = 400;
    private static final int MOST_ONE_BY_ONE = 500;
    private static final String FILE = "100644";
    private static final String PROGRAM = "100755";
    private static final String LINK = "120000";
    private static final String NOT_HAD = "could not be had from the commit";

    private final Git git;
    private final String commit;
    private final Limits limits;

    /// How much is asked for.
    ///
    /// @param files in all
    /// @param bytes of all of them together, as the repository has them
    record Limits(int files, long bytes) {}

    CommittedFiles(Git git, String commit, Limits limits) {
        this.git = git;
        this.commit = commit;
        this.limits = limits;
    }

    /// What the commit has of a file.
    private record Entry(String mode, String id, long size) {}

    /// The files that the commit has, of these. Where git does not say which, none of them counts as new.
    Map<WorkspacePath, HeldFiles.Held> all(Collection<WorkspacePath> paths)
            throws InterruptedException {
        Optional<Map<WorkspacePath, Entry>> entries = entries(List.copyOf(paths));
        var all = new HashMap<WorkspacePath, HeldFiles.Held>();
        if (entries.isEmpty()) {
            paths.forEach(path -> all.put(path, lost(NOT_HAD)));
            return all;
        }
        var asked = new TreeMap<WorkspacePath, Entry>();
        long bytes = 0;
        for (Map.Entry<WorkspacePath, Entry> each : entries.get().entrySet()) {
            Entry entry = each.getValue();
            bytes += entry.size();
            if (!List.of(FILE, PROGRAM, LINK).contains(entry.mode())) {
                all.put(each.getKey(), lost("is a repository of its own"));
            } else if (asked.size() >= limits.files()) {
                all.put(each.getKey(), lost(many(limits.files())));
            } else if (bytes > limits.bytes()) {
                bytes -= entry.size();
                all.put(each.getKey(), lost(large(limits.bytes())));
            } else {
                asked.put(each.getKey(), entry);
            }
        }
        contents(asked).forEach((path, content) -> all.put(path, held(asked.get(path), content)));
        asked.keySet().forEach(path -> all.putIfAbsent(path, lost(NOT_HAD)));
        return all;
    }

    private static HeldFiles.Held held(@Nullable Entry entry, byte[] content) {
        if (entry == null) {
            return lost(NOT_HAD);
        }
        return entry.mode().equals(LINK)
                ? link(content)
                : new HeldFiles.Held.Known(
                        FileState.Present.of(content, entry.mode().equals(PROGRAM)));
    }

    private static HeldFiles.Held link(byte[] target) {
        String text = new String(target, StandardCharsets.UTF_8);
        return Arrays.equals(StateReader.utf8(text), target)
                ? new HeldFiles.Held.Known(new FileState.Link(text))
                : lost("is a link to a name that is no text");
    }

    static String many(int most) {
        return "is one of more than %,d that were changed at once".formatted(most);
    }

    private static String large(long most) {
        return "is one of more than %d MiB that were changed at once".formatted(most >> 20);
    }

    /// A stamp that no file has: what was clean, and is no longer, was changed.
    private static HeldFiles.Held lost(String reason) {
        return new HeldFiles.Held.Lost(reason, Optional.of(Stamp.OF_NO_FILE));
    }

    /// The files that the commit has: `mode type id size<tab>path` each. Empty where git does not say.
    private Optional<Map<WorkspacePath, Entry>> entries(List<WorkspacePath> paths)
            throws InterruptedException {
        Map<WorkspacePath, Entry> all = new TreeMap<>();
        if (paths.size() > NAMED || paths.stream().anyMatch(CommittedFiles::isRaw)) {
            boolean isTold = entries(List.of("-r"), all);
            all.keySet().retainAll(paths);
            return isTold ? Optional.of(all) : Optional.empty();
        }
        for (int i = 0; i < paths.size(); i += PATHS_AT_ONCE) {
            var arguments = new ArrayList<String>();
            paths.subList(i, Math.min(i + PATHS_AT_ONCE, paths.size()))
                    .forEach(path -> arguments.add(path.value()));
            if (!entries(arguments, all)) {
                return Optional.empty();
            }
        }
        return Optional.of(all);
    }

    private boolean entries(List<String> arguments, Map<WorkspacePath, Entry> into)
            throws InterruptedException {
        var argv = new ArrayList<>(List.of("--literal-pathspecs", "ls-tree", "-z", "-l"));
        if (arguments.equals(List.of("-r"))) {
            argv.addAll(List.of("-r", commit));
        } else {
            argv.addAll(List.of(commit, "--"));
            argv.addAll(arguments);
        }
        if (!(git.run(argv) instanceof Capture.Ended ended) || ended.code() != 0) {
            return false;
        }
        for (String entry : RawPath.decode(ended.output()).split("\0")) {
            int tab = entry.indexOf('\t');
            if (tab > 0) {
                String[] fields = entry.substring(0, tab).split(" +", 4);
                into.put(
                        WorkspacePath.of(entry.substring(tab + 1)),
                        new Entry(fields[0], fields[2], size(fields[3])));
            }
        }
        return true;
    }

    private static long size(String text) {
        return text.matches("\\d{1,18}") ? Long.parseLong(text) : 0;
    }

    /// What the files hold; those are missing that git does not give.
    private Map<WorkspacePath, byte[]> contents(Map<WorkspacePath, Entry> asked)
            throws InterruptedException {
        var contents = new HashMap<WorkspacePath, byte[]>();
        var several = new TreeMap<WorkspacePath, String>();
        long bytes = 0;
        for (Map.Entry<WorkspacePath, Entry> each : asked.entrySet()) {
            Entry entry = each.getValue();
            boolean isLink = entry.mode().equals(LINK);
            boolean isApart =
                    entry.size() > BatchedBlobs.LARGE || !BatchedBlobs.isNamed(each.getKey());
            if (isLink || (isApart && !isRaw(each.getKey()))) {
                one(each.getKey(), entry).ifPresent(it -> contents.put(each.getKey(), it));
                continue;
            }
            several.put(each.getKey(), entry.id());
            bytes += entry.size();
            if (bytes > BatchedBlobs.LARGE) {
                contents.putAll(new BatchedBlobs(git).read(several));
                several.clear();
                bytes = 0;
            }
        }
        if (several.size() > 1 || several.keySet().stream().anyMatch(CommittedFiles::isRaw)) {
            contents.putAll(new BatchedBlobs(git).read(several));
        }
        int more = MOST_ONE_BY_ONE;
        for (Map.Entry<WorkspacePath, Entry> each : asked.entrySet()) {
            if (!contents.containsKey(each.getKey()) && !isRaw(each.getKey()) && more-- > 0) {
                one(each.getKey(), each.getValue())
                        .ifPresent(it -> contents.put(each.getKey(), it));
            }
        }
        return contents;
    }

    private static boolean isRaw(WorkspacePath path) {
        return RawPath.isRaw(path.value());
    }

    private Optional<byte[]> one(WorkspacePath path, Entry entry) throws InterruptedException {
        Capture content =
                git.run(
                        entry.mode().equals(LINK)
                                ? List.of("cat-file", "blob", entry.id())
                                : List.of("cat-file", "--filters", commit + ":./" + path.value()));
        return content instanceof Capture.Ended ended && ended.code() == 0
                ? Optional.of(ended.output())
                : Optional.empty();
    }
}
