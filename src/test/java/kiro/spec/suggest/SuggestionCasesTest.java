package kiro.spec.suggest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import kiro.spec.Spec;
import kiro.spec.SpecName;
import kiro.spec.SpecReader;
import kiro.spec.SpecReading;
import kiro.spec.SpecStore;
import kiro.workspace.Workspace;
import kiro.workspace.WorkspacePath;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Specs of every kind, each with all that is suggested for it, and with what it is when all of it is accepted.
@Tag("spec-suggestions#AC-1")
@Tag("spec-suggestions#AC-2")
@Tag("spec-suggestions#AC-5")
@Tag("spec-suggestions#AC-7")
class SuggestionCasesTest {
    private static final Path CASES = Path.of("src/test/resources/kiro/spec.suggest");

    static Stream<String> cases() throws IOException {
        try (Stream<Path> folders = Files.list(CASES)) {
            List<String> names =
                    folders.map(folder -> folder.getFileName().toString()).sorted().toList();
            return names.stream();
        }
    }

    @ParameterizedTest
    @MethodSource("cases")
    void a_spec_has_the_suggestions_of_its_case(String name) throws IOException {
        Path folder = CASES.resolve(name);

        assertThat(lines(Suggestions.of(spec(folder.resolve("spec.md")))))
                .isEqualTo(Files.readString(folder.resolve("suggestions.txt")));
    }

    @Test
    @Timeout(20)
    void thousands_of_criteria_are_not_completed_one_by_one() {
        var text =
                new StringBuilder(
                        "# Orders\n\n## Requirements\n\n- GET /orders returns the orders.\n\n## Acceptance Criteria\n\n");
        for (int i = 1; i <= 15_000; i++) {
            text.append("- [ ] AC-%d: The list number %d shows the order %d\n".formatted(i, i, i));
        }

        assertThat(Suggestions.of(read(text.toString().getBytes(StandardCharsets.UTF_8))))
                .isEmpty();
    }

    @ParameterizedTest
    @MethodSource("cases")
    @Tag("spec-suggestions#AC-4")
    void nothing_is_left_when_everything_was_accepted(String name) throws IOException {
        Spec spec = spec(CASES.resolve(name).resolve("spec.md"));
        List<Suggestion> all = Suggestions.of(spec);

        Spec accepted = read(Accepted.into(spec, all).bytes());

        assertThat(accepted.criteria()).hasSize(spec.criteria().size() + all.size());
        assertThat(lines(Suggestions.of(accepted))).isEmpty();
    }

    @Test
    @Tag("spec-suggestions#AC-3")
    void our_own_specs_which_are_about_none_of_it_are_suggested_next_to_nothing() {
        List<Spec> specs =
                new SpecStore(new Workspace(Path.of("").toAbsolutePath()))
                        .all().stream().map(SuggestionCasesTest::whole).toList();

        List<Suggestion> found =
                specs.stream().flatMap(spec -> Suggestions.of(spec).stream()).toList();

        assertThat(specs).hasSizeGreaterThan(20);
        assertThat(found).hasSizeLessThanOrEqualTo(specs.size() / 8);
    }

    private static String lines(List<Suggestion> suggestions) {
        return suggestions.stream()
                .map(each ->
                        "%s\n    %s\n    line %d: %s\n"
                                .formatted(
                                        each.name(),
                                        each.text(),
                                        each.span().line(),
                                        each.because()))
                .collect(Collectors.joining());
    }

    private static Spec spec(Path file) throws IOException {
        return read(Files.readAllBytes(file));
    }

    private static Spec read(byte[] bytes) {
        return whole(
                SpecReader.read(new SpecName("a"), WorkspacePath.of(".kiro/specs/a.md"), bytes));
    }

    private static Spec whole(SpecReading reading) {
        return switch (reading) {
            case SpecReading.Whole whole -> whole.spec();
            case SpecReading.Broken broken -> throw new AssertionError(broken.findings());
        };
    }
}
