import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import kiro.memory.Fact;
import kiro.memory.FactId;
import kiro.memory.Facts;
import kiro.memory.Memory;
import kiro.memory.MemoryReading;
import kiro.memory.Recall;
import kiro.memory.Scope;
import kiro.memory.Source;
import kiro.memory.Statement;
import kiro.memory.Weight;
import kiro.workspace.Workspace;
import org.apache.lucene.analysis.en.EnglishAnalyzer;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.store.ByteBuffersDirectory;

/// CPU time of recall among facts, with the memory's own index and with Lucene: the first time in a process, and warm.
class Recalls {
    private static final int FACTS = 10_000;
    private static final int WORDS = 6_000;
    private static final int WARM = 200;

    public static void main(String[] args) throws Exception {
        List<Fact> facts = facts();
        String task = words(new Random(3), 6);
        String spec = words(new Random(4), 600);
        if (args[0].equals("own")) {
            own(Path.of(args[1]), facts, task, spec);
        } else {
            lucene(facts, task, spec);
        }
    }

    private static void own(Path folder, List<Fact> facts, String task, String spec)
            throws Exception {
        Path root = Files.createDirectories(folder.resolve("p")).toRealPath();
        var memory =
                new Memory(
                        new Workspace(root),
                        new Memory.Owner(folder.resolve("mark"), () -> true),
                        text -> text,
                        new Random(1));
        long start = cpu();
        memory.change(_ -> new Facts(facts, List.of()));
        System.out.printf("own     write  %,7.1f ms%n", since(start));
        start = cpu();
        Facts known = ((MemoryReading.Whole) memory.read()).facts();
        System.out.printf(
                "own     read   %,7.1f ms (%,d kB)%n",
                since(start), Files.size(root.resolve(".kiro/memory.json")) / 1024);
        start = cpu();
        Recall recall = Recall.of(known);
        System.out.printf("own     index  %,7.1f ms%n", since(start));
        var question = new Recall.Question(task, spec, List.of("src/pay/A.java"), Set.of());
        start = cpu();
        int found = ask(recall, question);
        System.out.printf("own     first  %,7.1f ms, %d facts%n", since(start), found);
        for (int i = 0; i < WARM; i++) {
            ask(recall, question);
        }
        start = cpu();
        for (int i = 0; i < WARM; i++) {
            ask(recall, question);
        }
        System.out.printf("own     warm   %,7.2f ms%n", since(start) / WARM);
    }

    private static int ask(Recall recall, Recall.Question question) {
        return recall.about(question, Recall.Room.ofTokens(1_000), _ -> false).facts().size();
    }

    private static void lucene(List<Fact> facts, String task, String spec) throws Exception {
        long start = cpu();
        var directory = new ByteBuffersDirectory();
        try (var writer =
                new IndexWriter(directory, new IndexWriterConfig(new EnglishAnalyzer()))) {
            for (Fact fact : facts) {
                var document = new Document();
                document.add(new TextField("text", fact.text(), Field.Store.NO));
                writer.addDocument(document);
            }
        }
        System.out.printf("lucene  index  %,7.1f ms%n", since(start));
        start = cpu();
        var searcher = new IndexSearcher(DirectoryReader.open(directory));
        var query = new BooleanQuery.Builder();
        for (String word : Set.copyOf(List.of(task.split(" ")))) {
            query.add(new BoostQuery(term(word), 3), BooleanClause.Occur.SHOULD);
        }
        for (String word : Set.copyOf(List.of(spec.split(" ")))) {
            query.add(term(word), BooleanClause.Occur.SHOULD);
        }
        BooleanQuery whole = query.build();
        int found = searcher.search(whole, 30).scoreDocs.length;
        System.out.printf("lucene  first  %,7.1f ms, %d facts%n", since(start), found);
        for (int i = 0; i < WARM; i++) {
            searcher.search(whole, 30);
        }
        start = cpu();
        for (int i = 0; i < WARM; i++) {
            searcher.search(whole, 30);
        }
        System.out.printf("lucene  warm   %,7.2f ms%n", since(start) / WARM);
    }

    private static TermQuery term(String word) {
        return new TermQuery(new Term("text", word));
    }

    private static List<Fact> facts() {
        var random = new Random(7);
        var facts = new ArrayList<Fact>();
        for (int i = 0; i < FACTS; i++) {
            String text = "f" + i + " " + words(random, 25);
            facts.add(
                    new Fact.Decision(
                            new Statement(
                                    FactId.of("decision", text),
                                    text,
                                    new Source.OfFile("docs/adr/" + i + ".md", 1),
                                    LocalDate.of(2026, 11, 25),
                                    Weight.of(0.9),
                                    Scope.of("w1"),
                                    List.of())));
        }
        return facts;
    }

    /// Words as often as words of a language are: a few very often, most seldom.
    private static String words(Random random, int count) {
        var text = new StringBuilder();
        for (int i = 0; i < count; i++) {
            int word = (int) Math.pow(WORDS, random.nextDouble());
            text.append(i == 0 ? "" : " ").append('w').append(word);
        }
        return text.toString();
    }

    private static long cpu() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }

    private static double since(long start) {
        return (cpu() - start) / 1e6;
    }
}
