package kiro.memory;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import kiro.memory.Recall.Question;
import kiro.testing.CpuTime;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RecallTest {
    private static final Recall.Room PLENTY = new Recall.Room(1_000, _ -> 10);

    @TempDir private Path folder;

    private static Fact fact(String text, Weight weight, Scope scope, Ground... rests) {
        return new Fact.Decision(
                new Statement(
                        FactId.of("decision", text),
                        text,
                        new Source.OfFile("docs/adr/1.md", 1),
                        MemoryHere.DAY,
                        weight,
                        scope,
                        List.of(rests)));
    }

    private static Fact fact(String text) {
        return fact(text, Weight.CERTAIN, Scope.WHOLE);
    }

    private static Recollection about(Question question, Fact... facts) {
        return Recall.of(new Facts(List.of(facts), List.of())).about(question, PLENTY, _ -> false);
    }

    private static List<String> texts(Recollection recollection) {
        return recollection.facts().stream().map(each -> each.fact().text()).toList();
    }

    @Test
    @Tag("memory#AC-7")
    void what_speaks_of_the_task_comes_to_mind_with_the_reason_and_nothing_else() {
        Recollection found =
                about(
                        Question.of("retry payments that have failed"),
                        fact("Failed payments are retried three times with backoff"),
                        fact("Payments are made in euros"),
                        fact("Colours come from the palette"),
                        fact("Names of tables are singular"));

        assertThat(texts(found))
                .containsExactly("Failed payments are retried three times with backoff");
        assertThat(found.facts().getFirst().reason())
                .startsWith("speaks of ")
                .contains("retry", "failed", "payments");
    }

    @Test
    @Tag("memory#AC-7")
    void names_of_code_are_found_by_their_parts_and_words_in_their_other_forms() {
        assertThat(
                        texts(
                                about(
                                        Question.of("log order events"),
                                        fact("OrderEventLogger is the only one that logs"))))
                .hasSize(1);
        assertThat(
                        texts(
                                about(
                                        Question.of("change the HTTPClient"),
                                        fact("http clients share a pool"))))
                .hasSize(1);
    }

    @Test
    @Tag("memory#AC-7")
    void what_is_about_the_files_in_question_comes_before_what_is_about_others() {
        Fact here =
                fact(
                        "errors are values",
                        Weight.CERTAIN,
                        new Scope(List.of("src/pay/**"), List.of()));
        Fact there =
                fact(
                        "errors are thrown",
                        Weight.CERTAIN,
                        new Scope(List.of("src/ui/**"), List.of()));

        Recollection found =
                about(
                        new Question("mend errors", "", List.of("src/pay/A.java"), Set.of()),
                        there,
                        here);

        assertThat(texts(found)).startsWith("errors are values");
        assertThat(found.facts().getFirst().reason()).contains("is about src/pay/A.java");
    }

    @Test
    @Tag("memory#AC-7")
    void the_spec_counts_and_what_is_told_anyway_is_not_told_twice() {
        Fact known = fact("Sessions expire after an hour");

        assertThat(
                        texts(
                                about(
                                        new Question(
                                                "implement",
                                                "# Login\nA session expires.",
                                                List.of(),
                                                Set.of()),
                                        known)))
                .hasSize(1);
        assertThat(
                        texts(
                                about(
                                        new Question(
                                                "sessions", "", List.of(), Set.of("docs/adr/1.md")),
                                        known)))
                .isEmpty();
    }

    @Test
    @Tag("memory#AC-7")
    void what_is_pinned_is_told_whatever_the_task_is_and_a_proposal_never() {
        Recollection found =
                about(
                        Question.of("paint it"),
                        fact("Never delete data", Weight.CERTAIN.pinned(true), Scope.WHOLE),
                        fact("paint it black", Weight.proposed(1), Scope.WHOLE));

        assertThat(texts(found)).containsExactly("Never delete data");
        assertThat(found.facts().getFirst().reason()).isEqualTo("pinned");
    }

    @Test
    @Tag("memory#AC-7")
    void facts_take_no_more_room_than_there_is() {
        Recollection found =
                Recall.of(
                                new Facts(
                                        List.of(fact("retry a"), fact("retry b"), fact("retry c")),
                                        List.of()))
                        .about(Question.of("retry"), new Recall.Room(25, _ -> 10), _ -> false);

        assertThat(found.facts()).hasSize(2);
        assertThat(found.left()).isEqualTo(1);
    }

    @Test
    @Tag("memory#AC-8")
    void a_fact_whose_ground_has_changed_is_not_told() throws Exception {
        MemoryHere here = MemoryHere.in(folder);
        String spec = "# A\n\n## Technical Approach\n\nRetry thrice.\n\n## Other\n\nx\n";
        here.files().with("a.md", spec).with("B.java", "class B {\n    int retries = 3;\n}\n");
        Fact whole = fact("retry by file", Weight.CERTAIN, Scope.WHOLE, Ground.whole("a.md", spec));
        Fact section =
                fact(
                        "retry by section",
                        Weight.CERTAIN,
                        Scope.WHOLE,
                        Ground.section("a.md", "Technical Approach", "Retry thrice."));
        Fact line =
                fact(
                        "retry by line",
                        Weight.CERTAIN,
                        Scope.WHOLE,
                        Ground.line("B.java", "int retries = 3;"));
        Fact gone =
                fact(
                        "retry by what is gone",
                        Weight.CERTAIN,
                        Scope.WHOLE,
                        Ground.line("C.java", "x"));
        assertThat(fresh(here, whole, section, line, gone))
                .containsExactlyInAnyOrder("retry by file", "retry by section", "retry by line");

        here.files()
                .with("a.md", spec.replace("x\n", "y\n"))
                .with("B.java", "\n\n  int retries = 3;");
        assertThat(fresh(here, whole, section, line, gone))
                .containsExactlyInAnyOrder("retry by section", "retry by line");

        here.files()
                .with("a.md", spec.replace("thrice", "twice"))
                .with("B.java", "int retries = 2;");
        assertThat(fresh(here, whole, section, line, gone)).isEmpty();
    }

    private static List<String> fresh(MemoryHere here, Fact... facts) {
        var grounds = new Grounds(here.workspace());
        Recollection found =
                Recall.of(new Facts(List.of(facts), List.of()))
                        .about(Question.of("retry"), PLENTY, grounds::isStale);
        assertThat(found.facts().size() + found.stale().size()).isEqualTo(facts.length);
        return texts(found);
    }

    @Test
    @Tag("memory#AC-9")
    void among_ten_thousand_facts_it_takes_less_than_20_ms_once_warm() {
        var random = new Random(7);
        var facts = new ArrayList<Fact>();
        for (int i = 0; i < 10_000; i++) {
            var text = new StringBuilder("fact " + i);
            for (int j = 0; j < 25; j++) {
                text.append(" word").append(Math.abs((int) (random.nextGaussian() * 1_500)));
            }
            facts.add(fact(text.toString()));
        }
        Recall recall = Recall.of(new Facts(facts, List.of()));
        var spec = new StringBuilder();
        for (int j = 0; j < 600; j++) {
            spec.append(" word").append(random.nextInt(3_000));
        }
        var question =
                new Question("word17 word401 word1200", spec.toString(), List.of(), Set.of());
        for (int i = 0; i < 30; i++) {
            recall.about(question, PLENTY, _ -> false);
        }

        long best = Long.MAX_VALUE;
        for (int i = 0; i < 5; i++) {
            Duration took = CpuTime.of(() -> recall.about(question, PLENTY, _ -> false));
            best = Math.min(best, took.toMillis());
        }
        assertThat(best).isLessThan(20);
    }
}
