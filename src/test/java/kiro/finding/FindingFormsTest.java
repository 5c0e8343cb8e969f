package kiro.finding;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import kiro.text.SourceSpan;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class FindingFormsTest {
    private static final Finding WORD =
            Finding.warning(
                    "spec/vague",
                    "specs/a b.md",
                    new SourceSpan(7, 5, 7, 9),
                    "'fast' means another thing, see line 12",
                    "give 100%, or: less");
    private static final Finding FILE =
            new Finding(
                    new RuleId("spec/missing-section"),
                    Severity.ERROR,
                    "specs/a b.md",
                    SourceSpan.start(),
                    "no section",
                    Optional.empty());

    @Test
    @Tag("spec-rules#AC-10")
    void annotations_have_place_and_level_and_escape_what_they_contain() {
        assertThat(GithubAnnotations.of(List.of(WORD, FILE)))
                .isEqualTo(
                        """
                        ::warning file=specs/a b.md,line=7,endLine=7,col=5,endColumn=9,title=spec/vague::specs/a b.md:7: 'fast' means another thing, see line 12%0Anext: give 100%25, or: less
                        ::error file=specs/a b.md,line=1,endLine=1,col=1,endColumn=1,title=spec/missing-section::specs/a b.md:1: no section\
                        """);
    }

    @Test
    @Tag("spec-rules#AC-10")
    void a_finding_over_several_lines_has_no_columns() {
        var finding =
                new Finding(
                        new RuleId("a/b"),
                        Severity.INFO,
                        "x,y:z.md",
                        new SourceSpan(1, 1, 2, 3),
                        "two\nlines",
                        Optional.empty());

        assertThat(GithubAnnotations.of(List.of(finding)))
                .isEqualTo(
                        "::notice file=x%2Cy%3Az.md,line=1,endLine=2,title=a/b::x,y:z.md:1: two%0Alines");
    }

    @Test
    @Tag("spec-rules#AC-9")
    void a_log_has_rules_places_and_levels() {
        JsonNode run = run(List.of(WORD, FILE));

        assertThat(run.at("/tool/driver/name").asString()).isEqualTo("kiro");
        assertThat(run.at("/tool/driver/rules/0/id").asString()).isEqualTo("spec/missing-section");
        assertThat(run.at("/tool/driver/rules/1/help/markdown").asString()).isEqualTo("the help");
        JsonNode result = run.at("/results/0");
        assertThat(result.at("/ruleId").asString()).isEqualTo("spec/vague");
        assertThat(result.at("/ruleIndex").asInt()).isEqualTo(1);
        assertThat(result.at("/level").asString()).isEqualTo("warning");
        assertThat(result.at("/locations/0/physicalLocation/artifactLocation/uri").asString())
                .isEqualTo("specs/a%20b.md");
        assertThat(result.at("/locations/0/physicalLocation/region"))
                .isEqualTo(
                        JsonMapper.shared()
                                .readTree(
                                        "{\"startLine\":7,\"startColumn\":5,\"endLine\":7,\"endColumn\":9}"));
        assertThat(run.at("/results/1/locations/0/physicalLocation/region/endColumn").asInt())
                .isEqualTo(2);
    }

    @Test
    @Tag("spec-rules#AC-9")
    void the_fingerprint_of_a_finding_stays_when_lines_move_and_differs_for_each() {
        var moved =
                Finding.warning(
                        "spec/vague",
                        "specs/a b.md",
                        new SourceSpan(9, 5, 9, 9),
                        "'fast' means another thing, see line 14",
                        "give 100%, or: less");

        assertThat(print(run(List.of(FILE, moved)), 1)).isEqualTo(print(run(List.of(WORD)), 0));
        JsonNode twice = run(List.of(WORD, WORD));
        assertThat(print(twice, 0)).isNotEqualTo(print(twice, 1));
    }

    private static String print(JsonNode run, int result) {
        return run.at("/results/" + result + "/partialFingerprints").toString();
    }

    private static JsonNode run(List<Finding> findings) {
        var description =
                new RuleDescription(WORD.rule(), Severity.WARNING, "finds words", "the help");
        String log = new Sarif("1.2", List.of(description), finding -> "words").write(findings);
        return JsonMapper.shared().readTree(log).at("/runs/0");
    }
}
