package kiro.sandbox;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// What commands cannot write of repositories, even one that changes the repository: everything by which git, which others run
/// later outside of the walls, would be led to run a program.
///
/// Git takes settings and hooks from the folder that a file `commondir` names, where there is one. Where there is none, one that
/// names the same folder, which changes nothing, stands there for as long as the sandbox does; where there is no repository, an
/// empty folder, which is none to git, stands in its place. Both can then be kept from being written as all else.
///
/// @param writable folders of the repository beside the workspace
/// @param pinned folders that can be written, but not moved: what is kept in them would go along
/// @param kept files and folders that cannot be written
record GitWalls(List<Path> writable, List<Path> pinned, List<Path> kept) {
    private static final String COMMON = "commondir";
    private static final String SAME_FOLDER = ".\n";
    private static final Pattern HOOKS =
            Pattern.compile("(?im)^\\s*hookspath\\s*=\\s*\"?(.+?)\"?\\s*$");

    private static final Pattern INCLUDED =
            Pattern.compile("(?im)^\\s*path\\s*=\\s*\"?(.+?)\"?\\s*$");

    GitWalls {
        writable = List.copyOf(writable);
        pinned = List.copyOf(pinned);
        kept = List.copyOf(kept);
    }

    /// @param changes whether the command may change the repository
    /// @param home of the person, whose settings may lead git into the project
    /// @param nested `.git` of repositories within this one, such as submodules
    static GitWalls of(Path workspace, Path home, boolean changes, List<Path> nested)
            throws IOException {
        GitFolders git = GitFolders.of(workspace);
        var draft = new Draft(workspace);
        if (!Files.exists(git.entry(), LinkOption.NOFOLLOW_LINKS)) {
            Files.createDirectory(git.entry());
        }
        if (Files.exists(git.entry().resolve("HEAD"))) {
            (changes ? draft.pinned : draft.kept).add(git.entry());
        } else {
            draft.kept.add(git.entry());
        }
        for (Path folder : git.folders()) {
            if (changes && Files.exists(folder.resolve("HEAD"))) {
                draft.open(folder, git);
            }
        }
        for (Path entry : nested) {
            draft.keep(entry);
        }
        for (Path folder : git.folders()) {
            hooks(workspace, folder.resolve("config")).ifPresent(draft::keep);
            included(workspace, folder.resolve("config")).forEach(draft::keep);
            linked(workspace, folder.resolve("hooks")).forEach(draft::keep);
        }
        for (String persons : List.of(".gitconfig", ".config/git/config")) {
            hooks(workspace, home.resolve(persons)).ifPresent(draft::keep);
            included(workspace, home.resolve(persons)).forEach(draft::keep);
        }
        return new GitWalls(draft.writable, List.copyOf(draft.pinned), List.copyOf(draft.kept));
    }

    /// Takes away what stood in the place of files that are not there.
    static void takeAway(Path workspace) throws IOException {
        GitFolders git = GitFolders.of(workspace);
        for (Path folder : git.folders()) {
            Path common = folder.resolve(COMMON);
            if (text(common).equals(SAME_FOLDER)) {
                Files.delete(common);
            }
        }
        if (Files.isDirectory(git.entry(), LinkOption.NOFOLLOW_LINKS)
                && !Files.exists(git.entry().resolve("HEAD"))) {
            try {
                Files.delete(git.entry());
            } catch (DirectoryNotEmptyException somebodys) {
                return;
            }
        }
    }

    private static String text(Path file) throws IOException {
        return Files.isRegularFile(file) ? Files.readString(file, StandardCharsets.ISO_8859_1) : "";
    }

    /// A folder of the project that git takes hooks from; with the hidden folder around it, which holds what they call.
    private static Optional<Path> hooks(Path workspace, Path settings) throws IOException {
        return HOOKS.matcher(text(settings))
                .results()
                .map(found -> workspace.resolve(found.group(1)).normalize())
                .filter(hooks -> hooks.startsWith(workspace) && !hooks.equals(workspace))
                .reduce((_, last) -> last)
                .map(hooks -> {
                    Path first = workspace.resolve(workspace.relativize(hooks).getName(0));
                    return first.getFileName().toString().startsWith(".") ? first : hooks;
                })
                .filter(Files::exists);
    }

    /// Files of the project that hooks are links to.
    private static List<Path> linked(Path workspace, Path hooks) throws IOException {
        if (!Files.isDirectory(hooks)) {
            return List.of();
        }
        var linked = new ArrayList<Path>();
        try (Stream<Path> files = Files.list(hooks)) {
            for (Path file : files.sorted().toList()) {
                if (Files.exists(file)) {
                    linked.add(file.toRealPath());
                }
            }
        }
        return linked.stream()
                .filter(file -> file.startsWith(workspace) && !file.startsWith(hooks))
                .toList();
    }

    /// Files of the project that settings take in.
    private static List<Path> included(Path workspace, Path settings) throws IOException {
        return INCLUDED.matcher(text(settings))
                .results()
                .map(found -> settings.resolveSibling(found.group(1)).normalize())
                .filter(file -> file.startsWith(workspace))
                .toList();
    }

    private static final class Draft {
        private final Path workspace;
        private final List<Path> writable = new ArrayList<>();
        private final Set<Path> pinned = new LinkedHashSet<>();
        private final Set<Path> kept = new LinkedHashSet<>();

        private Draft(Path workspace) {
            this.workspace = workspace;
        }

        /// What lies in the workspace keeps its place only when the folders around it do.
        private void keep(Path place) {
            if (!Files.exists(place, LinkOption.NOFOLLOW_LINKS)) {
                return;
            }
            var around = new ArrayList<Path>();
            for (Path at = place.getParent();
                    at != null && at.startsWith(workspace) && !at.equals(workspace);
                    at = at.getParent()) {
                around.addFirst(at);
            }
            pinned.addAll(around);
            kept.add(place);
        }

        /// A folder of the repository that the command may write, but for what leads git to programs.
        private void open(Path folder, GitFolders git) throws IOException {
            if (!folder.startsWith(workspace)) {
                writable.add(folder);
            }
            if (Files.isWritable(folder) && Files.exists(folder.resolve("config"))) {
                Files.createDirectories(folder.resolve("hooks"));
                if (text(folder.resolve("config"))
                                .toLowerCase(Locale.ROOT)
                                .contains("worktreeconfig")
                        && !Files.exists(folder.resolve("config.worktree"))) {
                    Files.createFile(folder.resolve("config.worktree"));
                }
            }
            if (Files.isWritable(folder)
                    && !Files.exists(folder.resolve(COMMON), LinkOption.NOFOLLOW_LINKS)) {
                Files.writeString(folder.resolve(COMMON), SAME_FOLDER);
            }
            Stream.of("hooks", "config", "config.worktree", "info", COMMON, "gitdir", "modules")
                    .map(folder::resolve)
                    .filter(Files::exists)
                    .forEach(kept::add);
            for (Path tree : worktrees(folder)) {
                pinned.add(folder.resolve("worktrees"));
                (git.folders().contains(tree) ? pinned : kept).add(tree);
            }
        }

        private static List<Path> worktrees(Path folder) throws IOException {
            Path trees = folder.resolve("worktrees");
            if (!Files.isDirectory(trees)) {
                return List.of();
            }
            try (Stream<Path> all = Files.list(trees)) {
                return all.sorted().toList();
            }
        }
    }
}
