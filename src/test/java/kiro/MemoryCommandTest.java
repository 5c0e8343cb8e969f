package kiro;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import kiro.testing.TemporaryWorkspace;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@Timeout(60)
@Tag("memory#AC-11")
class MemoryCommandTest {
    @TempDir private Path folder;
    private TemporaryWorkspace workspace;

    @BeforeEach
    void begin() throws Exception {
        workspace =
                TemporaryWorkspace.in(Files.createDirectories(folder.resolve("w")))
                        .with(".kiro/specs/.gitkeep", "")
                        .with(
                                "docs/adr/0001-cents.md",
                                "# 1. Amounts are cents\n\n## Decision\n\nAmounts are kept in cents.\n");
    }

    private Kiro.Result run(String... arguments) {
        return Kiro.in(workspace.root())
                .with("USER", "ada")
                .with("XDG_CACHE_HOME", folder.resolve("cache").toString())
                .run(arguments);
    }

    private JsonNode facts(String... arguments) {
        return JsonMapper.shared().readTree(run(arguments).out()).path("facts");
    }

    private String added(String text) {
        return run("memory", "add", text).out().replace("added ", "").strip();
    }

    @Test
    void refresh_says_what_is_new_changed_and_gone_and_the_second_time_nothing() throws Exception {
        Kiro.Result first = run("memory", "refresh");
        assertThat(first.code()).as(first.err()).isZero();
        assertThat(first.out())
                .matches(
                        "\\+ d-\\w+  decision: Amounts are cents: Amounts are kept in cents. \\(docs/adr/0001-cents.md:1\\)\n"
                                + "1 facts: 1 new, 0 changed, 0 gone, 0 proposed\n");
        assertThat(run("memory", "refresh").out())
                .isEqualTo("1 facts: 0 new, 0 changed, 0 gone, 0 proposed\n");

        workspace.with(
                "docs/adr/0001-cents.md",
                "# 1. Amounts are cents\n\n## Decision\n\nAs decimals.\n\nIt is so.\n");
        assertThat(run("memory", "list", "--stale").out())
                .contains("kept in cents.")
                .contains("[stale]");
        assertThat(run("memory", "search", "amounts").err()).contains("1 more would fit");
        assertThat(run("memory", "refresh", "--json").out()).contains("\"changed\":[\"d-");
        Files.delete(workspace.root().resolve("docs/adr/0001-cents.md"));
        assertThat(run("memory", "refresh").out()).startsWith("- d-").contains("1 gone");
    }

    @Test
    void a_fact_is_shown_pinned_corrected_and_forgotten_by_the_beginning_of_its_id() {
        run("memory", "refresh");
        String id = facts("memory", "list", "--json").path(0).path("id").stringValue();

        assertThat(run("memory", "show", id.substring(0, 4)).out())
                .contains(id + " decision")
                .contains("from: docs/adr/0001-cents.md:1")
                .contains("rests on: docs/adr/0001-cents.md")
                .contains("confidence: 0.95");
        assertThat(run("memory", "pin", id))
                .isEqualTo(new Kiro.Result(0, "pinned " + id + "\n", ""));
        assertThat(facts("memory", "show", id, "--json").path(0).path("pinned").asBoolean())
                .isTrue();
        assertThat(run("memory", "unpin", id).out()).isEqualTo("unpinned " + id + "\n");
        assertThat(run("memory", "correct", id, "Amounts are kept in euros").code()).isZero();
        assertThat(run("memory", "refresh").out()).contains("0 new, 0 changed");
        assertThat(facts("memory", "list", "--json").path(0).toString())
                .contains("\"text\":\"Amounts are kept in euros\"")
                .contains("\"source\":{\"person\":\"ada\"}")
                .contains("\"stale\":false");
        assertThat(run("memory", "forget", id).out()).isEqualTo("forgot " + id + "\n");
        assertThat(run("memory", "refresh").out()).contains("0 facts: 0 new");
        assertThat(run("memory", "list").out()).startsWith("nothing is known");
    }

    @Test
    void search_tells_why_each_fact_fits_and_export_hands_on_what_holds() {
        added("Refunds need a reason");
        run("memory", "refresh");

        assertThat(run("memory", "search", "give a reason").out())
                .contains("Refunds need a reason")
                .contains("ada; speaks of reason");
        assertThat(run("memory", "search", "weather").code()).isEqualTo(1);
        assertThat(run("memory", "export").out())
                .startsWith("# What is known of this project\n\n## decision\n\n- Amounts are cents")
                .contains("## convention\n\n- Refunds need a reason (ada, 2026-03-01)");
        assertThat(facts("memory", "export", "--json").size()).isEqualTo(2);
        assertThat(run("memory", "list", "--kind", "convention").out())
                .contains("Refunds")
                .doesNotContain("Amounts");
    }

    @Test
    void what_cannot_be_done_is_said_with_the_next_move() throws Exception {
        String first = added("one");
        added("two");
        assertThat(run("memory", "show", "x-1"))
                .satisfies(result -> {
                    assertThat(result.code()).isEqualTo(1);
                    assertThat(result.err())
                            .contains("there is no fact 'x-1'")
                            .contains("kiro memory list");
                });
        assertThat(run("memory", "show", "c").err()).contains("'c' may mean ").contains(first);
        assertThat(run("memory", "add", " ").code()).isEqualTo(64);
        assertThat(run("memory", "add", "--kind", "rumour", "x").err())
                .contains("there is no kind 'rumour'");
        assertThat(run("memory", "correct", first, "").code()).isEqualTo(64);
        assertThat(run("memory", "proposals").out()).isEqualTo("nothing is proposed\n");
        assertThat(run("memory", "why").code()).isEqualTo(1);
        assertThat(run("memory").out()).contains("kiro memory refresh");

        Path file = workspace.root().resolve(".kiro/memory.json");
        Files.writeString(file, Files.readString(file).replace("\"text\": \"one\"", "\"text\": 1"));
        for (String command : new String[] {"list", "refresh", "export", "proposals"}) {
            Kiro.Result broken = run("memory", command);
            assertThat(broken.code()).as(command).isEqualTo(1);
            assertThat(broken.err())
                    .containsOnlyOnce(".kiro/memory.json:")
                    .contains("'text' is not");
        }
        assertThat(run("memory", "add", "three").code()).isEqualTo(1);
        assertThat(file).content().doesNotContain("three");
    }

    @Test
    void a_memory_from_elsewhere_is_adopted_by_the_person_alone() throws Exception {
        added("mine");
        Path file = workspace.root().resolve(".kiro/memory.json");
        Files.writeString(
                file,
                Files.readString(file)
                        .replaceAll("\"keeper\": \"\\w+\"", "\"keeper\": \"theirs\""));

        assertThat(run("memory", "list").code()).isEqualTo(1);
        Kiro.Result refused = run("memory", "refresh");
        assertThat(refused.code()).isEqualTo(3);
        assertThat(refused.err()).containsOnlyOnce("not made by you").contains("kiro memory adopt");
        assertThat(run("memory", "adopt").out()).isEqualTo("adopted 1 facts\n");
        assertThat(run("memory", "list").out()).contains("mine");
    }
}
