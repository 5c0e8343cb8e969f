import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;
import kiro.edit.CommandWatch;
import kiro.edit.Journal;
import kiro.edit.Undo;
import kiro.process.CommandRunner;
import kiro.workspace.Git;
import kiro.workspace.Workspace;
import kiro.workspace.WorkspaceFiles;

/// What it takes to take back a command that changed many files, beside as many files that are written and forced to the disk one after
/// the other.
class Taking {
    private static final int ROUNDS = 5;

    private interface Act {
        void go(Path root, int count) throws Exception;
    }

    private static void changed(Path root, int count) throws IOException {
        for (int i = 0; i < count; i++) {
            Files.writeString(Repository.file(root, i), "changed %d\n".formatted(i));
        }
    }

    private static void deleted(Path root, int count) throws IOException {
        for (int i = 0; i < count; i++) {
            Files.delete(Repository.file(root, i));
        }
    }

    private static void made(Path root, int count) throws IOException {
        for (int i = 0; i < count; i++) {
            Files.writeString(
                    Repository.file(root, i).resolveSibling("made%d.txt".formatted(i)), "made\n");
        }
    }

    private static long plain(Path folder, int count) throws IOException {
        Files.createDirectories(folder);
        long start = System.nanoTime();
        for (int i = 0; i < count; i++) {
            try (FileChannel channel =
                    FileChannel.open(
                            folder.resolve("f" + i),
                            StandardOpenOption.CREATE,
                            StandardOpenOption.WRITE)) {
                channel.write(ByteBuffer.wrap("file\n".repeat(100).getBytes()));
                channel.force(true);
            }
        }
        return System.nanoTime() - start;
    }

    public static void main(String[] arguments) throws Exception {
        int count = Integer.parseInt(arguments[1]);
        Path work = Path.of(arguments[0]).toRealPath();
        Path root = Files.createDirectories(work.resolve("taken" + count));
        Repository.make(root, count, 100);
        var workspace = new Workspace(root);
        var files = new WorkspaceFiles(workspace);
        var runner =
                new CommandRunner(Map.of("PATH", System.getenv("PATH")), work.resolve("spill"));
        Map<String, Act> acts =
                Map.of(
                        "changed",
                        Taking::changed,
                        "deleted",
                        Taking::deleted,
                        "made",
                        Taking::made);
        for (String name : List.of("changed", "deleted", "made")) {
            long taken = 0;
            long bare = 0;
            for (int round = 0; round < ROUNDS; round++) {
                Path folder = work.resolve("journal-%s-%d-%d".formatted(name, count, round));
                var watch =
                        new CommandWatch(
                                new Git(workspace, runner),
                                workspace,
                                files,
                                new Journal(folder, files));
                CommandWatch.Before before = watch.begin();
                acts.get(name).go(root, count);
                watch.end(before);
                long start = System.nanoTime();
                Undo undo = Undo.of(folder, files);
                Undo.Taken result =
                        undo.take(
                                undo.prepare(
                                        undo.sets().stream().map(set -> set.number()).toList()));
                taken += System.nanoTime() - start;
                if (result.changes().size() != count) {
                    throw new IllegalStateException("not all were taken back: " + result.left());
                }
                bare += plain(work.resolve("plain-%s-%d-%d".formatted(name, count, round)), count);
            }
            System.out.printf(
                    "%,d files that a command %s: taken back in %,d ms; as many files written and forced one after the other %,d ms%n",
                    count, name, taken / ROUNDS / 1_000_000, bare / ROUNDS / 1_000_000);
        }
    }
}
