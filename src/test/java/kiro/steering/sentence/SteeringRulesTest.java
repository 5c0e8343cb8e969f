package kiro.steering.sentence;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import kiro.finding.Finding;
import kiro.steering.rule.SteeringRule;
import kiro.text.Hash;
import kiro.text.PathGlob;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SteeringRulesTest {
    /// A project of these files, with an engine that finds `bad` and nothing else.
    private record Files(String... paths) implements Ground {
        @Override
        public boolean has(String path) {
            return Arrays.asList(paths).contains(path);
        }

        @Override
        public boolean hasMatch(PathGlob glob) {
            return Arrays.stream(paths).anyMatch(glob::matches);
        }

        @Override
        public Optional<String> fault(SteeringRule rule) {
            return rule.examples().bad().stream()
                    .filter(example -> !example.code().contains("bad"))
                    .findFirst()
                    .map(example -> "the bad example '%s' is not found".formatted(example.code()));
        }
    }

    @Test
    @Tag("steering-sentences#AC-7")
    void every_sentence_and_every_block_has_a_state() {
        RuleSet set =
                rules(
                        """
                        - No `any`
                        - Be kind.
                        - Use `pino`, never `console.log`; see docs.

                        ```rule
                        id: no-bad
                        kind: forbid
                        name: bad
                        message: Nobody uses bad.
                        bad: [bad()]
                        ```

                        ```rule
                        id: no-worse
                        kind: forbid
                        name: worse
                        message: Nobody uses worse.
                        state: proposed
                        ```
                        """);

        assertThat(set.judged())
                .extracting(each -> each.state().getClass().getSimpleName())
                .containsExactly("Enforced", "Guidance", "Enforced", "Enforced", "Proposed");
        assertThat(set.rules())
                .extracting(rule -> rule.id().value())
                .containsExactly("style/no-any-type", "style/no-console-log", "style/no-bad");
        assertThat(set.findings()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            quoteCharacter = '"',
            textBlock =
                    """
                    - Never use `a.b`; use the one from `src/gone.ts`.            ~ it says to use src/gone.ts, which is not there
                    - Only `src/gone` may import `pg`.                            ~ src/gone/**, where alone it is allowed, is not there
                    - Class names must match `(a+)+b`.                            ~ '(a+)+b' repeats what is repeated or chosen within, which can take forever
                    - Class names must match `.*`.                                ~ it matches everything, or nothing
                    - Class names must match `(a)\\1`.                            ~ '(a)\\1' refers back to a group, which cannot be bounded
                    """)
    @Tag("steering-sentences#AC-8")
    void a_rule_that_cannot_hold_is_broken(String markdown, String reason) {
        RuleSet set = rules(markdown);

        assertThat(set.findings()).extracting(Finding::message).containsExactly(reason);
        assertThat(set.rules()).isEmpty();
    }

    @Test
    @Tag("steering-sentences#AC-8")
    void an_example_that_does_not_behave_breaks_its_rule() {
        RuleSet set =
                rules(
                        """
                        ```rule
                        id: no-bad
                        kind: forbid
                        name: bad
                        message: Nobody uses it.
                        bad: [good()]
                        ```
                        """);

        assertThat(set.findings())
                .extracting(Finding::toString)
                .containsExactly(
                        "style.md:2:1 steering/broken-rule the bad example 'good()' is not found: mend the rule, or the example");
    }

    @Test
    @Tag("steering-sentences#AC-8")
    void a_draft_stands_for_its_sentence_until_that_is_edited() {
        String block =
                """

                ```rule
                id: no-bad
                kind: forbid
                name: bad
                message: Bad code is bad.
                sentence: %s
                ```
                """
                        .formatted(Hash.of("Write no bad code."));

        RuleSet kept = rules("Write no bad code.\n" + block);
        RuleSet edited = rules("Write only good code.\n" + block);

        assertThat(kept.judged()).hasSize(1);
        assertThat(kept.rules()).hasSize(1);
        assertThat(edited.rules()).isEmpty();
        assertThat(edited.findings())
                .extracting(Finding::message)
                .containsExactly("the sentence that it was made of has been edited");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "- Never use `pg`.\n- Only `src/db` may use `pg`.",
                "- camelCase for functions\n- snake_case for functions",
                "- Only deploy to `eu-west-1`.\n- Only deploy to `us-east-1`.",
                "- Controllers must not import services.\n- Controllers may only import services.",
                "- Only controllers may import services.\n- Controllers must not import services.",
                "- controllers → services\n- services → controllers",
                "- Approved dependencies: `a1`, `b1`\n- Never depend on `b1`.",
                "- Use `axios` instead of `fetch`.\n- Never use `axios`.",
            })
    @Tag("steering-sentences#AC-9")
    void of_two_sentences_that_contradict_each_other_neither_is_checked(String markdown) {
        RuleSet set = rules(markdown);

        assertThat(set.rules()).isEmpty();
        assertThat(set.findings())
                .hasSize(2)
                .allMatch(finding -> finding.rule().value().equals("steering/contradiction"));
        assertThat(set.findings().getFirst().message()).contains("style.md:2:3");
        assertThat(set.findings().getLast().message()).contains("style.md:1:3");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "- camelCase for functions in TypeScript\n- snake_case for functions in Python",
                "- Only deploy to `eu-west-1`.\n- Only deploy to `eu-west-1` and `us-east-1`.",
                "- Only services may import repositories.\n- Controllers must not import repositories.",
                "- Never use `moment`.\n- Never use `moment`.",
            })
    @Tag("steering-sentences#AC-9")
    void sentences_that_can_both_be_kept_are_no_contradiction(String markdown) {
        assertThat(rules(markdown).findings()).isEmpty();
        assertThat(rules(markdown).rules()).hasSize(2);
    }

    @Test
    @Tag("steering-sentences#AC-10")
    void the_nearest_place_wins() {
        RuleSet set =
                SteeringRules.of(
                        List.of(
                                source("~/.kiro/steering/own.md", "Never use `pg`."),
                                source(
                                        ".kiro/steering/style.md",
                                        "Only `src/db` may use `pg`.\n\nsnake_case for functions"),
                                source(
                                        "web/.kiro/steering/style.md",
                                        "camelCase for functions\n\nNever use `a.b`; use `src/here.ts`.")),
                        new Files("src/db/a.ts", "web/src/here.ts"));

        assertThat(set.findings()).isEmpty();
        assertThat(set.judged())
                .extracting(each -> each.state().getClass().getSimpleName())
                .containsExactly("Enforced", "Enforced", "Enforced", "Enforced", "Guidance");
        assertThat(set.rules().get(1).scope().except())
                .containsExactlyElementsOf(PathGlob.parse("web/**").stream().toList());
    }

    @Test
    @Tag("steering-sentences#AC-9")
    void a_contradiction_stays_one_where_a_folder_says_something_else_again() {
        RuleSet set =
                SteeringRules.of(
                        List.of(
                                source(
                                        ".kiro/steering/style.md",
                                        "camelCase for functions\n\nsnake_case for functions"),
                                source("web/.kiro/steering/style.md", "camelCase for functions")),
                        new Files("src/db/a.ts"));

        assertThat(set.judged())
                .extracting(each -> each.state().getClass().getSimpleName())
                .containsExactly("Broken", "Broken", "Enforced");
    }

    private static SteeringSource source(String file, String body) {
        String name = file.replaceAll("[^a-z]+", "-").replaceAll("^-|-$", "");
        return new SteeringSource(file, name, List.of(), true, body, 0);
    }

    private static RuleSet rules(String markdown) {
        return SteeringRules.of(
                List.of(new SteeringSource("style.md", "style", List.of(), true, markdown, 0)),
                new Files("src/db/a.ts", "src/lib/logger.ts"));
    }
}
