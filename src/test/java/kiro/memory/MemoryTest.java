package kiro.memory;

import static kiro.memory.MemoryHere.DAY;
import static kiro.memory.MemoryHere.convention;
import static kiro.memory.MemoryHere.everything;
import static kiro.memory.MemoryHere.said;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MemoryTest {
    @TempDir private Path folder;

    @Test
    @Tag("memory#AC-1")
    void a_fact_of_each_kind_is_read_as_it_was_written() throws Exception {
        var sources =
                List.of(
                        new Source.OfSpec(".kiro/specs/a.md", "Technical Approach", 12),
                        new Source.OfFile("README.md", 0),
                        new Source.OfCommit("abc123"),
                        new Source.OfSession("20261125-101500-abcd"),
                        new Source.OfPerson("Ada"));
        MemoryHere here = MemoryHere.in(folder).with(everything());
        for (Source source : sources) {
            Statement said = said("decision", source.words());
            here.with(
                    new Fact.Decision(
                            new Statement(
                                    said.id(),
                                    said.text(),
                                    source,
                                    DAY,
                                    Weight.of(0.5),
                                    Scope.of("x"),
                                    List.of())));
        }
        here.with(convention("a"), new Fact.Integration(said("integration", "speaks to S3")));

        Facts facts = here.memory().read().facts();

        assertThat(facts.facts()).contains(everything(), convention("a")).hasSize(8);
        assertThat(facts.facts())
                .extracting(fact -> fact.statement().source())
                .containsAll(sources);
    }

    @Test
    @Tag("memory#AC-1")
    void the_file_is_in_an_order_of_its_own_and_written_only_where_something_changes()
            throws Exception {
        MemoryHere here = MemoryHere.in(folder).with(convention("b"), convention("a"));
        String first = here.text();
        var at = Files.getLastModifiedTime(here.root.resolve(".kiro/memory.json"));

        here.with(convention("a"));
        assertThat(Files.getLastModifiedTime(here.root.resolve(".kiro/memory.json"))).isEqualTo(at);
        MemoryHere other =
                MemoryHere.in(folder.resolve("other")).with(convention("a"), convention("b"));
        assertThat(other.text().replaceAll("\"keeper\": \"\\w+\"", ""))
                .isEqualTo(first.replaceAll("\"keeper\": \"\\w+\"", ""));
    }

    @Test
    @Tag("memory#AC-1")
    void keys_and_kinds_that_are_not_known_survive_wherever_they_stand() throws Exception {
        MemoryHere here = MemoryHere.in(folder).with(convention("use tabs"));
        here.edited("\"version\": 2,", "\"version\": 2,\n  \"theirs\": {\"a\": [1, 2.50]},")
                .edited("\"person\": \"Ada\"", "\"person\": \"Ada\", \"team\": \"core\"")
                .edited("\"topics\": []", "\"topics\": [], \"teams\": [\"x\"]")
                .edited("\"text\": \"use tabs\"", "\"text\": \"use tabs\", \"mood\": \"fine\"")
                .edited(
                        "\"facts\": [",
                        "\"facts\": [{\"id\": \"z1\", \"kind\": \"rumour\", \"text\": \"t\","
                                + " \"date\": \"2026-01-02\", \"heard\": true},");

        here.with(convention("another"));

        assertThat(here.text())
                .contains("\"theirs\": {")
                .contains("2.50")
                .contains("\"team\": \"core\"")
                .contains("\"teams\": [\"x\"]")
                .contains("\"mood\": \"fine\"")
                .contains("\"kind\": \"rumour\"")
                .contains("\"heard\": true");
        assertThat(here.memory().read().facts().active())
                .extracting(Fact::text)
                .containsExactlyInAnyOrder("use tabs", "another");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"date\": \"2026-11-25\" | \"date\": \"yesterday\" | 10",
                "\"confidence\": 1.0 | \"confidence\": 7 | 11",
                "\"text\": \"use tabs\" | \"text\": 3 | 8",
                "\"kind\": \"convention\" | \"kin\": \"convention\" | 5",
                "\"facts\": [ | \"facts\": {}, \"more\": [ | 4",
                "\"facts\": [ | \"facts\": [ } | 4",
            })
    @Tag("memory#AC-3")
    void a_broken_file_is_told_with_its_place_and_never_written(
            String before, String after, int line) throws Exception {
        MemoryHere here = MemoryHere.in(folder).with(convention("use tabs"));
        here.edited(before, after);
        String broken = here.text();

        assertThat(here.memory().read())
                .isInstanceOfSatisfying(
                        MemoryReading.Broken.class,
                        reading -> {
                            assertThat(reading.facts()).isEqualTo(Facts.NONE);
                            assertThat(reading.findings())
                                    .anySatisfy(finding ->
                                            assertThat(finding.span().line())
                                                    .as(finding.toString())
                                                    .isEqualTo(line));
                        });
        assertThat(here.memory().change(facts -> facts.with(convention("more"))))
                .isInstanceOf(Memory.Change.Refused.class);
        assertThat(here.text()).isEqualTo(broken);
    }

    @Test
    @Tag("memory#AC-3")
    void a_newer_file_is_read_and_not_written() throws Exception {
        MemoryHere here = MemoryHere.in(folder).with(convention("use tabs"));
        here.edited("\"version\": 2", "\"version\": 3")
                .edited("\"state\": \"active\"", "\"state\": \"dreamt\"");
        String newer = here.text();

        MemoryReading reading = here.memory().read();

        assertThat(reading).isInstanceOf(MemoryReading.Newer.class);
        assertThat(reading.facts().facts()).extracting(Fact::text).containsExactly("use tabs");
        assertThat(reading.findings().getFirst().toString()).contains("newer version of kiro");
        assertThat(here.memory().change(facts -> facts.with(convention("more"))))
                .isInstanceOf(Memory.Change.Refused.class);
        assertThat(here.text()).isEqualTo(newer);
    }

    @Test
    @Tag("memory#AC-3")
    void what_a_person_edits_in_the_file_counts() throws Exception {
        MemoryHere here = MemoryHere.in(folder).with(convention("use tabs"));
        here.edited("use tabs", "use spaces");

        assertThat(here.memory().read().facts().facts())
                .extracting(Fact::text)
                .containsExactly("use spaces");
    }

    @Test
    @Tag("memory#AC-3")
    void a_file_of_version_1_becomes_one_of_version_2_with_what_people_wrote_into_it()
            throws Exception {
        MemoryHere here = MemoryHere.in(folder);
        here.written(
                """
                {"version": 1, "facts": ["never use Lombok",
                  {"kind": "decision", "text": "one jar", "why": "simple"}]}
                """);
        assertThat(here.memory().read()).isInstanceOf(MemoryReading.Untrusted.class);

        assertThat(here.memory().adopt()).isInstanceOf(Memory.Change.Made.class);

        assertThat(here.text()).contains("\"version\": 2").contains("never use Lombok");
        assertThat(here.memory().read().facts().active())
                .extracting(fact -> fact.kind() + " " + fact.text())
                .containsExactly("decision one jar", "convention never use Lombok");
    }

    @Test
    @Tag("memory#AC-4")
    void a_memory_that_came_with_the_project_counts_when_it_was_adopted() throws Exception {
        MemoryHere theirs = MemoryHere.in(folder.resolve("theirs")).with(convention("send it all"));
        MemoryHere mine = MemoryHere.in(folder.resolve("mine")).written(theirs.text());

        assertThat(mine.memory().read()).isInstanceOf(MemoryReading.Untrusted.class);
        assertThat(mine.memory().read().facts()).isEqualTo(Facts.NONE);
        assertThat(mine.memory().change(facts -> facts.with(convention("mine"))))
                .isInstanceOf(Memory.Change.Refused.class);
        assertThat(mine.text()).isEqualTo(theirs.text());

        mine.memory().adopt();
        assertThat(mine.memory().read().facts().facts()).hasSize(1);
        assertThat(theirs.memory().read().facts().facts()).hasSize(1);
    }

    @Test
    @Tag("memory#AC-4")
    void an_untrusted_project_has_no_memory() throws Exception {
        MemoryHere here = MemoryHere.in(folder).with(convention("use tabs"));
        String before = here.text();

        assertThat(here.memory(false).read()).isInstanceOf(MemoryReading.Untrusted.class);
        assertThat(here.memory(false).change(facts -> facts.with(convention("more"))))
                .isInstanceOf(Memory.Change.Refused.class);
        assertThat(here.memory(false).adopt()).isInstanceOf(Memory.Change.Refused.class);
        assertThat(here.text()).isEqualTo(before);
    }

    @Test
    @Tag("memory#AC-6")
    void what_is_forgotten_is_gone_and_not_learned_again_by_subject_or_by_words() throws Exception {
        MemoryHere here = MemoryHere.in(folder).with(convention("use tabs"));
        FactId id = FactId.of("convention", "use tabs");
        change(here, facts -> facts.forget(id, DAY));

        assertThat(here.text()).doesNotContain("use tabs").contains(id.value());
        Fact again = convention("use tabs");
        Fact elsewhere =
                new Fact.Convention(
                        new Statement(
                                new FactId("c-other"),
                                "Use `tabs`!",
                                new Source.OfFile("a.md", 1),
                                DAY,
                                Weight.of(0.5),
                                Scope.WHOLE,
                                List.of()));
        change(here, facts -> facts.learned(List.of(again, elsewhere), _ -> true));
        assertThat(here.memory().read().facts().facts()).isEmpty();

        here.with(again);
        assertThat(here.memory().read().facts().facts()).containsExactly(again);
        assertThat(here.memory().read().facts().forgotten()).isEmpty();
    }

    private static void change(MemoryHere here, UnaryOperator<Facts> change) throws Exception {
        assertThat(here.memory().change(change)).isInstanceOf(Memory.Change.Made.class);
    }
}
