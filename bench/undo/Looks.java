import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import kiro.edit.CommandWatch;
import kiro.edit.Journal;
import kiro.process.CommandRunner;
import kiro.workspace.Git;
import kiro.workspace.Workspace;
import kiro.workspace.WorkspaceFiles;

/// What the looks before and after a command cost, beside `git status` called as often.
class Looks {
    private static final int WARM = 8;
    private static final int ROUNDS = 30;
    private static final int FIRST_OF_CPU = 11;

    private interface Way {
        void go() throws Exception;
    }

    /// CPU time of this process and of those that it has waited for, in milliseconds.
    private static long cpu() throws IOException {
        String stat = Files.readString(Path.of("/proc/self/stat"));
        String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
        long ticks = 0;
        for (int i = FIRST_OF_CPU; i < FIRST_OF_CPU + 4; i++) {
            ticks += Long.parseLong(fields[i]);
        }
        return ticks * 10;
    }

    private static void status(Path root) throws Exception {
        Repository.git(
                root,
                "--no-optional-locks",
                "status",
                "--porcelain=v2",
                "--branch",
                "--untracked-files=all",
                "-z");
    }

    public static void main(String[] arguments) throws Exception {
        int count = Integer.parseInt(arguments[1]);
        Path root =
                Files.createDirectories(Path.of(arguments[0]).toRealPath().resolve("r" + count));
        Repository.make(root, count, 1);
        Thread.sleep(1_100);
        var workspace = new Workspace(root);
        var files = new WorkspaceFiles(workspace);
        var runner =
                new CommandRunner(
                        Map.of("PATH", System.getenv("PATH")), root.resolveSibling("spill"));
        var watch =
                new CommandWatch(
                        new Git(workspace, runner),
                        workspace,
                        files,
                        new Journal(root.resolveSibling("journal" + count), files));
        List<Way> ways =
                List.of(
                        () -> {
                            CommandWatch.Before before = watch.begin();
                            watch.note("c", before);
                            watch.end(before);
                        },
                        () -> {
                            status(root);
                            status(root);
                        });
        measure(count, ways);
    }

    private static void measure(int count, List<Way> ways) throws Exception {
        long first = cpu();
        ways.getFirst().go();
        first = cpu() - first;
        long[] cpu = new long[ways.size()];
        long[] wall = new long[ways.size()];
        for (int round = -WARM; round < ROUNDS; round++) {
            for (int way = 0; way < ways.size(); way++) {
                long before = cpu();
                long start = System.nanoTime();
                ways.get(way).go();
                if (round >= 0) {
                    cpu[way] += cpu() - before;
                    wall[way] += System.nanoTime() - start;
                }
            }
        }
        System.out.printf(
                "%,d files: the looks of a command %d ms of CPU (the first %d), %d ms; git status twice %d ms of CPU, %d ms%n",
                count,
                cpu[0] / ROUNDS,
                first,
                wall[0] / ROUNDS / 1_000_000,
                cpu[1] / ROUNDS,
                wall[1] / ROUNDS / 1_000_000);
    }
}
