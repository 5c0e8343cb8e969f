package kiro.edit;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kiro.process.Capture;
import kiro.workspace.Git;
import kiro.workspace.WorkspacePath;

/// Files as a commit has them, with the line ends and filters that the repository has for the working tree.
final class CommittedFiles {
    private static final int PATHS_AT_ONCE = 200;
    private static final String FILE = "100644";
    private static final String PROGRAM = "100755";
    private static final String LINK = "120000";

    private final Git git;
    private final String commit;
    private final int most;

    /// @param most how many contents are asked for
    CommittedFiles(Git git, String commit, int most) {
        this.git = git;
        this.commit = commit;
        this.most = most;
    }

    /// The files that the commit has, of these.
    Map<WorkspacePath, HeldFiles.Held> all(List<WorkspacePath> paths) throws InterruptedException {
        var all = new HashMap<WorkspacePath, HeldFiles.Held>();
        for (int i = 0; i < paths.size(); i += PATHS_AT_ONCE) {
            List<WorkspacePath> some = paths.subList(i, Math.min(i + PATHS_AT_ONCE, paths.size()));
            for (Map.Entry<WorkspacePath, String> entry : modes(some).entrySet()) {
                all.put(entry.getKey(), held(entry.getKey(), entry.getValue(), all.size()));
            }
        }
        return all;
    }

    private HeldFiles.Held held(WorkspacePath path, String mode, int before)
            throws InterruptedException {
        if (!mode.equals(FILE) && !mode.equals(PROGRAM) && !mode.equals(LINK)) {
            return lost("is a repository of its own");
        }
        if (before >= most) {
            return lost(many(most));
        }
        String kind = mode.equals(LINK) ? "blob" : "--filters";
        Capture content = git.run(List.of("cat-file", kind, commit + ":./" + path));
        if (!(content instanceof Capture.Ended ended) || ended.code() != 0) {
            return lost("could not be had from the commit");
        }
        return mode.equals(LINK)
                ? link(ended.output())
                : new HeldFiles.Held.Known(
                        FileState.Present.of(ended.output(), mode.equals(PROGRAM)));
    }

    private static HeldFiles.Held link(byte[] target) {
        String text = new String(target, StandardCharsets.UTF_8);
        return Arrays.equals(StateReader.utf8(text), target)
                ? new HeldFiles.Held.Known(new FileState.Link(text))
                : lost("is a link to a name that is no text");
    }

    static String many(int most) {
        return "is one of more than %d that were changed at once".formatted(most);
    }

    /// A stamp that no file has: what was clean, and is no longer, was changed.
    private static HeldFiles.Held lost(String reason) {
        return new HeldFiles.Held.Lost(reason, Optional.empty());
    }

    /// The modes of the files that the commit has: `mode type id<tab>path` each.
    private Map<WorkspacePath, String> modes(List<WorkspacePath> paths)
            throws InterruptedException {
        var arguments = new ArrayList<>(List.of("ls-tree", "-z", commit, "--"));
        paths.forEach(path -> arguments.add(path.value()));
        var modes = new HashMap<WorkspacePath, String>();
        if (git.run(arguments) instanceof Capture.Ended ended && ended.code() == 0) {
            for (String entry : new String(ended.output(), StandardCharsets.UTF_8).split("\0")) {
                int tab = entry.indexOf('\t');
                if (tab > 0) {
                    modes.put(
                            WorkspacePath.of(entry.substring(tab + 1)),
                            entry.substring(0, entry.indexOf(' ')));
                }
            }
        }
        return modes;
    }
}
