import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import kiro.code.Grammar;
import kiro.code.NativeCache;
import kiro.code.TreeSitter;
import kiro.infer.CodeInference;
import kiro.infer.Scope;
import kiro.workspace.Workspace;
import kiro.workspace.WorkspacePath;

/// Lines per second of CPU time on one processor: reading sources into trees, and inferring from them. Both read the
/// same files, in turn, in one process.
class Infer {
    private static final int PASSES = 5;

    public static void main(String[] args) throws Exception {
        Path root = Path.of(args[0]).toRealPath();
        var parser =
                new TreeSitter(
                        new NativeCache(Path.of(args[1]), Path.of(args[1])),
                        System.getProperty("os.name"),
                        System.getProperty("os.arch"));
        List<WorkspacePath> files = files(root);
        long lines = 0;
        for (WorkspacePath file : files) {
            for (byte each : Files.readAllBytes(root.resolve(file.value()))) {
                lines += each == '\n' ? 1 : 0;
            }
        }
        System.out.printf("%,d files, %,d lines%n", files.size(), lines);
        for (int pass = 1; pass <= PASSES; pass++) {
            long start = cpu();
            for (WorkspacePath file : files) {
                parser.read(
                        Grammar.of(file.value()).orElseThrow(),
                        Files.readAllBytes(root.resolve(file.value())));
            }
            long trees = cpu() - start;
            start = cpu();
            new CodeInference(new Workspace(root), parser, 1).infer(new Scope("", ""), files);
            long inference = cpu() - start;
            System.out.printf(
                    "pass %d: trees %,d lines/s, inference %,d lines/s, ratio %.2f%n",
                    pass,
                    lines * 1_000_000_000L / trees,
                    lines * 1_000_000_000L / inference,
                    (double) inference / trees);
        }
    }

    /// The whole process: inference has threads of its own.
    private static long cpu() {
        return ((com.sun.management.OperatingSystemMXBean)
                        ManagementFactory.getOperatingSystemMXBean())
                .getProcessCpuTime();
    }

    private static List<WorkspacePath> files(Path root) throws IOException {
        var files = new ArrayList<WorkspacePath>();
        try (Stream<Path> walk = Files.walk(root)) {
            walk.filter(Files::isRegularFile)
                    .map(file -> root.relativize(file).toString())
                    .filter(file -> Grammar.of(file).isPresent() && !file.contains("target/"))
                    .sorted()
                    .forEach(file -> files.add(WorkspacePath.of(file)));
        }
        return files;
    }
}
