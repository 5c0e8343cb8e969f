package kiro.steering.project;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import kiro.steering.check.MeasuredCoverage;
import kiro.steering.check.SteeringCheck;
import kiro.steering.rule.SteeringRule;
import kiro.steering.sentence.RuleWriter;
import kiro.steering.sentence.SteeringRules;
import kiro.steering.sentence.SteeringSource;
import kiro.steering.source.ProjectFiles;
import kiro.testing.Trees;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// Sentences that were written before their author looked at the forms, held against code.
class TeamSentencesTest {
    private static final List<Written> SENTENCES = sentences();

    /// Code that breaks a sentence, or keeps it.
    private record Code(boolean isBad, String path, String text) {}

    /// @param heading what stands above it; empty where nothing does
    private record Written(
            String sentence,
            String heading,
            List<Code> codes,
            Map<String, String> others,
            boolean isEnforceable) {
        List<SteeringRule> rules(ProjectFiles files) {
            String body = (heading.isEmpty() ? "" : "# " + heading + "\n\n") + "- " + sentence;
            return TeamSentencesTest.rules(body, files);
        }

        boolean isCompiled() {
            return !rules(
                            codes.isEmpty()
                                    ? files(new Code(false, "a.ts", ""))
                                    : files(codes.getFirst()))
                    .isEmpty();
        }

        /// @return what is wrong with how the sentence is held
        List<String> faults() {
            var faults = new ArrayList<String>();
            for (Code code : codes) {
                ProjectFiles files = files(code);
                List<SteeringRule> rules = rules(files);
                var check =
                        new SteeringCheck(
                                rules,
                                files,
                                Trees.parser(),
                                ProjectSteering.ports(MeasuredCoverage.NONE));
                boolean isFound = !check.check(code.path()).violations().isEmpty();
                if (!rules.isEmpty() && isFound != code.isBad()) {
                    faults.add(
                            "%s: %s %s: %s"
                                    .formatted(
                                            sentence,
                                            code.isBad() ? "not found" : "false alarm",
                                            code.path(),
                                            code.text()));
                }
            }
            return faults;
        }

        private ProjectFiles files(Code code) {
            var files = new LinkedHashMap<String, byte[]>();
            others.forEach((path, text) -> files.put(path, text.getBytes(StandardCharsets.UTF_8)));
            files.put(code.path(), code.text().getBytes(StandardCharsets.UTF_8));
            return ProjectFiles.of(files);
        }
    }

    @Test
    @Tag("steering-sentences#AC-11")
    void a_sentence_of_a_team_finds_what_breaks_it_and_nothing_that_keeps_it() {
        assertThat(SENTENCES.stream().flatMap(each -> each.faults().stream())).isEmpty();
    }

    @Test
    @Tag("steering-sentences#AC-11")
    void what_no_machine_can_check_stays_guidance() {
        assertThat(
                        SENTENCES.stream()
                                .filter(each -> !each.isEnforceable())
                                .filter(Written::isCompiled)
                                .map(Written::sentence))
                .isEmpty();
    }

    @Test
    @Tag("steering-sentences#AC-11")
    void all_sentences_of_teams_that_a_machine_can_check_are_checked() {
        List<Written> enforceable = SENTENCES.stream().filter(Written::isEnforceable).toList();
        List<String> left =
                enforceable.stream()
                        .filter(each -> !each.isCompiled())
                        .map(Written::sentence)
                        .toList();

        assertThat(enforceable).hasSizeGreaterThan(80);
        assertThat(left).as("not checked").isEmpty();
    }

    @Test
    @Tag("steering-sentences#AC-6")
    void a_rule_of_a_team_is_the_same_when_it_is_written_as_a_block() {
        for (Written each : SENTENCES) {
            ProjectFiles files =
                    each.codes().isEmpty()
                            ? ProjectFiles.of(Map.of())
                            : each.files(each.codes().getFirst());
            for (SteeringRule rule : each.rules(files)) {
                String block = "```rule\n%s```\n".formatted(RuleWriter.write(rule));
                SteeringRule read = rules(block, files).getFirst();
                assertThat(read.demand()).as(block).isEqualTo(rule.demand());
                assertThat(read.scope()).as(block).isEqualTo(rule.scope());
            }
        }
    }

    @Test
    @Tag("steering-sentences#AC-12")
    void who_uses_the_logger_that_is_to_be_used_does_not_use_what_it_wraps() {
        Written logger =
                SENTENCES.stream()
                        .filter(each -> each.others().containsKey("src/lib/logger.ts"))
                        .findFirst()
                        .orElseThrow();
        List<Code> users =
                logger.codes().stream()
                        .filter(code -> !code.isBad() && code.text().contains("log"))
                        .toList();

        assertThat(users).hasSizeGreaterThan(3);
        assertThat(logger.faults()).isEmpty();
    }

    private static List<SteeringRule> rules(String body, ProjectFiles files) {
        var source = new SteeringSource("a.md", "a", List.of(), true, body, 0);
        return SteeringRules.of(List.of(source), new ProjectGround(files, Trees.parser())).rules();
    }

    private static List<Written> sentences() {
        try {
            String text =
                    Files.readString(Path.of("src/test/resources/kiro/steering/project/teams.txt"));
            return Stream.of(text.split("\n\n+"))
                    .filter(entry -> entry.startsWith("S "))
                    .map(TeamSentencesTest::written)
                    .toList();
        } catch (IOException cause) {
            throw new UncheckedIOException(cause);
        }
    }

    private static Written written(String entry) {
        String sentence = "";
        String heading = "";
        var codes = new ArrayList<Code>();
        var others = new LinkedHashMap<String, String>();
        boolean isEnforceable = false;
        for (String line : entry.strip().lines().toList()) {
            String[] words = line.split(" ", 2);
            switch (words[0]) {
                case "S" -> sentence = words[1].replace("\\n", "\n");
                case "#" -> heading = words[1];
                case "coverage" -> isEnforceable = true;
                case "bad", "good", "with" -> {
                    String[] file = words[1].split(": ", 2);
                    String code = file[1].replace("\\n", "\n") + "\n";
                    isEnforceable = true;
                    if (words[0].equals("with")) {
                        others.put(file[0], code);
                    } else {
                        codes.add(new Code(words[0].equals("bad"), file[0], code));
                    }
                }
                default -> throw new IllegalStateException(line);
            }
        }
        return new Written(sentence, heading, codes, others, isEnforceable);
    }
}
