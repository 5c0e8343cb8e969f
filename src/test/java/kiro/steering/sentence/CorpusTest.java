package kiro.steering.sentence;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import kiro.finding.Severity;
import kiro.steering.rule.Demand;
import kiro.steering.rule.FileScope;
import kiro.steering.rule.Instead;
import kiro.steering.rule.SteeringRule;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// Sentences as teams write them, each with the rules that it must give, or with none.
class CorpusTest {
    private static final List<Labelled> CORPUS = corpus();

    /// @param blocks the rules in YAML; none where the sentence is guidance
    private record Labelled(String sentence, List<String> blocks) {}

    /// What a rule says, whatever it is called and wherever it stands.
    private record Said(
            Demand demand, FileScope scope, Optional<Instead> instead, Severity severity) {
        static Said of(SteeringRule rule) {
            return new Said(rule.demand(), rule.scope(), rule.instead(), rule.severity());
        }
    }

    @Test
    @Tag("steering-sentences#AC-5")
    void no_sentence_becomes_a_wrong_rule() {
        List<String> wrong =
                CORPUS.stream()
                        .filter(labelled -> !said(labelled.sentence()).isEmpty())
                        .filter(labelled -> !said(labelled.sentence()).equals(expected(labelled)))
                        .map(labelled ->
                                "%s%n %s%n %s"
                                        .formatted(
                                                labelled.sentence(),
                                                said(labelled.sentence()),
                                                expected(labelled)))
                        .toList();

        assertThat(CORPUS).hasSizeGreaterThanOrEqualTo(225);
        assertThat(wrong).isEmpty();
    }

    @Test
    @Tag("steering-sentences#AC-5")
    void most_sentences_that_can_be_checked_are() {
        List<Labelled> enforceable =
                CORPUS.stream().filter(labelled -> !labelled.blocks().isEmpty()).toList();
        List<Labelled> compiled =
                enforceable.stream()
                        .filter(labelled -> !said(labelled.sentence()).isEmpty())
                        .toList();

        assertThat(enforceable).hasSizeGreaterThanOrEqualTo(125);
        assertThat(compiled.size() * 100 / enforceable.size()).isGreaterThanOrEqualTo(95);
    }

    @Test
    @Tag("steering-sentences#AC-6")
    void a_rule_that_is_written_as_a_block_is_read_as_the_same_rule() {
        List<String> changed =
                CORPUS.stream()
                        .flatMap(labelled -> compiled(labelled.sentence()).stream())
                        .filter(rule -> !isSame(rule, block(RuleWriter.write(rule))))
                        .map(RuleWriter::write)
                        .toList();

        assertThat(changed).isEmpty();
    }

    @Test
    @Tag("steering-sentences#AC-6")
    void every_block_fits_the_schema() throws IOException {
        Schema schema =
                SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                        .getSchema(
                                Files.readString(
                                        Path.of("docs/formats/steering-rule.schema.json")));

        assertThat(CORPUS)
                .flatExtracting(Labelled::blocks)
                .allSatisfy(yaml ->
                        assertThat(schema.validate("id: a\nmessage: b\n" + yaml, InputFormat.YAML))
                                .isEmpty());
    }

    private static boolean isSame(SteeringRule rule, SteeringRule read) {
        return Said.of(read).equals(Said.of(rule))
                && read.id().equals(rule.id())
                && read.origin().sentence().equals(rule.origin().sentence());
    }

    private static List<Said> expected(Labelled labelled) {
        return labelled.blocks().stream()
                .map(yaml -> Said.of(block("id: a\nmessage: b\n" + yaml)))
                .toList();
    }

    private static SteeringRule block(String yaml) {
        RuleBlock block = RuleBlockReader.read(source(""), new RuleFence(1, 0, yaml));
        return block.rule().orElseThrow(() -> new AssertionError(yaml + "\n" + block.findings()));
    }

    private static List<Said> said(String sentence) {
        return compiled(sentence).stream().map(Said::of).toList();
    }

    private static List<SteeringRule> compiled(String text) {
        String markdown = "- " + text;
        var compiler = new SentenceCompiler(source(markdown));
        var rules = new ArrayList<SteeringRule>();
        for (Sentence sentence : SentenceReader.read(markdown, 0).sentences()) {
            switch (compiler.compile(sentence)) {
                case Compilation.Compiled compiled -> rules.addAll(compiled.rules());
                case Compilation.Guidance guidance -> {}
            }
        }
        return rules;
    }

    private static SteeringSource source(String markdown) {
        return new SteeringSource("a.md", "a", List.of(), true, markdown, 0);
    }

    private static List<Labelled> corpus() {
        try (InputStream in = CorpusTest.class.getResourceAsStream("corpus.txt")) {
            String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            return Arrays.stream(text.split("\n\n+"))
                    .filter(entry -> entry.startsWith("S "))
                    .map(CorpusTest::labelled)
                    .toList();
        } catch (IOException cause) {
            throw new UncheckedIOException(cause);
        }
    }

    private static Labelled labelled(String entry) {
        var blocks = new ArrayList<String>();
        var yaml = new StringBuilder();
        List<String> lines = entry.strip().lines().toList();
        for (String line : lines.subList(1, lines.size())) {
            if (line.startsWith("= ")) {
                yaml.append(line, 2, line.length()).append('\n');
            } else if (line.equals("&")) {
                blocks.add(yaml.toString());
                yaml.setLength(0);
            }
        }
        if (!yaml.isEmpty()) {
            blocks.add(yaml.toString());
        }
        return new Labelled(lines.getFirst().substring(2), blocks);
    }
}
