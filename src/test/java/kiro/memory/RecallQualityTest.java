package kiro.memory;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// How well recall finds what helps, on tasks of which people said which facts do. `bench/memory/run` tells the figures beside
/// those of Lucene.
class RecallQualityTest {
    private static final Path LABELLED = Path.of("src/test/resources/kiro/memory/recall.txt");

    /// @param helpful texts of facts
    private record Task(Recall.Question question, Set<String> helpful) {}

    private record Labelled(List<Fact> facts, List<Task> tasks) {}

    private static Labelled labelled() throws IOException {
        Map<String, Fact> facts = new LinkedHashMap<>();
        var tasks = new ArrayList<Task>();
        for (String line : Files.readAllLines(LABELLED)) {
            String[] parts =
                    line.isBlank() ? new String[0] : line.substring(2).split("\\s*\\|\\s*");
            if (line.startsWith("F ")) {
                facts.put(parts[0], fact(parts));
            } else if (line.startsWith("Q ")) {
                List<String> files = parts[1].isEmpty() ? List.of() : List.of(parts[1]);
                var helpful =
                        Stream.of(parts[2].split(" "))
                                .map(id -> facts.get(id).text())
                                .collect(Collectors.toSet());
                tasks.add(
                        new Task(
                                new Recall.Question(parts[0].strip(), "", files, Set.of()),
                                helpful));
            }
        }
        return new Labelled(List.copyOf(facts.values()), tasks);
    }

    private static Fact fact(String[] parts) {
        List<String> paths = parts[2].isEmpty() ? List.of() : List.of(parts[2]);
        return Fact.of(
                parts[1],
                new Statement(
                        FactId.of(parts[1], parts[0]),
                        parts[3],
                        new Source.OfPerson("ada"),
                        MemoryHere.DAY,
                        Weight.CERTAIN,
                        new Scope(paths, List.of()),
                        List.of()));
    }

    @Test
    @Tag("memory#AC-14")
    void most_of_what_helps_comes_to_mind_and_the_first_facts_help() throws IOException {
        Labelled labelled = labelled();
        Recall recall = Recall.of(new Facts(labelled.facts(), List.of()));
        Map<String, Double> sums = new HashMap<>();
        for (Task task : labelled.tasks()) {
            List<String> told =
                    recall
                            .about(task.question(), Recall.Room.ofTokens(1_000), _ -> false)
                            .facts()
                            .stream()
                            .map(each -> each.fact().text())
                            .toList();
            sums.merge("recall", share(told, task.helpful(), task.helpful().size()), Double::sum);
            sums.merge("precision", share(told, task.helpful(), told.size()), Double::sum);
            List<String> five = told.stream().limit(5).toList();
            sums.merge(
                    "recall of 5", share(five, task.helpful(), task.helpful().size()), Double::sum);
            sums.merge("first", task.helpful().contains(told.getFirst()) ? 1 : 0.0, Double::sum);
        }
        sums.replaceAll((_, sum) -> sum / labelled.tasks().size());

        assertThat(sums.get("recall")).as("%s", sums).isGreaterThan(0.7);
        assertThat(sums.get("recall of 5")).as("%s", sums).isGreaterThan(0.68);
        assertThat(sums.get("precision")).as("%s", sums).isGreaterThan(0.6);
        assertThat(sums.get("first")).as("%s", sums).isGreaterThan(0.9);
    }

    private static double share(List<String> told, Set<String> helpful, int of) {
        return of == 0 ? 0 : (double) told.stream().filter(helpful::contains).count() / of;
    }
}
