package kiro;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import kiro.testing.TemporaryWorkspace;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ContextCostTest {
    private static final String SCRIPT = "scripted/script.jsonl";

    @TempDir private Path folder;
    private TemporaryWorkspace workspace;

    @BeforeEach
    void open() throws Exception {
        workspace =
                TemporaryWorkspace.in(Files.createDirectories(folder.resolve("w")))
                        .with(".kiro/steering/style.md", "# Style\n")
                        .with(".gitignore", "*.jsonl\n")
                        .with(
                                "script.jsonl",
                                counted("one", 50_000, 0) + counted("two", 1_000, 99_000))
                        .committed();
    }

    private static String counted(String text, int input, int cached) {
        return "{\"blocks\":[{\"type\":\"text\",\"text\":\"%s\"}],\"usage\":{\"input\":%d,\"cacheRead\":%d,\"output\":1000}}\n"
                .formatted(text, input, cached);
    }

    private Kiro kiro() {
        return Kiro.in(workspace.root());
    }

    private void priced() throws IOException {
        Path settings = Files.createDirectories(folder.resolve("home/.kiro"));
        Files.writeString(
                settings.resolve("config.yaml"),
                "price:\n  input: 10\n  output: 20\n  cache-read: 1\n");
    }

    private List<String> context() {
        return kiro().reading("first", "second", "/context", "/quit")
                .run("chat", "--model", SCRIPT)
                .out()
                .lines()
                .dropWhile(line -> !line.contains("tells it about"))
                .map(String::strip)
                .toList();
    }

    /// What a part has cost, as a line of the meter has it, for each of its tokens.
    private static double each(List<String> lines, String part) {
        String[] words =
                lines.stream()
                        .filter(line -> line.endsWith(part))
                        .findFirst()
                        .orElseThrow()
                        .split(" +");
        return Double.parseDouble(words[1].substring(1))
                / Double.parseDouble(words[0].replace(",", ""));
    }

    @Test
    @Tag("context#AC-13")
    void a_conversation_says_what_each_part_has_and_what_telling_it_has_cost() throws IOException {
        priced();

        List<String> lines = context();

        // 50,000 tokens for $0.50, then 100,000 for $0.109: what is told both times costs both.
        double both = 0.5 / 50_000 + 0.109 / 100_000;
        assertThat(each(lines, "tools 19 of them")).isCloseTo(both, within(1e-7));
        assertThat(each(lines, "system")).isCloseTo(both, within(1e-6));
        assertThat(each(lines, "what was said since")).isLessThan(both);
        double parts =
                lines.stream()
                        .map(line -> line.split(" +"))
                        .filter(words -> words.length > 2 && words[1].startsWith("$"))
                        .mapToDouble(words -> Double.parseDouble(words[1].substring(1)))
                        .sum();
        assertThat(parts).isCloseTo(0.609, within(0.001));
        assertThat(lines).last().isEqualTo("all in all 150,000 tokens in, 2,000 out, $0.6490");
    }

    @Test
    @Tag("context#AC-13")
    void what_is_not_known_to_cost_anything_is_not_said_to_be_free() {
        assertThat(context())
                .anyMatch(line -> line.endsWith("?  system"))
                .contains("what they cost is not known: price.input and price.output say it")
                .noneMatch(line -> line.contains("$"));
    }

    @Test
    @Tag("context#AC-13")
    void a_run_says_what_it_began_with_and_what_telling_that_has_cost() throws IOException {
        priced();

        Kiro.Result known = kiro().run("agent", "do it", "--model", SCRIPT, "--mode", "autonomous");

        assertThat(line(known))
                .matches(
                        "context   about [0-9,]+ tokens \\(\\$0\\.04\\d\\d\\) at the beginning: tools [0-9,]+ \\(\\$0\\.03\\d\\d\\), system .*");
    }

    @Test
    @Tag("context#AC-13")
    void a_run_at_a_price_that_is_not_known_says_only_what_it_began_with() {
        Kiro.Result unknown =
                kiro().run("agent", "do it", "--model", SCRIPT, "--mode", "autonomous");

        assertThat(line(unknown)).contains("tools ").doesNotContain("$").doesNotContain("?");
    }

    private static String line(Kiro.Result result) {
        return result.out()
                .lines()
                .filter(line -> line.startsWith("context "))
                .findFirst()
                .orElseThrow();
    }
}
