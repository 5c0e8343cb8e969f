import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import kiro.code.NativeCache;
import kiro.code.TreeSitter;
import kiro.knowledge.Found;
import kiro.knowledge.Indexing;
import kiro.knowledge.KnowledgeSource;
import kiro.knowledge.Question;
import kiro.knowledge.lucene.LocalShelf;
import kiro.process.CommandRunner;
import kiro.secret.SecretMask;
import kiro.text.PathGlob;
import kiro.workspace.Git;
import kiro.workspace.Workspace;

/// CPU time of indexing a project's documents and code from nothing, of finding that nothing has changed, and of searches.
class Index {
    private static final int PASSES = 4;
    private static final List<String> QUESTIONS =
            List.of(
                    "how are secrets masked before they are shown",
                    "maxOutputTokens",
                    "what happens when two runs work on one workspace",
                    "src/main/java/kiro/text/PathGlob.java",
                    "retry after throttling");

    public static void main(String[] args) throws Exception {
        Path root = Path.of(args[0]).toRealPath();
        Path work = Path.of(args[1]);
        for (int pass = 1; pass <= PASSES; pass++) {
            try (LocalShelf shelf = shelf(root, work, work.resolve("cache-" + pass))) {
                long start = cpu();
                Indexing first = shelf.refresh(line -> {});
                long indexing = cpu() - start;
                start = cpu();
                shelf.refresh(line -> {});
                long unchanged = cpu() - start;
                start = cpu();
                int found = 0;
                for (String question : QUESTIONS) {
                    Found answer =
                            shelf.search(new Question(question, 5), List.of("all"), line -> {});
                    found += answer.passages().size();
                }
                long search = (cpu() - start) / QUESTIONS.size();
                System.out.printf(
                        "pass %d: indexing %,d ms, nothing changed %,d ms, a search %,d ms (with the look for changes), index %,d kB, %d found; %s%n",
                        pass,
                        indexing / 1_000_000,
                        unchanged / 1_000_000,
                        search / 1_000_000,
                        shelf.size().orElseThrow().bytes() / 1024,
                        found,
                        first);
            }
        }
    }

    private static LocalShelf shelf(Path root, Path work, Path caches) {
        var workspace = new Workspace(root);
        var commands = new CommandRunner(Map.of("PATH", System.getenv("PATH")), work);
        return new LocalShelf(
                new LocalShelf.Place(workspace, work, caches),
                new LocalShelf.Means(
                        new Git(workspace, commands),
                        new TreeSitter(
                                new NativeCache(work, work),
                                System.getProperty("os.name"),
                                System.getProperty("os.arch")),
                        SecretMask.of(Map.of())::maskCertain,
                        Clock.systemUTC()),
                List.of(
                        new KnowledgeSource.Files(
                                "all",
                                "bench",
                                Stream.of("docs/**", ".kiro/specs/**", "src/**", "*.md")
                                        .map(glob -> PathGlob.parse(glob).orElseThrow())
                                        .toList())),
                Optional.empty());
    }

    /// Of the whole process: compilers and collectors count.
    private static long cpu() {
        var system =
                (com.sun.management.OperatingSystemMXBean)
                        ManagementFactory.getOperatingSystemMXBean();
        return system.getProcessCpuTime();
    }
}
