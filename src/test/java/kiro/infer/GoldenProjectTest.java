package kiro.infer;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import kiro.finding.Severity;
import kiro.spec.AcceptanceCriterion;
import kiro.spec.Spec;
import kiro.spec.SpecName;
import kiro.spec.SpecReader;
import kiro.spec.SpecReading;
import kiro.spec.SpecRules;
import kiro.spec.sentence.Sentence;
import kiro.spec.sentence.SentenceReader;
import kiro.testing.Trees;
import kiro.workspace.Workspace;
import kiro.workspace.WorkspacePath;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Small projects of each framework, each with the spec that is to be inferred from it.
class GoldenProjectTest {
    private static final Path CASES = Path.of("src/test/resources/kiro/infer").toAbsolutePath();

    @ParameterizedTest
    @MethodSource("projects")
    @Tag("spec-inference#AC-1")
    @Tag("spec-inference#AC-2")
    @Tag("spec-inference#AC-3")
    @Tag("spec-inference#AC-4")
    @Tag("spec-inference#AC-6")
    void a_project_gives_its_spec(String project) throws Exception {
        assertThat(infer(CASES.resolve(project).resolve("code"), 2))
                .isEqualTo(Files.readString(CASES.resolve(project).resolve("expected.md")));
    }

    @ParameterizedTest
    @MethodSource("projects")
    @Tag("spec-inference#AC-5")
    void what_is_inferred_is_a_valid_spec(String project) throws Exception {
        Spec spec = spec(project);

        assertThat(SpecRules.check(spec))
                .filteredOn(finding -> finding.severity() == Severity.ERROR)
                .isEmpty();
    }

    @ParameterizedTest
    @MethodSource("projects")
    @Tag("spec-inference#AC-5")
    void what_is_said_of_requests_is_understood_by_the_reader_of_sentences(String project)
            throws Exception {
        for (AcceptanceCriterion criterion : spec(project).criteria()) {
            if (!criterion.text().contains(" returns ")) {
                continue;
            }
            String[] words = criterion.text().split(" ");

            assertThat(SentenceReader.read(criterion.text()))
                    .isInstanceOfSatisfying(
                            Sentence.Outcome.class,
                            outcome -> {
                                assertThat(outcome.http().method()).contains(words[0]);
                                assertThat(outcome.http().path().orElseThrow().text())
                                        .isEqualTo(words[1]);
                                assertThat(outcome.http().status())
                                        .hasValue(Integer.parseInt(words[3]));
                                assertThat(outcome.http().conditions().isEmpty())
                                        .isEqualTo(words.length == 4);
                            });
        }
    }

    @Test
    @Tag("spec-inference#AC-7")
    void any_number_of_processors_gives_the_same_bytes() throws Exception {
        Path code = CASES.resolve("express/code");

        assertThat(infer(code, 1)).isEqualTo(infer(code, 8));
    }

    @Test
    @Tag("spec-inference#AC-2")
    void the_sample_of_the_repository_gives_its_spec() throws Exception {
        assertThat(
                        infer(
                                Path.of("examples/profile-service").toAbsolutePath(),
                                2,
                                new Scope("src/main", "")))
                .isEqualTo(Files.readString(CASES.resolve("profile-service/expected.md")));
    }

    static Stream<String> projects() throws IOException {
        try (Stream<Path> cases = Files.list(CASES)) {
            return cases
                    .filter(each -> Files.isDirectory(each.resolve("code")))
                    .map(each -> each.getFileName().toString())
                    .sorted()
                    .toList()
                    .stream();
        }
    }

    private static Spec spec(String project) throws Exception {
        byte[] text =
                infer(CASES.resolve(project).resolve("code"), 2).getBytes(StandardCharsets.UTF_8);
        return switch (SpecReader.read(
                SpecName.parse("project").orElseThrow(),
                WorkspacePath.of(".kiro/specs/project.md"),
                text)) {
            case SpecReading.Whole whole -> whole.spec();
            case SpecReading.Broken broken -> throw new AssertionError(broken.findings());
        };
    }

    private static String infer(Path code, int processors) throws Exception {
        return infer(code, processors, new Scope("", ""));
    }

    private static String infer(Path code, int processors, Scope scope) throws Exception {
        var inference = new CodeInference(new Workspace(code), Trees.parser(), processors);
        return SpecDraft.of(inference.infer(scope, files(code)), "Project");
    }

    private static List<WorkspacePath> files(Path root) throws IOException {
        var files = new ArrayList<WorkspacePath>();
        try (Stream<Path> walk = Files.walk(root)) {
            walk.filter(Files::isRegularFile)
                    .map(file -> root.relativize(file).toString())
                    .filter(file -> !file.startsWith("target/"))
                    .sorted()
                    .forEach(file -> files.add(WorkspacePath.of(file)));
        }
        return files;
    }
}
