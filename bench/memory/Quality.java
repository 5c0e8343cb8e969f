import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import kiro.memory.Fact;
import kiro.memory.FactId;
import kiro.memory.Facts;
import kiro.memory.Recall;
import kiro.memory.Scope;
import kiro.memory.Source;
import kiro.memory.Statement;
import kiro.memory.Weight;
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
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.store.ByteBuffersDirectory;

/// How well recall finds what helps, on labelled tasks: by the memory's own index, and by Lucene's BM25 over the words of the task and
/// of its file's name.
class Quality {
    private record Task(String words, String file, Set<String> helpful) {}

    public static void main(String[] args) throws Exception {
        Map<String, Fact> facts = new LinkedHashMap<>();
        var tasks = new ArrayList<Task>();
        for (String line : Files.readAllLines(Path.of(args[0]))) {
            String[] parts =
                    line.isBlank() ? new String[0] : line.substring(2).split("\\s*\\|\\s*");
            if (line.startsWith("F ")) {
                facts.put(parts[0], fact(parts));
            } else if (line.startsWith("Q ")) {
                var helpful = new LinkedHashSet<String>();
                for (String id : parts[2].split(" ")) {
                    helpful.add(facts.get(id).text());
                }
                tasks.add(new Task(parts[0].strip(), parts[1], helpful));
            }
        }
        System.out.printf("%d facts, %d tasks%n", facts.size(), tasks.size());
        Recall recall = Recall.of(new Facts(List.copyOf(facts.values()), List.of()));
        print("own", tasks, task -> own(recall, task));
        try (var directory = new ByteBuffersDirectory()) {
            print("lucene", tasks, lucene(directory, facts));
        }
    }

    private static Fact fact(String[] parts) {
        List<String> paths = parts[2].isEmpty() ? List.of() : List.of(parts[2]);
        return Fact.of(
                parts[1],
                new Statement(
                        FactId.of(parts[1], parts[0]),
                        parts[3],
                        new Source.OfPerson("ada"),
                        LocalDate.of(2026, 1, 1),
                        Weight.CERTAIN,
                        new Scope(paths, List.of()),
                        List.of()));
    }

    private static List<String> own(Recall recall, Task task) {
        List<String> files = task.file().isEmpty() ? List.of() : List.of(task.file());
        return recall
                .about(
                        new Recall.Question(task.words(), "", files, Set.of()),
                        Recall.Room.ofTokens(1_000),
                        _ -> false)
                .facts()
                .stream()
                .map(each -> each.fact().text())
                .toList();
    }

    private static Function<Task, List<String>> lucene(
            ByteBuffersDirectory directory, Map<String, Fact> facts) throws Exception {
        var analyzer = new EnglishAnalyzer();
        try (var writer = new IndexWriter(directory, new IndexWriterConfig(analyzer))) {
            for (Fact fact : facts.values()) {
                var document = new Document();
                document.add(new TextField("text", fact.text(), Field.Store.YES));
                writer.addDocument(document);
            }
        }
        var searcher = new IndexSearcher(DirectoryReader.open(directory));
        return task -> {
            try {
                var query = new BooleanQuery.Builder();
                String name = task.file().substring(task.file().lastIndexOf('/') + 1);
                try (var stream =
                        analyzer.tokenStream("text", task.words() + " " + name.replace('.', ' '))) {
                    var term =
                            stream.addAttribute(
                                    org.apache.lucene.analysis.tokenattributes.CharTermAttribute
                                            .class);
                    stream.reset();
                    while (stream.incrementToken()) {
                        query.add(
                                new TermQuery(new Term("text", term.toString())),
                                BooleanClause.Occur.SHOULD);
                    }
                }
                var told = new ArrayList<String>();
                for (var hit : searcher.search(query.build(), 20).scoreDocs) {
                    told.add(searcher.storedFields().document(hit.doc).get("text"));
                }
                return told;
            } catch (java.io.IOException impossible) {
                throw new IllegalStateException(impossible);
            }
        };
    }

    private static void print(String name, List<Task> tasks, Function<Task, List<String>> ask) {
        double recall = 0;
        double precision = 0;
        double recallOfFive = 0;
        double first = 0;
        for (Task task : tasks) {
            List<String> told = ask.apply(task);
            List<String> five = told.stream().limit(5).toList();
            recall += share(told, task.helpful(), task.helpful().size());
            precision += share(told, task.helpful(), told.size());
            recallOfFive += share(five, task.helpful(), task.helpful().size());
            first += !told.isEmpty() && task.helpful().contains(told.getFirst()) ? 1 : 0;
        }
        int count = tasks.size();
        System.out.printf(
                "%-7s recall %.2f  precision %.2f  recall of the first 5 %.2f  first helps %.2f%n",
                name, recall / count, precision / count, recallOfFive / count, first / count);
    }

    private static double share(List<String> told, Set<String> helpful, int of) {
        return of == 0 ? 0 : (double) told.stream().filter(helpful::contains).count() / of;
    }
}
