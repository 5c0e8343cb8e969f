package kiro.steering.sentence;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import kiro.code.Symbol;
import kiro.finding.Finding;
import kiro.finding.RuleId;
import kiro.finding.Severity;
import kiro.steering.rule.Declared;
import kiro.steering.rule.Demand;
import kiro.steering.rule.Examples;
import kiro.steering.rule.Examples.Example;
import kiro.steering.rule.FileScope;
import kiro.steering.rule.Instead;
import kiro.steering.rule.Origin;
import kiro.steering.rule.Part;
import kiro.steering.rule.Quality;
import kiro.steering.rule.SteeringRule;
import kiro.steering.rule.Subject;
import kiro.text.PathGlob;
import kiro.text.SourceSpan;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RuleBlockReaderTest {
    @Test
    @Tag("steering-sentences#AC-6")
    void a_block_is_a_rule_with_its_place() {
        RuleBlock block =
                read(
                        """
                        id: handlers-traced
                        kind: every
                        every: {name: handlers, kinds: [function], reach: exported, in: src/handlers}
                        uses: [trace.start]
                        files: src/**
                        ignores: ["*.gen.ts"]
                        instead: {text: the tracer, name: trace.start, file: src/trace.ts}
                        message: Every handler is traced.
                        severity: warning
                        bad:
                          - "export function a() {}"
                        good:
                          - path: src/handlers/b.ts
                            code: "export function b() { trace.start() }"
                        """);

        assertThat(block.rule())
                .contains(
                        new SteeringRule(
                                new RuleId("style/handlers-traced"),
                                new Origin(
                                        "style.md",
                                        new SourceSpan(11, 3, 11, 3),
                                        "Every handler is traced."),
                                new Demand.Every(
                                        new Declared(
                                                "handlers",
                                                Set.of(Symbol.Kind.FUNCTION),
                                                Declared.Reach.EXPORTED,
                                                Optional.of(Part.ofPath("src/handlers/**")),
                                                List.of()),
                                        new Quality.Uses(List.of(Subject.Name.of("trace.start")))),
                                new FileScope(globs("src/**"), globs("*.gen.ts")),
                                Optional.of(
                                        new Instead(
                                                "the tracer",
                                                Optional.of("trace.start"),
                                                Optional.of("src/trace.ts"))),
                                Severity.WARNING,
                                new Examples(
                                        List.of(
                                                new Example(
                                                        "src/example.ts",
                                                        "export function a() {}")),
                                        List.of(
                                                new Example(
                                                        "src/handlers/b.ts",
                                                        "export function b() { trace.start() }")))));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            textBlock =
                    """
                    id: a; kind: forbid; nmae: x; message: m        | 12:3 the rule has one of name, annotation, form, literal, comment, pattern: write for instance: name: console.log
                    id: a; kind: forbit; message: m                 | 12:3 'forbit' is no kind of rule: did you mean forbid?
                    id: a; kind: forbid; name: x; mesage: m         | 11:3 the rule has no 'message': add a line such as: message: why, in a sentence
                    id: A b; kind: forbid; name: x; message: m      | 11:3 'A b' cannot be the id of a rule: use small letters, digits and '-', a letter first
                    id: a; kind: forbid; form: wildcard; message: m | 13:3 'wildcard' is no form that is known: did you mean wildcard-import?
                    id: a; kind: coverage; percent: 180; message: m | 13:3 the coverage is no number from 1 to 100: write: percent: 80
                    id: a; kind: [                                  | 13:3 the rule is no YAML: expected the node content, but found '<stream end>': mend the line, or put the text between quotes
                    """)
    @Tag("steering-sentences#AC-6")
    void what_is_wrong_in_a_block_is_told_with_its_line(String lines, String finding) {
        RuleBlock block = read(lines.replace("; ", "\n") + "\n");

        assertThat(block.rule()).isEmpty();
        assertThat(block.findings())
                .extracting(Finding::toString)
                .contains("style.md:" + finding.replaceFirst(" ", " steering/bad-rule "));
    }

    @Test
    @Tag("steering-sentences#AC-6")
    void a_misspelt_key_is_told_with_the_one_that_is_meant() {
        RuleBlock block = read("id: a\nkind: forbid\nname: x\nmessage: m\nseverty: info\n");

        assertThat(block.findings())
                .extracting(Finding::toString)
                .containsExactly(
                        "style.md:15:3 steering/bad-rule 'severty' is not read in a rule of this kind: did you mean severity?");
    }

    @Test
    @Tag("steering-sentences#AC-6")
    void the_block_in_the_documentation_is_a_rule() throws Exception {
        String page = Files.readString(Path.of("docs/formats/steering-rules.md"));
        String shown = page.substring(page.indexOf("````markdown") + 13);
        String yaml = shown.substring(shown.indexOf('\n') + 1, shown.indexOf("\n```\n") + 1);

        assertThat(read(yaml).findings()).isEmpty();
    }

    @Test
    @Tag("steering-sentences#AC-6")
    void the_schema_has_every_kind() throws Exception {
        String schema = Files.readString(Path.of("docs/formats/steering-rule.schema.json"));

        assertThat(DemandReader.KINDS).allMatch(kind -> schema.contains("\"" + kind + "\""));
    }

    private static RuleBlock read(String yaml) {
        return RuleBlockReader.read(
                new SteeringSource("style.md", "style", List.of(), true, "", 0),
                new RuleFence(11, 2, yaml));
    }

    private static List<PathGlob> globs(String... texts) {
        return List.of(texts).stream().flatMap(text -> PathGlob.parse(text).stream()).toList();
    }
}
