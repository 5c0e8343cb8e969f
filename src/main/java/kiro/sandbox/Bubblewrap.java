package kiro.sandbox;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// Confines commands on Linux, by namespaces that the program `bwrap` makes.
final class Bubblewrap {
    private final Path program;
    private final boolean ownsProcesses;

    /// @param ownsProcesses whether the system lets it have a table of processes of its own
    Bubblewrap(Path program, boolean ownsProcesses) {
        this.program = program;
        this.ownsProcesses = ownsProcesses;
    }

    /// The command line that runs another one confined. Later arguments lie over earlier ones.
    List<String> argv(SandboxPolicy policy, Path directory, List<String> command) {
        var argv = new ArrayList<String>();
        add(argv, program.toString(), "--die-with-parent", "--new-session", "--cap-drop", "ALL");
        add(argv, "--unshare-ipc", "--unshare-uts");
        if (!policy.hasNetwork()) {
            add(argv, "--unshare-net");
        }
        add(argv, "--ro-bind", "/", "/", "--dev", "/dev");
        if (ownsProcesses) {
            add(argv, "--unshare-pid", "--proc", "/proc");
            // Who is root may write the settings of the kernel without any capability.
            add(argv, "--ro-bind-try", "/proc/sys", "/proc/sys");
        }
        bind(argv, "--bind", policy.scratch(), Path.of("/tmp"));
        bind(argv, "--bind", policy.scratch(), Path.of("/var/tmp"));
        hide(argv, policy, false);
        bind(argv, "--bind", policy.workspace(), policy.workspace());
        policy.writable().forEach(path -> bind(argv, "--bind", path, path));
        policy.pinned().forEach(path -> bind(argv, "--bind", path, path));
        policy.kept().forEach(path -> bind(argv, "--ro-bind", path, path));
        hide(argv, policy, true);
        add(argv, "--chdir", directory.toString(), "--");
        argv.addAll(command);
        return List.copyOf(argv);
    }

    private static void hide(List<String> argv, SandboxPolicy policy, boolean isInside) {
        policy.place(policy.hiddenFolders(), isInside)
                .forEach(folder ->
                        add(argv, "--tmpfs", folder.toString(), "--remount-ro", folder.toString()));
        policy.place(policy.hiddenFiles(), isInside)
                .forEach(file -> bind(argv, "--ro-bind", Path.of("/dev/null"), file));
    }

    private static void bind(List<String> argv, String how, Path from, Path to) {
        add(argv, how, from.toString(), to.toString());
    }

    private static void add(List<String> argv, String... words) {
        argv.addAll(List.of(words));
    }
}
