package kiro.steering.sentence;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import kiro.finding.RuleId;
import kiro.finding.Severity;
import kiro.steering.rule.Demand;
import kiro.steering.rule.Examples;
import kiro.steering.rule.FileScope;
import kiro.steering.rule.Instead;
import kiro.steering.rule.Origin;
import kiro.steering.rule.Part;
import kiro.steering.rule.SteeringRule;
import kiro.steering.rule.Subject;
import kiro.text.PathGlob;
import kiro.text.SourceSpan;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SentenceCompilerTest {
    @Test
    @Tag("steering-sentences#AC-2")
    void a_sentence_of_a_fixed_form_becomes_a_rule() {
        String sentence =
                "Never use `console.log`; use the structured logger from `src/lib/logger.ts`.";

        assertThat(compile("- " + sentence))
                .isEqualTo(
                        new Compilation.Compiled(
                                List.of(
                                        new SteeringRule(
                                                new RuleId("code-style/no-console-log"),
                                                new Origin(
                                                        "code-style.md",
                                                        new SourceSpan(1, 3, 1, 79),
                                                        sentence),
                                                new Demand.Forbid(Subject.Name.of("console.log")),
                                                new FileScope(
                                                        List.of(), globs("src/lib/logger.ts")),
                                                Optional.of(
                                                        new Instead(
                                                                "the structured logger from `src/lib/logger.ts`",
                                                                Optional.empty(),
                                                                Optional.of("src/lib/logger.ts"))),
                                                Severity.ERROR,
                                                Examples.NONE))));
    }

    @Test
    @Tag("steering-sentences#AC-2")
    void one_sentence_may_give_several_rules() {
        assertThat(demands("- Don't use `eval()` or `moment` — they are trouble."))
                .containsExactly(
                        new Demand.Forbid(new Subject.Name("eval", Set.of(Subject.Use.CALL))),
                        new Demand.Forbid(Subject.Name.of("moment")));
    }

    @Test
    @Tag("steering-sentences#AC-3")
    void what_stands_above_is_a_part_of_the_sentence() {
        assertThat(demands("- Controllers:\n  - must not import `src/db`\n"))
                .containsExactly(
                        new Demand.NoImport(
                                new Part(
                                        "Controllers",
                                        List.of(),
                                        List.of(),
                                        List.of("controller"),
                                        List.of("RestController", "Controller")),
                                List.of(Part.ofPath("src/db/**"))));
        assertThat(demands("## Never use\n\n- `eval()`\n"))
                .containsExactly(
                        new Demand.Forbid(new Subject.Name("eval", Set.of(Subject.Use.CALL))));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "## Payments\n\n- Never use `float`.\n",
                "- When in doubt:\n  - No `eval()`\n",
                "Never use `eval()`. Build scripts may.\n",
                "- Never use `eval()`\n  - except where the vendor asks for it\n",
                "- Never use `eval()`\n- Unless you must\n",
            })
    @Tag("steering-sentences#AC-3")
    void what_stands_around_a_sentence_and_may_limit_it_makes_it_guidance(String text) {
        assertThat(compile(text)).isInstanceOf(Compilation.Guidance.class);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            textBlock =
                    """
                    Never use `eval()` for parsing.                  | it has no form that is understood
                    Prefer `const` over `let`.                       | 'prefer' leaves a choice
                    Never use `eval()` unless the input is trusted.  | what stands behind 'unless' cannot be checked
                    Never use `float` if money is involved.          | what stands behind 'if' cannot be checked
                    Do not use `var`.                                | it has no form that is understood
                    Write good code.                                 | it has no form that is understood
                    """)
    @Tag("steering-sentences#AC-4")
    void a_sentence_with_a_word_that_is_not_understood_is_guidance(String text, String reason) {
        assertThat(compile(text)).isEqualTo(new Compilation.Guidance(reason));
    }

    private static List<Demand> demands(String markdown) {
        return switch (compile(markdown)) {
            case Compilation.Compiled compiled ->
                    compiled.rules().stream().map(SteeringRule::demand).toList();
            case Compilation.Guidance guidance -> throw new AssertionError(guidance.reason());
        };
    }

    private static Compilation compile(String markdown) {
        var source =
                new SteeringSource("code-style.md", "code-style", List.of(), true, markdown, 0);
        return new SentenceCompiler(source)
                .compile(SentenceReader.read(markdown, 0).sentences().getFirst());
    }

    private static List<PathGlob> globs(String... texts) {
        return List.of(texts).stream().flatMap(text -> PathGlob.parse(text).stream()).toList();
    }
}
