package kiro.hook.git;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermission;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import kiro.hook.EventKind;
import kiro.process.CommandRunner;
import kiro.text.OwnFile;
import kiro.workspace.GitLeave;

/// The hooks of a repository that call this program: put beside those that are there, and taken away again.
public final class GitHooks {
    public static final List<EventKind> STEPS =
            List.of(
                    EventKind.PRE_COMMIT,
                    EventKind.PREPARE_COMMIT_MSG,
                    EventKind.POST_COMMIT,
                    EventKind.PRE_PUSH);

    private static final String KEPT = ".before-kiro";

    private final GitPlace place;
    private final List<String> program;

    private GitHooks(GitPlace place, List<String> program) {
        this.place = place;
        this.program = List.copyOf(program);
    }

    /// Empty outside of a repository.
    ///
    /// @param program how this one is called
    public static Optional<GitHooks> around(Path root, CommandRunner commands, List<String> program)
            throws InterruptedException {
        return GitPlace.around(root, commands).map(place -> new GitHooks(place, program));
    }

    /// What a script of a hook calls this program for; empty where it does not.
    ///
    /// @param name of the hook
    /// @param text the script
    /// @param program how this one is called
    public static Optional<GitLeave.OwnCall> ownCall(
            String name, String text, List<String> program) {
        return STEPS.stream()
                .filter(kind -> kind.word().equals(name))
                .filter(kind ->
                        ThinHook.isIn(text)
                                || text.contains("kiro hooks git %s".formatted(kind.word())))
                .findFirst()
                .map(kind -> {
                    var argv = new ArrayList<>(program);
                    argv.addAll(
                            List.of(
                                    "hooks",
                                    "git",
                                    "--in",
                                    ThinHook.folder(text).orElse("."),
                                    kind.word(),
                                    "--"));
                    boolean isAll = ThinHook.isIn(text) && ThinHook.without(text).isEmpty();
                    return new GitLeave.OwnCall(argv, kind.canBlock(), isAll);
                });
    }

    /// How a step stands.
    public enum State {
        INSTALLED,
        MISSING,
        /// Installed by another version of this program, or from another place.
        OTHER
    }

    public record Standing(EventKind kind, Path file, State state) {}

    /// The folder that git looks for hooks in.
    public Path folder() {
        return place.hooks();
    }

    /// Why hooks are not put there; empty where they are.
    public Optional<Obstacle> obstacle() throws InterruptedException {
        Path folder = place.hooks();
        boolean isOwn =
                folder.startsWith(place.top())
                        || place.ask("rev-parse", "--git-common-dir")
                                .map(text -> place.top().resolve(text.strip()).normalize())
                                .filter(folder::startsWith)
                                .isPresent();
        if (!isOwn) {
            return Optional.of(
                    new Obstacle(
                            "hooks/folder-of-others",
                            "git looks for hooks in %s, which other repositories use too"
                                    .formatted(folder),
                            "give this one its own: git config core.hooksPath .git/hooks"));
        }
        return other().map(found ->
                new Obstacle(
                        "hooks/other-workspace",
                        "hooks of the workspace '%s' of this repository are installed"
                                .formatted(found),
                        "run 'kiro hooks uninstall' there first"));
    }

    /// Something in the way, and what to do about it.
    public record Obstacle(String code, String message, String fix) {}

    /// Another workspace of the repository whose hooks are installed.
    private Optional<String> other() {
        for (EventKind kind : STEPS) {
            Optional<String> found = text(file(kind)).flatMap(ThinHook::folder);
            if (found.filter(each -> !each.equals(folderWord())).isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }

    /// What has to be known besides.
    public List<String> remarks() throws InterruptedException {
        var remarks = new ArrayList<String>();
        Path folder = place.hooks();
        if (folder.endsWith(Path.of(".husky", "_"))) {
            remarks.add(
                    "husky writes %s anew at 'npm install': run 'kiro hooks install' again then, or call 'kiro hooks git pre-commit' in .husky/pre-commit"
                            .formatted(folder));
        } else if (isShared()) {
            remarks.add(
                    "%s belongs to the project: its hooks look for kiro on the PATH, and do nothing where there is none"
                            .formatted(place.top().relativize(folder)));
        }
        return remarks;
    }

    private boolean isShared() throws InterruptedException {
        return place.isShared(place.hooks().resolve("pre-commit"));
    }

    public List<Standing> standing() throws InterruptedException {
        boolean isShared = isShared();
        var standing = new ArrayList<Standing>();
        for (EventKind kind : STEPS) {
            Optional<String> text = text(file(kind)).filter(ThinHook::isIn);
            State state =
                    text.map(each ->
                                    ThinHook.with(each, call(kind, isShared)).equals(each)
                                                    && Files.isExecutable(file(kind))
                                            ? State.INSTALLED
                                            : State.OTHER)
                            .orElse(State.MISSING);
            standing.add(new Standing(kind, file(kind), state));
        }
        return standing;
    }

    /// Puts them there; what is there already as it should be stays. Answers the files that it wrote.
    public List<Path> install() throws IOException, InterruptedException {
        boolean isShared = isShared();
        Files.createDirectories(place.hooks());
        var written = new ArrayList<Path>();
        for (EventKind kind : STEPS) {
            if (install(kind, call(kind, isShared))) {
                written.add(file(kind));
            }
        }
        return written;
    }

    private boolean install(EventKind kind, ThinHook.Call call) throws IOException {
        Path file = file(kind);
        if (!Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
            write(file, ThinHook.alone(call));
            return true;
        }
        Optional<String> text = text(file);
        if (text.filter(ThinHook::isIn).isPresent()) {
            String fresh = ThinHook.with(text.get(), call);
            boolean isSame = fresh.equals(text.get()) && Files.isExecutable(file);
            if (!isSame) {
                write(file, fresh);
            }
            return !isSame;
        }
        boolean canHold =
                !Files.isSymbolicLink(file)
                        && Files.isExecutable(file)
                        && text.filter(ThinHook::isShellScript).isPresent();
        if (canHold) {
            write(file, ThinHook.with(text.orElseThrow(), call));
        } else {
            Path kept = kept(file);
            if (Files.exists(kept, LinkOption.NOFOLLOW_LINKS)) {
                throw new IOException(kept + " is there already, and would be lost");
            }
            Files.move(file, kept, StandardCopyOption.ATOMIC_MOVE);
            write(file, ThinHook.before(call, kept.getFileName().toString()));
        }
        return true;
    }

    /// Takes them away, and leaves what was there before as it was. Answers the files that it changed.
    public List<Path> uninstall() throws IOException {
        var changed = new ArrayList<Path>();
        for (EventKind kind : STEPS) {
            Path file = file(kind);
            Optional<String> text = text(file).filter(ThinHook::isIn);
            if (text.isPresent()) {
                uninstall(file, text.get());
                changed.add(file);
            }
        }
        return changed;
    }

    private static void uninstall(Path file, String text) throws IOException {
        boolean isKept =
                ThinHook.made(text).filter(ThinHook.Made.KEPT::equals).isPresent()
                        && Files.exists(kept(file), LinkOption.NOFOLLOW_LINKS);
        if (isKept) {
            Files.move(kept(file), file, StandardCopyOption.ATOMIC_MOVE);
            return;
        }
        Optional<String> rest = ThinHook.without(text);
        if (rest.isPresent()) {
            write(file, rest.get());
        } else {
            Files.delete(file);
        }
    }

    private ThinHook.Call call(EventKind kind, boolean isShared) {
        return new ThinHook.Call(kind, folderWord(), isShared ? List.of() : program);
    }

    private String folderWord() {
        String folder = place.folder();
        return folder.isEmpty() ? "." : folder.substring(0, folder.length() - 1);
    }

    private Path file(EventKind kind) {
        return place.hooks().resolve(kind.word());
    }

    private static Path kept(Path file) {
        return file.resolveSibling(file.getFileName() + KEPT);
    }

    /// Empty for what is no text.
    private static Optional<String> text(Path file) {
        try {
            byte[] bytes = Files.readAllBytes(file);
            String text = new String(bytes, StandardCharsets.UTF_8);
            return Arrays.equals(text.getBytes(StandardCharsets.UTF_8), bytes)
                    ? Optional.of(text)
                    : Optional.empty();
        } catch (IOException unreadable) {
            return Optional.empty();
        }
    }

    private static void write(Path file, String text) throws IOException {
        new OwnFile(file).replace(text);
        Set<PosixFilePermission> may = Files.getPosixFilePermissions(file);
        if (may.add(PosixFilePermission.OWNER_EXECUTE)) {
            if (may.contains(PosixFilePermission.GROUP_READ)) {
                may.add(PosixFilePermission.GROUP_EXECUTE);
            }
            if (may.contains(PosixFilePermission.OTHERS_READ)) {
                may.add(PosixFilePermission.OTHERS_EXECUTE);
            }
            Files.setPosixFilePermissions(file, may);
        }
    }
}
