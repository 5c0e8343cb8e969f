package kiro.sandbox;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import kiro.secret.SecretFiles;
import kiro.workspace.KiroIgnore;

/// What commands are not shown: files of secrets, what `.kiroignore` names, and the places where people and
/// machines keep their keys.
///
/// @param files in the order of a walk
/// @param repositories `.git` of the repositories within this one, which the same walk has found; they can be read
record HiddenFiles(List<Path> files, List<Path> folders, List<Path> repositories) {
    /// More than these, and their folders are hidden instead.
    private static final int MOST = 1_000;

    /// Folders that are made from others, and would take long to walk.
    private static final Set<String> MADE =
            Set.of(".git", "node_modules", "target", "build", "dist", ".gradle", ".venv", "venv");

    private static final List<String> OF_HOME =
            List.of(
                    ".ssh",
                    ".gnupg",
                    ".aws",
                    ".azure",
                    ".kube",
                    ".kiro",
                    ".password-store",
                    ".netrc",
                    ".pgpass",
                    ".pypirc",
                    ".npmrc",
                    ".git-credentials",
                    ".config/gh",
                    ".config/gcloud",
                    ".config/git/credentials",
                    ".docker/config.json",
                    ".m2/settings-security.xml",
                    ".cargo/credentials.toml",
                    ".cargo/credentials",
                    ".local/share/keyrings",
                    ".local/share/kwalletd",
                    ".pki",
                    ".vault-token",
                    ".terraform.d/credentials.tfrc.json",
                    ".terraformrc",
                    ".config/containers/auth.json",
                    ".config/hub",
                    ".config/glab-cli",
                    ".config/op",
                    ".config/rclone",
                    ".config/doctl",
                    ".config/sops",
                    ".config/heroku",
                    ".config/github-copilot",
                    ".config/composer/auth.json",
                    ".composer/auth.json",
                    ".gem/credentials",
                    ".databrickscfg",
                    ".snowflake",
                    ".oci",
                    ".s3cfg",
                    ".boto",
                    ".fly",
                    ".my.cnf",
                    ".mylogin.cnf",
                    ".subversion/auth",
                    ".claude",
                    ".claude.json",
                    ".codex",
                    ".gemini",
                    ".mozilla",
                    ".thunderbird",
                    ".config/google-chrome",
                    ".config/chromium",
                    ".config/BraveSoftware",
                    ".config/microsoft-edge",
                    ".bash_history",
                    ".zsh_history",
                    ".psql_history",
                    ".mysql_history",
                    ".python_history",
                    ".node_repl_history",
                    "Library/Keychains",
                    "Library/Cookies",
                    "Library/Application Support/Google/Chrome",
                    "Library/Application Support/Firefox",
                    "Library/Application Support/com.apple.TCC");

    private static final List<String> OF_MACHINE =
            List.of(
                    "/run/user",
                    "/run/docker.sock",
                    "/run/containerd",
                    "/run/podman",
                    "/run/dbus",
                    "/var/run/docker.sock",
                    "/etc/shadow",
                    "/etc/gshadow");

    HiddenFiles {
        files = List.copyOf(files);
        folders = List.copyOf(folders);
        repositories = List.copyOf(repositories);
    }

    static HiddenFiles of(Path workspace, Path home, List<Path> more, KiroIgnore ignored)
            throws IOException {
        var files = new ArrayList<Path>();
        var folders = new ArrayList<Path>();
        Stream.of(
                        OF_HOME.stream().map(home::resolve),
                        OF_MACHINE.stream().map(Path::of),
                        more.stream())
                .flatMap(places -> places)
                .flatMap(HiddenFiles::there)
                .filter(path -> !workspace.startsWith(path))
                .forEach(path -> {
                    if (Files.isDirectory(path)) {
                        folders.add(path);
                    } else if (Files.exists(path)) {
                        files.add(path);
                    }
                });
        var walk = new Walk(workspace, ignored);
        Files.walkFileTree(workspace, walk);
        folders.addAll(walk.folders);
        if (walk.files.size() > MOST) {
            walk.files.stream()
                    .map(file -> file.getParent() == null ? file : file.getParent())
                    .distinct()
                    .filter(folder -> !folder.equals(workspace))
                    .forEach(folders::add);
            walk.files.stream()
                    .filter(file -> workspace.equals(file.getParent()))
                    .forEach(files::add);
        } else {
            files.addAll(walk.files);
        }
        return new HiddenFiles(files, folders, walk.repositories);
    }

    /// The folders of a workspace that hold some: moved, they would carry it to where it is not hidden.
    Set<Path> around(Path workspace) {
        var around = new LinkedHashSet<Path>();
        for (Path hidden : Stream.concat(files.stream(), folders.stream()).toList()) {
            for (Path at = hidden.getParent();
                    at != null && at.startsWith(workspace) && !at.equals(workspace);
                    at = at.getParent()) {
                around.add(at);
            }
        }
        return around;
    }

    HiddenFiles and(List<Path> more) {
        return new HiddenFiles(
                Stream.concat(files.stream(), more.stream()).toList(), folders, repositories);
    }

    /// Beside what is closed to one command.
    HiddenFiles and(ClosedWalk closed) {
        var all = new ArrayList<>(files);
        all.addAll(closed.hiddenFiles);
        var within = new ArrayList<>(folders);
        within.addAll(closed.hiddenFolders);
        return new HiddenFiles(all, within, repositories);
    }

    /// A place, or where it leads to.
    private static Stream<Path> there(Path place) {
        try {
            return Files.isSymbolicLink(place)
                    ? Stream.of(place.toRealPath()).filter(real -> !real.startsWith("/dev"))
                    : Stream.of(place);
        } catch (IOException leadsNowhere) {
            return Stream.empty();
        }
    }

    private static final class Walk extends SimpleFileVisitor<Path> {
        private final Path workspace;
        private final KiroIgnore ignored;
        private final List<Path> files = new ArrayList<>();
        private final List<Path> folders = new ArrayList<>();
        private final List<Path> repositories = new ArrayList<>();

        private Walk(Path workspace, KiroIgnore ignored) {
            this.workspace = workspace;
            this.ignored = ignored;
        }

        private String path(Path file) {
            return workspace.relativize(file).toString().replace('\\', '/');
        }

        @Override
        public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
            if (folder.equals(workspace)) {
                return FileVisitResult.CONTINUE;
            }
            String path = path(folder);
            boolean isSecret = SecretFiles.include(path) && !isMade(folder);
            if (ignored.includes(path) || ignored.includes(path + "/") || isSecret) {
                folders.add(folder);
                return FileVisitResult.SKIP_SUBTREE;
            }
            notice(folder);
            if (folder.endsWith(".git")) {
                return FileVisitResult.SKIP_SUBTREE;
            }
            return isMade(folder) && ignored.isEmpty()
                    ? FileVisitResult.SKIP_SUBTREE
                    : FileVisitResult.CONTINUE;
        }

        private void notice(Path entry) {
            if (entry.endsWith(".git") && !workspace.equals(entry.getParent())) {
                repositories.add(entry);
            }
        }

        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            String path = path(file);
            notice(file);
            boolean isSecret = SecretFiles.include(path) && !isMade(file);
            if (isSecret || ignored.includes(path)) {
                hide(file, attributes);
            }
            return FileVisitResult.CONTINUE;
        }

        /// What tools make holds no secrets of the project's.
        private boolean isMade(Path folder) {
            for (Path name : workspace.relativize(folder)) {
                if (MADE.contains(name.toString())) {
                    return true;
                }
            }
            return false;
        }

        /// A link is hidden where it leads to.
        private void hide(Path file, BasicFileAttributes attributes) {
            if (attributes.isRegularFile()) {
                files.add(file);
            } else if (attributes.isSymbolicLink()) {
                there(file)
                        .filter(real -> !workspace.startsWith(real))
                        .forEach(real -> (Files.isDirectory(real) ? folders : files).add(real));
            }
        }

        @Override
        public FileVisitResult visitFileFailed(Path file, IOException unreadable) {
            return FileVisitResult.CONTINUE;
        }
    }
}
